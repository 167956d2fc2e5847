-- How long things are kept, whose are kept by law, and what each night took away.

create table keeping_times (
  workspace_id uuid not null references workspaces,
  -- what it is about, as a domain calls it: customers, orders
  type text not null check (length(type) between 1 and 40),
  days integer not null check (days between 1 and 36500),
  set_at timestamptz not null,
  set_by uuid,
  -- where the walk over those who may be due goes on
  walked_to uuid,
  primary key (workspace_id, type)
);

-- Somebody who may not be erased for now. The reason goes with the hold.
create table legal_holds (
  workspace_id uuid not null references workspaces,
  customer_id uuid not null,
  why text not null check (length(why) between 1 and 300),
  held_at timestamptz not null,
  held_by uuid,
  primary key (workspace_id, customer_id)
);
create index legal_holds_by_time on legal_holds (workspace_id, held_at desc, customer_id desc);

create table keeping_runs (
  workspace_id uuid not null references workspaces,
  type text not null,
  ran_at timestamptz not null,
  days integer not null,
  removed integer not null,
  -- due, and left where they are since somebody holds them
  held integer not null,
  primary key (workspace_id, type, ran_at)
);

alter table erasures
  -- domain → table → rows, as it was removed
  add column parts jsonb,
  -- over all that the proof says: a proof that was changed does not fit its hash
  add column hash text;
