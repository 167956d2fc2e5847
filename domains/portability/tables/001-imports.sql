-- Files brought in: what each column means, what would happen, what happened line by line, and the way back.

create table imports (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  brand_id uuid not null,
  kind text not null,
  file_name text not null check (length(file_name) <= 200),
  -- the file itself, until it has been brought in
  sha256 text,
  headers jsonb not null,
  sample jsonb not null,
  row_count integer not null,
  mapping jsonb not null default '{}',
  on_known text not null default 'update' check (on_known in ('update', 'keep')),
  state text not null check (state in ('draft', 'checking', 'checked', 'running', 'done', 'undoing', 'undone', 'failed')),
  -- how many lines the work at hand has behind it
  progress integer not null default 0,
  counts jsonb not null default '{}',
  made_by uuid not null,
  made_at timestamptz not null,
  ran_at timestamptz,
  undone_at timestamptz,
  version integer not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, brand_id) references brands
);
create index imports_newest on imports (workspace_id, id desc);
create index imports_left_lying on imports (workspace_id, made_at) where sha256 is not null;

create table import_rows (
  workspace_id uuid not null,
  import_id uuid not null,
  -- the line of the file, the names being the first
  line integer not null,
  outcome text not null check (outcome in ('made', 'changed', 'same', 'refused', 'undone', 'kept')),
  object_id uuid,
  -- what to do about it, for who reads the report
  why text check (length(why) <= 500),
  -- what was there before, for the way back; emptied when a customer is erased
  before jsonb,
  primary key (workspace_id, import_id, line),
  foreign key (workspace_id, import_id) references imports
);
create index import_rows_by_outcome on import_rows (workspace_id, import_id, outcome, line);
create index import_rows_of_object on import_rows (workspace_id, object_id) where object_id is not null;
