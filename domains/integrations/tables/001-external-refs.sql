-- Where a thing came from: its id, number and raw form in another system. On everything importable.

create table external_refs (
  workspace_id uuid not null references workspaces,
  object_kind text not null,
  object_id uuid not null,
  source text not null,
  source_type text not null,
  source_id text not null,
  source_number text,
  url text,
  batch_id uuid,
  raw jsonb,
  recorded_at timestamptz not null default now(),
  primary key (workspace_id, source, source_type, source_id)
);
create index external_refs_of_object on external_refs (workspace_id, object_kind, object_id);
create index external_refs_by_number on external_refs (workspace_id, source_number) where source_number is not null;
create index external_refs_of_batch on external_refs (workspace_id, batch_id) where batch_id is not null;
