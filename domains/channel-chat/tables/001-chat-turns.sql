-- How far the pretend customers of a demo are in what they say: one row a turn, so that a job that runs twice says it once.

create table chat_turns (
  workspace_id uuid not null references workspaces,
  handle text not null,
  turn integer not null,
  said_at timestamptz not null,
  primary key (workspace_id, handle, turn)
);
