-- What administrators changed, and who was erased. An audit row is never changed.

create table audit_log (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  occurred_at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  action text not null,
  object_kind text not null,
  object_id uuid,
  change jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index audit_log_by_time on audit_log (workspace_id, occurred_at desc, id desc);
create trigger audit_log_append_only before update or delete on audit_log
  for each row execute function refuse_history_change();

-- An erasure keeps its proof (what was removed, how many rows) and nothing of the person.
create table erasures (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  customer_id uuid not null,
  asked_at timestamptz not null,
  asked_by uuid,
  -- why, as one of a few words: a free reason would name the person again
  reason text not null check (reason in ('asked-by-customer', 'no-longer-needed', 'unlawful')),
  done_at timestamptz,
  removed jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index erasures_by_time on erasures (workspace_id, asked_at desc, id desc);
create index erasures_of_customer on erasures (workspace_id, customer_id);
