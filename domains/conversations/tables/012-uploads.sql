-- A file that somebody put into what they are writing, until it is sent with it or taken out again.
create table uploads (
  workspace_id uuid not null,
  id uuid not null,
  -- whose; nobody else sees or sends it
  teammate_id uuid not null,
  -- what it was put into; null for a conversation that is only being begun
  conversation_id uuid,
  sha256 text not null,
  name text not null check (length(name) <= 400),
  media_type text not null check (length(media_type) <= 200),
  size_bytes bigint not null,
  uploaded_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, teammate_id) references teammates,
  foreign key (workspace_id, conversation_id) references conversations
);
create index uploads_of_conversation on uploads (workspace_id, conversation_id) where conversation_id is not null;
create index uploads_by_age on uploads (workspace_id, uploaded_at);
