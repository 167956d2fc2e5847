-- Addresses from which our mail comes back, the last first.
create index identities_undeliverable on identities (workspace_id, undeliverable_at desc, id desc) where undeliverable_at is not null;
