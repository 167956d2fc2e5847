-- Whose customers these are, and the addresses they reach us by. Every workspace has one brand from the start.

create table brands (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  slug text not null check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  hue smallint not null default 160 check (hue between 0 and 359),
  locale text not null default 'en',
  zone text not null default 'UTC',
  calendar_id uuid,
  -- the one brand of a workspace that never sees the word
  is_first boolean not null default false,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, slug)
);
create unique index brands_one_first on brands (workspace_id) where is_first;

create table lines (
  workspace_id uuid not null,
  id uuid not null,
  brand_id uuid not null,
  channel text not null check (channel ~ '^[a-z][a-z0-9-]{1,30}$'),
  name text not null check (length(name) between 1 and 120),
  -- the address, number or handle as the channel writes it; unique among the open lines of a channel
  address text not null check (length(address) <= 320),
  -- how messages join a case: by thread, by the customer's open conversation, or by customer within a window
  case_policy text not null default 'thread' check (case_policy in ('thread', 'open-conversation', 'customer')),
  case_window_hours integer check (case_window_hours between 1 and 8784),
  queue_id uuid,
  settings jsonb not null default '{}',
  closed_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, brand_id) references brands
);
create unique index lines_by_address on lines (channel, lower(address)) where closed_at is null;
create index lines_of_brand on lines (workspace_id, brand_id);

-- Passwords and tokens of lines, sealed with the key of the installation; never in a view, a log or an export.
create table line_secrets (
  workspace_id uuid not null,
  line_id uuid not null,
  name text not null,
  sealed bytea not null,
  changed_at timestamptz not null default now(),
  primary key (workspace_id, line_id, name),
  foreign key (workspace_id, line_id) references lines
);

create table brand_teammates (
  workspace_id uuid not null,
  brand_id uuid not null,
  teammate_id uuid not null,
  since timestamptz not null default now(),
  primary key (workspace_id, brand_id, teammate_id),
  foreign key (workspace_id, brand_id) references brands,
  foreign key (workspace_id, teammate_id) references teammates
);
create index brand_teammates_of_teammate on brand_teammates (workspace_id, teammate_id);
