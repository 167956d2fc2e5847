-- Two records that may be one person, kept as they are found; and what a merge chose, and why.

-- Who is to be looked at: put there with whatever made or changed them, taken by a job some hundreds at a time.
create table duplicate_checks (
  workspace_id uuid not null,
  customer_id uuid not null,
  asked_at timestamptz not null,
  primary key (workspace_id, customer_id),
  foreign key (workspace_id, customer_id) references customers
);

create table duplicate_suggestions (
  workspace_id uuid not null,
  id uuid not null,
  brand_id uuid not null,
  -- in the order of their ids: a pair is there once
  one_id uuid not null,
  other_id uuid not null,
  reasons text[] not null check (reasons <@ array['phone', 'name-and-company', 'address']),
  found_at timestamptz not null,
  -- somebody said that they are two people
  dismissed_at timestamptz,
  dismissed_by uuid,
  primary key (workspace_id, id),
  unique (workspace_id, one_id, other_id),
  foreign key (workspace_id, brand_id) references brands,
  foreign key (workspace_id, one_id) references customers,
  foreign key (workspace_id, other_id) references customers,
  foreign key (workspace_id, dismissed_by) references teammates,
  check (one_id < other_id)
);
create index duplicate_suggestions_open on duplicate_suggestions (workspace_id, brand_id, found_at desc, id desc)
  where dismissed_at is null;
create index duplicate_suggestions_of_other on duplicate_suggestions (workspace_id, other_id);

-- The same number with and without its country; an address as its host delivers it: no dots, nothing after a plus.
create index identities_by_phone_end on identities (workspace_id, brand_id, right(value_normalised, 8))
  where kind = 'phone' and removed_at is null;
create index identities_by_mailbox on identities
  (workspace_id, brand_id, (replace(split_part(split_part(value_normalised, '@', 1), '+', 1), '.', '') || '@' || split_part(value_normalised, '@', -1)))
  where kind = 'address' and removed_at is null;

alter table customer_merges
  -- what the one who stayed said before, of the parts that were taken from the other; emptied when they are erased
  add column before jsonb,
  add column why text check (length(why) <= 300);
