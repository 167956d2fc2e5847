-- When a mailbox was last compared with the ledger, and what was found: figures, no names.
alter table mailboxes add column compared_at timestamptz, add column compared jsonb;
