-- Fields a workspace adds to customers, companies and conversations. Values sit in `custom` of the object, keyed by
-- the field's id; those marked sortable are also kept typed here, bounded in number.

create table field_definitions (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  object_kind text not null check (object_kind in ('customer', 'company', 'conversation')),
  name text not null check (length(name) between 1 and 80),
  type text not null check (type in ('text', 'number', 'date', 'time', 'boolean', 'choice', 'choices', 'link')),
  choices jsonb not null default '[]',
  required_on text check (required_on in ('open', 'close')),
  sortable_slot smallint check (sortable_slot between 1 and 20),
  position integer not null default 0,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, object_kind, name),
  unique (workspace_id, object_kind, sortable_slot)
);

create table field_index (
  workspace_id uuid not null,
  field_id uuid not null,
  object_id uuid not null,
  text_value text,
  number_value numeric,
  time_value timestamptz,
  primary key (workspace_id, field_id, object_id),
  foreign key (workspace_id, field_id) references field_definitions
);
create index field_index_text on field_index (workspace_id, field_id, text_value, object_id) where text_value is not null;
create index field_index_number on field_index (workspace_id, field_id, number_value, object_id) where number_value is not null;
create index field_index_time on field_index (workspace_id, field_id, time_value, object_id) where time_value is not null;
create index field_index_of_object on field_index (workspace_id, object_id);
