-- A call: one contact by telephone. Times are dated facts; handle time lies in handling_intervals.

create table calls (
  workspace_id uuid not null,
  id uuid not null,
  brand_id uuid not null,
  line_id uuid not null,
  queue_id uuid,
  -- whose queue it rings in; null where the line has no queue, then everybody of the brand may take it
  team_id uuid,
  contact_id uuid not null,
  conversation_id uuid not null,
  conversation_number bigint not null,
  thread_id uuid not null,
  entry_id uuid not null,
  customer_id uuid not null,
  -- what the card shows; erased with the customer
  customer_name text not null default '' check (length(customer_name) <= 300),
  from_number text not null check (length(from_number) <= 64),
  to_number text not null check (length(to_number) <= 64),
  subject text not null default '' check (length(subject) <= 998),
  -- how we know who it is, and whether the matter was open already
  matched_by text not null check (matched_by in ('number', 'new')),
  joined_at timestamptz,
  simulated_at timestamptz,
  started_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  held_at timestamptz,
  ended_at timestamptz,
  ended_by text check (ended_by in ('customer', 'teammate', 'system')),
  outcome text check (outcome in ('answered', 'abandoned', 'missed')),
  wrapped_up_at timestamptz,
  version bigint not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, brand_id) references brands,
  foreign key (workspace_id, line_id) references lines,
  foreign key (workspace_id, contact_id) references contacts,
  foreign key (workspace_id, conversation_id) references conversations,
  foreign key (workspace_id, customer_id) references customers,
  foreign key (workspace_id, answered_by) references teammates,
  check ((answered_at is null) = (answered_by is null)),
  check ((ended_at is null) = (outcome is null)),
  check (held_at is null or answered_at is not null)
);
-- What rings or is spoken, longest first; what still waits for its wrap-up; the latest, for lists.
create index calls_ringing on calls (workspace_id, started_at, id) where answered_at is null and ended_at is null;
create unique index calls_one_each on calls (workspace_id, answered_by) where answered_by is not null and ended_at is null;
create index calls_of_teammate on calls (workspace_id, answered_by) where answered_by is not null and wrapped_up_at is null;
create index calls_by_time on calls (workspace_id, started_at desc, id desc);
create index calls_of_conversation on calls (workspace_id, conversation_id);
create index calls_of_customer on calls (workspace_id, customer_id);

-- To whom a call was offered, from when to when, and what they did. One call at a time rings for one teammate.
create table call_offers (
  workspace_id uuid not null,
  call_id uuid not null,
  position smallint not null,
  teammate_id uuid not null,
  offered_at timestamptz not null,
  until timestamptz not null,
  over_at timestamptz,
  how text check (how in ('answered', 'declined', 'lapsed', 'withdrawn')),
  primary key (workspace_id, call_id, position),
  foreign key (workspace_id, call_id) references calls,
  foreign key (workspace_id, teammate_id) references teammates,
  check ((over_at is null) = (how is null))
);
create unique index call_offers_now on call_offers (workspace_id, teammate_id) where over_at is null;
create unique index call_offers_of_call on call_offers (workspace_id, call_id) where over_at is null;
