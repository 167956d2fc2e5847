-- A conversation: one matter of one customer, over one or more channels, from first contact to closed. The row carries
-- what a list shows (last_*, waiting_since, due_at), so that a list needs no join.

create table conversations (
  workspace_id uuid not null,
  id uuid not null,
  number bigint not null,
  brand_id uuid not null,
  customer_id uuid not null,
  company_id uuid,
  subject text not null default '' check (length(subject) <= 998),
  reason_id uuid,
  status_id uuid not null,
  status_category text not null check (status_category in ('open', 'waiting', 'on-hold', 'closed')),
  assignee_id uuid,
  team_id uuid,
  queue_id uuid,
  priority smallint not null default 2 check (priority between 1 and 4),
  confidential_at timestamptz,
  confidential_by uuid,
  opened_at timestamptz not null,
  -- first entry into the category closed; cleared by nothing
  solved_at timestamptz,
  closed_at timestamptz,
  closed_by uuid,
  reopened_at timestamptz,
  reopened_count smallint not null default 0,
  snoozed_until timestamptz,
  snoozed_by uuid,
  merged_into_id uuid,
  merged_at timestamptz,
  follows_id uuid,
  -- the customer waits since; null while nobody waits for us
  waiting_since timestamptz,
  -- the nearest promise to the customer, written by the clocks
  due_at timestamptz,
  due_kind text,
  sort_due timestamptz not null generated always as (coalesce(due_at, 'infinity'::timestamptz)) stored,
  customer_name text not null default '',
  last_entry_id uuid,
  last_entry_at timestamptz not null,
  last_entry_kind text,
  last_channel text,
  last_preview text not null default '' check (length(last_preview) <= 200),
  last_in_at timestamptz,
  last_out_at timestamptz,
  entry_count integer not null default 0,
  contact_count integer not null default 0,
  custom jsonb not null default '{}',
  -- bumped under the row lock by every change: position, If-Match and "last seen" at once
  version bigint not null default 1,
  -- the version of the newest entry: unread is what a reader has not seen of the spine, not of tags and times
  last_entry_version bigint not null default 1,
  changed_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, number),
  foreign key (workspace_id, brand_id) references brands,
  foreign key (workspace_id, customer_id) references customers,
  foreign key (workspace_id, company_id) references companies,
  foreign key (workspace_id, reason_id) references reasons,
  foreign key (workspace_id, status_id) references statuses,
  foreign key (workspace_id, assignee_id) references teammates,
  foreign key (workspace_id, team_id) references teams,
  foreign key (workspace_id, queue_id) references queues,
  foreign key (workspace_id, merged_into_id) references conversations,
  foreign key (workspace_id, follows_id) references conversations,
  check ((closed_at is not null) = (status_category = 'closed')),
  check ((merged_into_id is null) = (merged_at is null))
) with (fillfactor = 85);

-- My work and a queue in the order of promises; everything, and one brand, newest first; a customer's history.
create index conversations_of_assignee on conversations (workspace_id, assignee_id, status_category, sort_due, id)
  where merged_at is null;
create index conversations_of_queue on conversations (workspace_id, queue_id, status_category, sort_due, id)
  where merged_at is null;
create index conversations_newest on conversations (workspace_id, status_category, last_entry_at desc, id desc)
  where merged_at is null;
create index conversations_of_brand on conversations (workspace_id, brand_id, status_category, last_entry_at desc, id desc)
  where merged_at is null;
create index conversations_of_customer on conversations (workspace_id, customer_id, last_entry_at desc, id desc);
create index conversations_snoozed on conversations (workspace_id, snoozed_until) where snoozed_until is not null;
create index conversations_changed on conversations (workspace_id, changed_at desc);

-- The conversation on one line, as the other side numbers it (a mail thread, a chat session, a call).
create table threads (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  line_id uuid not null,
  external_id text check (length(external_id) <= 998),
  opened_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversations,
  foreign key (workspace_id, line_id) references lines
);
create index threads_of_conversation on threads (workspace_id, conversation_id);
create unique index threads_by_external_id on threads (workspace_id, line_id, external_id) where external_id is not null;

-- One attempt to reach us (or ours to reach them): what volume, FCR and cost count.
create table contacts (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  brand_id uuid not null,
  customer_id uuid not null,
  channel text not null,
  line_id uuid,
  direction text not null check (direction in ('in', 'out')),
  started_at timestamptz not null,
  -- the first moment a person (or the assistant) was with them
  answered_at timestamptz,
  handled_by uuid,
  ended_at timestamptz,
  wrapped_up_at timestamptz,
  outcome text check (outcome in ('answered', 'abandoned', 'missed', 'refused', 'failed')),
  reason_id uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversations,
  foreign key (workspace_id, brand_id) references brands,
  foreign key (workspace_id, customer_id) references customers,
  foreign key (workspace_id, line_id) references lines,
  foreign key (workspace_id, handled_by) references teammates,
  foreign key (workspace_id, reason_id) references reasons
);
create index contacts_of_conversation on contacts (workspace_id, conversation_id, started_at);
create index contacts_of_customer on contacts (workspace_id, customer_id, started_at);
create index contacts_by_time on contacts (workspace_id, started_at, id);

-- Who handled a contact from when to when, and how: the evidence behind handle time, stored once.
create table handling_intervals (
  workspace_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  conversation_id uuid not null,
  teammate_id uuid not null,
  kind text not null check (kind in ('talk', 'hold', 'wrap-up', 'chat', 'focus')),
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts,
  foreign key (workspace_id, conversation_id) references conversations,
  foreign key (workspace_id, teammate_id) references teammates,
  check (ended_at is null or ended_at >= started_at)
);
create index handling_of_contact on handling_intervals (workspace_id, contact_id, started_at);
create index handling_of_teammate on handling_intervals (workspace_id, teammate_id, started_at);
create unique index handling_now on handling_intervals (workspace_id, contact_id, teammate_id) where ended_at is null;
