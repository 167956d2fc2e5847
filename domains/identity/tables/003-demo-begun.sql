-- When the demo's story began to be told here; without `demo_filled_at` it broke off, and is removed and told again.
alter table workspaces add column demo_begun_at timestamptz;
