-- Workspaces, the people of the console, and what they may. Accounts and sessions live in the schema auth.

create table workspaces (
  workspace_id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  locale text not null default 'en',
  zone text not null default 'UTC',
  demo_filled_at timestamptz,
  created_at timestamptz not null default now()
);

create table roles (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  desk_id text not null,
  -- permission name -> scope (own, team, brand, all)
  permissions jsonb not null default '{}',
  built_in boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, name)
);

create table teammates (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  -- the global account (schema auth); null until an invitation is taken up
  account_id text,
  name text not null check (length(name) between 1 and 120),
  address text not null check (length(address) <= 320),
  locale text not null default 'en',
  zone text not null default 'UTC',
  undo_window_seconds smallint check (undo_window_seconds between 0 and 30),
  preferences jsonb not null default '{}',
  deactivated_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id)
);
create unique index teammates_by_address on teammates (workspace_id, lower(address));
create unique index teammates_by_account on teammates (account_id, workspace_id) where account_id is not null;

create table teammate_roles (
  workspace_id uuid not null,
  teammate_id uuid not null,
  role_id uuid not null,
  given_at timestamptz not null default now(),
  primary key (workspace_id, teammate_id, role_id),
  foreign key (workspace_id, teammate_id) references teammates,
  foreign key (workspace_id, role_id) references roles
);
create index teammate_roles_of_role on teammate_roles (workspace_id, role_id);

create table workspace_settings (
  workspace_id uuid not null references workspaces,
  name text not null,
  value jsonb not null,
  changed_at timestamptz not null default now(),
  changed_by uuid,
  primary key (workspace_id, name)
);
