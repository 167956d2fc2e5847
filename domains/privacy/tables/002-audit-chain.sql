-- The audit log becomes a chain: each row carries the hash of the row before it, and a seal that only this installation
-- can make. Rows from before have no place in it; from now on there is none without.
alter table audit_log
  add column position bigint,
  add column object_name text check (length(object_name) <= 200),
  add column via text,
  -- where the request came from, and why, in the words of who asked
  add column from_address text check (length(from_address) <= 64),
  add column why text check (length(why) <= 300),
  add column hash bytea,
  add column seal bytea;
alter table audit_log add constraint audit_log_in_chain
  check (position is not null and via is not null and hash is not null and seal is not null) not valid;
create unique index audit_log_by_position on audit_log (workspace_id, position);
create index audit_log_by_object on audit_log (workspace_id, object_id, occurred_at desc, id desc);
create index audit_log_by_actor on audit_log (workspace_id, actor_id, occurred_at desc, id desc);
create index audit_log_by_kind on audit_log (workspace_id, object_kind, occurred_at desc, id desc);

-- A row is never changed (001); nor is the table emptied at once.
create function refuse_emptying() returns trigger
language plpgsql as $$
begin
  raise exception 'History is append-only: % on % refused', tg_op, tg_table_name;
end $$;
create trigger audit_log_never_emptied before truncate on audit_log
  for each statement execute function refuse_emptying();

-- Where the chain of a workspace ends. Its row lock lets one transaction after the other add to it.
create table audit_heads (
  workspace_id uuid primary key references workspaces,
  position bigint not null,
  hash bytea not null
);

-- How far the chain was verified, when last, and what was found.
create table audit_checks (
  workspace_id uuid primary key references workspaces,
  checked_at timestamptz not null,
  checked_by uuid,
  position bigint not null,
  hash bytea not null,
  -- rows from before the chain
  unchained bigint not null,
  -- null where all is well: what is wrong with which row
  trouble jsonb
);
