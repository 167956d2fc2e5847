-- What customers bought, as their shops tell us: products, orders with lines, payments and parcels. One brand each.

create table products (
  workspace_id uuid not null,
  id uuid not null,
  brand_id uuid not null,
  -- the shop, and what it calls this there
  source text not null check (length(source) between 1 and 40),
  external_id text not null check (length(external_id) between 1 and 200),
  name text not null check (length(name) between 1 and 300),
  sku text check (length(sku) <= 100),
  price_minor bigint,
  currency text check (currency ~ '^[A-Z]{3}$'),
  url text check (length(url) <= 2000),
  -- no longer sold; orders of it stay
  withdrawn_at timestamptz,
  told_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, brand_id, source, external_id),
  foreign key (workspace_id, brand_id) references brands,
  check ((price_minor is null) = (currency is null))
);

create index products_told on products (workspace_id, told_at desc, id desc);

create table orders (
  workspace_id uuid not null,
  id uuid not null,
  brand_id uuid not null,
  -- stays with its record when that is merged, and is read with it
  customer_id uuid not null,
  source text not null check (length(source) between 1 and 40),
  external_id text not null check (length(external_id) between 1 and 200),
  -- what the customer calls it
  number text not null check (length(number) between 1 and 60),
  phase text not null check (phase in ('placed', 'paid', 'packed', 'sent', 'delivered', 'returned', 'cancelled')),
  -- the shop's own words for where it is
  state text not null default '' check (length(state) <= 120),
  place text check (length(place) <= 200),
  url text check (length(url) <= 2000),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  total_minor bigint not null,
  refunded_minor bigint not null default 0,
  placed_at timestamptz not null,
  delivered_at timestamptz,
  refunded_at timestamptz,
  -- when the shop last said so, by its clock: what it said before that comes too late
  told_at timestamptz not null,
  -- of all it said: the same again changes nothing
  told_hash text not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (workspace_id, id),
  unique (workspace_id, brand_id, source, external_id),
  foreign key (workspace_id, brand_id) references brands,
  foreign key (workspace_id, customer_id) references customers
);
create index orders_of_customer on orders (workspace_id, customer_id, placed_at desc, id desc);
create index orders_delivered on orders (workspace_id, customer_id, delivered_at desc, id desc) where delivered_at is not null;
create index orders_refunded on orders (workspace_id, customer_id, refunded_at desc, id desc) where refunded_at is not null;
create index orders_newest on orders (workspace_id, brand_id, placed_at desc, id desc);
-- found as people type it, from its beginning
create index orders_by_number on orders (workspace_id, lower(number) text_pattern_ops);

create table order_lines (
  workspace_id uuid not null,
  order_id uuid not null,
  position smallint not null,
  product_id uuid,
  name text not null check (length(name) between 1 and 300),
  sku text check (length(sku) <= 100),
  quantity integer not null check (quantity between 1 and 1000000),
  unit_minor bigint not null,
  primary key (workspace_id, order_id, position),
  foreign key (workspace_id, order_id) references orders,
  foreign key (workspace_id, product_id) references products
);

create table payments (
  workspace_id uuid not null,
  order_id uuid not null,
  position smallint not null,
  kind text not null check (kind in ('payment', 'refund')),
  -- in words, and never a number of a card
  method text not null default '' check (length(method) <= 60),
  amount_minor bigint not null check (amount_minor >= 0),
  at timestamptz not null,
  primary key (workspace_id, order_id, position),
  foreign key (workspace_id, order_id) references orders
);

create table shipments (
  workspace_id uuid not null,
  order_id uuid not null,
  position smallint not null,
  carrier text not null default '' check (length(carrier) <= 80),
  tracking_number text check (length(tracking_number) <= 100),
  tracking_url text check (length(tracking_url) <= 2000),
  sent_at timestamptz,
  delivered_at timestamptz,
  primary key (workspace_id, order_id, position),
  foreign key (workspace_id, order_id) references orders
);

-- What a record of a customer is worth so far, kept with each order so that no screen adds up a whole history.
create table order_totals (
  workspace_id uuid not null,
  customer_id uuid not null,
  currency text not null,
  order_count integer not null,
  worth_minor bigint not null,
  primary key (workspace_id, customer_id, currency),
  foreign key (workspace_id, customer_id) references customers
);

-- Orders of customers who were erased, by a hash alone: their shop may tell of them again, and they are not taken in.
create table erased_orders (
  workspace_id uuid not null references workspaces,
  name_hash text not null,
  erased_at timestamptz not null,
  primary key (workspace_id, name_hash)
);
