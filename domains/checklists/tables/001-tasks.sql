-- What is to be done in a conversation, by whom and by when.

create table tasks (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  -- whose words may stand in the title: erased with them
  customer_id uuid not null,
  title text not null check (length(title) <= 300),
  assignee_id uuid,
  due_at timestamptz,
  made_by uuid,
  made_at timestamptz not null,
  done_at timestamptz,
  done_by uuid,
  removed_at timestamptz,
  -- the merge that took it along; it goes back when that is undone
  move_id uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversations,
  foreign key (workspace_id, customer_id) references customers,
  foreign key (workspace_id, assignee_id) references teammates
);
create index tasks_of_conversation on tasks (workspace_id, conversation_id, made_at, id) where removed_at is null;
create index tasks_of_assignee on tasks (workspace_id, assignee_id, due_at, id) where done_at is null and removed_at is null;
create index tasks_of_customer on tasks (workspace_id, customer_id);
create index tasks_of_move on tasks (workspace_id, move_id) where move_id is not null;
