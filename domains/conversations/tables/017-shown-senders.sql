-- Whose pictures from elsewhere a teammate always sees. By the customer, not by an address: it holds ids alone.
create table shown_senders (
  workspace_id uuid not null,
  teammate_id uuid not null,
  customer_id uuid not null,
  since timestamptz not null,
  primary key (workspace_id, teammate_id, customer_id),
  foreign key (workspace_id, teammate_id) references teammates,
  foreign key (workspace_id, customer_id) references customers
);
create index shown_senders_of_customer on shown_senders (workspace_id, customer_id);
