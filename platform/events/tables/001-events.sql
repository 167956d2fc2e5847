-- The one history. Append-only; nothing has a foreign key to it; bodies hold ids, enums, numbers and times only.

create table events (
  workspace_id uuid not null,
  month date not null,
  id uuid not null,
  name text not null,
  version smallint not null,
  subject_id uuid not null,
  change_set_id uuid not null,
  actor_kind text not null check (actor_kind in ('teammate', 'customer', 'assistant', 'rule', 'service', 'system')),
  actor_id uuid,
  via text not null check (via in ('api', 'console', 'channel', 'job', 'import', 'demo', 'setup')),
  cause_event_id uuid,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  body jsonb not null,
  primary key (workspace_id, month, id)
) partition by range (month);

-- The history of one subject, and one kind of fact over time (metrics).
create index events_of_subject on events (workspace_id, subject_id, occurred_at, id);
create index events_of_name on events (workspace_id, name, occurred_at, id);

create table events_default partition of events default;
select ensure_months('events', (now() - interval '2 months')::date, (now() + interval '3 months')::date);

-- Facts are never changed. They leave only with their whole workspace.
create function refuse_history_change() returns trigger
language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('rapport.drop_workspace', true) = old.workspace_id::text then
    return old;
  end if;
  raise exception 'History is append-only: % on % refused', tg_op, tg_table_name;
end $$;

create trigger events_append_only before update or delete on events
  for each row execute function refuse_history_change();

-- Old values of a change (a former subject, a former name). Beside the history, because these can be erased.
create table event_values (
  workspace_id uuid not null,
  event_id uuid not null,
  field text not null,
  subject_id uuid not null,
  old_value jsonb,
  new_value jsonb,
  primary key (workspace_id, event_id, field)
);
create index event_values_of_subject on event_values (workspace_id, subject_id);
