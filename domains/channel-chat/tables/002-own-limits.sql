-- How many chats one teammate may have at once, where it is not the workspace's number. Who has the workspace's has no row.

create table chat_limits (
  workspace_id uuid not null,
  teammate_id uuid not null,
  at_once smallint not null check (at_once between 1 and 6),
  changed_at timestamptz not null,
  primary key (workspace_id, teammate_id),
  foreign key (workspace_id, teammate_id) references teammates
);
