-- The words a workspace gives its work: statuses in fixed categories, reasons as a tree per brand, tags.

create table statuses (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  category text not null check (category in ('open', 'waiting', 'on-hold', 'closed')),
  -- the one a conversation gets when only the category is asked for
  is_standard boolean not null default false,
  position integer not null default 0,
  archived_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, name)
);
create unique index statuses_standard on statuses (workspace_id, category) where is_standard;

create table reasons (
  workspace_id uuid not null,
  id uuid not null,
  brand_id uuid not null,
  parent_id uuid,
  name text not null check (length(name) between 1 and 120),
  position integer not null default 0,
  archived_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, brand_id) references brands,
  foreign key (workspace_id, parent_id) references reasons
);
create index reasons_of_brand on reasons (workspace_id, brand_id, parent_id);

create table tags (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  archived_at timestamptz,
  primary key (workspace_id, id)
);
create unique index tags_by_name on tags (workspace_id, lower(name));
