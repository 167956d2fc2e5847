-- What lists of customers are narrowed by: tags of theirs, when they were heard of last, how much they bought; and lists that
-- somebody described once.

alter table customers add column tags text[] not null default '{}' check (cardinality(tags) <= 50);
create index customers_by_tag on customers using gin (tags);
-- the tags that are offered: the last customers who have some
create index customers_tagged on customers (workspace_id, id desc) where tags <> '{}';
create index customers_by_first_seen on customers (workspace_id, first_seen_at);

-- Told by those who know it, and kept narrow: each contact writes here, never to the wide row beside it.
create table customer_sums (
  workspace_id uuid not null,
  customer_id uuid not null,
  last_contact_at timestamptz,
  order_count integer not null default 0,
  last_order_at timestamptz,
  primary key (workspace_id, customer_id),
  foreign key (workspace_id, customer_id) references customers
);
create index customer_sums_contact on customer_sums (workspace_id, last_contact_at desc, customer_id) where last_contact_at is not null;
create index customer_sums_orders on customer_sums (workspace_id, order_count desc, customer_id) where order_count > 0;
create index customer_sums_ordered on customer_sums (workspace_id, last_order_at desc, customer_id) where last_order_at is not null;

create table segments (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  owner_id uuid not null,
  -- null: for their owner alone where it is not shared, for all brands where it is
  brand_id uuid,
  is_shared boolean not null,
  name text not null check (length(name) between 1 and 80),
  filter jsonb not null,
  changed_at timestamptz not null,
  removed_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, owner_id) references teammates,
  foreign key (workspace_id, brand_id) references brands
);
create index segments_shown on segments (workspace_id, name, id) where removed_at is null;
