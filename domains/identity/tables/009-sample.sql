-- The workspace that looks around in this one: a sample, which nobody outside reaches and nothing leaves.
alter table workspaces add column sample_of uuid;
