-- When one changed last: open lists ask whether they missed something.

alter table improvements add column changed_at timestamptz not null default now();
update improvements set changed_at = coalesce(settled_at, suggested_at);
create index improvements_changed on improvements (workspace_id, brand_id, changed_at desc);
