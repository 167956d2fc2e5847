-- What we owe the customer and by when. A clock is a fact of its own: policies may change, met stays met.

create table sla_policies (
  workspace_id uuid not null,
  id uuid not null,
  brand_id uuid,
  queue_id uuid,
  calendar_id uuid,
  name text not null check (length(name) between 1 and 120),
  -- the first that fits counts
  position integer not null default 0,
  first_reply_seconds integer check (first_reply_seconds > 0),
  next_reply_seconds integer check (next_reply_seconds > 0),
  archived_at timestamptz,
  changed_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, brand_id) references brands,
  foreign key (workspace_id, queue_id) references queues,
  foreign key (workspace_id, calendar_id) references calendars
);
create index sla_policies_in_order on sla_policies (workspace_id, position) where archived_at is null;

create table clocks (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  kind text not null check (kind in ('first-reply', 'next-reply')),
  policy_id uuid not null,
  -- by whose hours it was promised; measured by the same ones when it is met
  calendar_id uuid not null,
  -- whose and where it was when it started: what the figures are asked by
  brand_id uuid not null,
  team_id uuid,
  target_seconds integer not null,
  -- the customer's message or contact that started it
  started_by uuid not null,
  started_at timestamptz not null,
  -- three quarters of its business time, and the end of it
  warn_at timestamptz not null,
  due_at timestamptz not null,
  met_at timestamptz,
  -- the reply or contact that met it, by whom, and after how much business time
  met_by uuid,
  met_by_teammate uuid,
  taken_seconds integer,
  missed_at timestamptz,
  warned_at timestamptz,
  withdrawn_at timestamptz,
  -- the merge that took it along or set it aside: what a merge did, its undoing takes back
  move_id uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversations,
  foreign key (workspace_id, policy_id) references sla_policies,
  foreign key (workspace_id, calendar_id) references calendars,
  foreign key (workspace_id, brand_id) references brands,
  foreign key (workspace_id, team_id) references teams,
  foreign key (workspace_id, met_by_teammate) references teammates,
  check ((met_at is null) = (met_by is null) and (met_at is null) = (taken_seconds is null)),
  check (met_at is null or withdrawn_at is null)
);
create unique index clocks_running on clocks (workspace_id, conversation_id, kind)
  where met_at is null and withdrawn_at is null;
-- What the minute's job looks for: due and not told yet, three quarters gone and not told yet.
create index clocks_due on clocks (workspace_id, due_at) where met_at is null and withdrawn_at is null and missed_at is null;
create index clocks_warn on clocks (workspace_id, warn_at)
  where met_at is null and withdrawn_at is null and missed_at is null and warned_at is null;
-- The rows behind first reply time, newest first.
create index clocks_first_replies on clocks (workspace_id, started_at desc, id desc)
  where kind = 'first-reply' and met_at is not null;
create index clocks_of_move on clocks (workspace_id, move_id) where move_id is not null;
create index clocks_of_conversation on clocks (workspace_id, conversation_id, started_at);
