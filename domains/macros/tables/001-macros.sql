-- Words and acts that are used again and again. A run remembers what it changed (ids and numbers alone), for one undo.

create table macros (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  text text not null default '' check (length(text) <= 20000),
  actions jsonb not null default '[]',
  visibility text not null check (visibility in ('mine', 'team', 'brand', 'all')),
  owner_id uuid,
  team_id uuid,
  -- offered in the conversations of this brand alone; null: of every brand
  brand_id uuid,
  used_count integer not null default 0,
  used_at timestamptz,
  changed_at timestamptz not null,
  changed_by uuid,
  archived_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, owner_id) references teammates,
  foreign key (workspace_id, team_id) references teams,
  foreign key (workspace_id, brand_id) references brands,
  check (visibility <> 'mine' or owner_id is not null),
  check (visibility <> 'team' or team_id is not null),
  check (visibility <> 'brand' or brand_id is not null)
);
-- Most used first, as the chooser offers them.
create index macros_by_use on macros (workspace_id, used_count desc, id) where archived_at is null;

create table macro_runs (
  workspace_id uuid not null,
  id uuid not null,
  macro_id uuid not null,
  conversation_id uuid not null,
  run_by uuid,
  run_at timestamptz not null,
  before jsonb not null default '{}',
  after jsonb not null default '{}',
  undone_at timestamptz,
  undone_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, macro_id) references macros,
  foreign key (workspace_id, conversation_id) references conversations
);
create index macro_runs_of_conversation on macro_runs (workspace_id, conversation_id, run_at desc);
