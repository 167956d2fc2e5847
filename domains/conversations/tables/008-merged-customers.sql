-- Which conversations followed a merge of two customers, so that they go back when it is taken apart. What began since
-- stays with the customer it began with.

create table customer_follows (
  workspace_id uuid not null,
  merge_id uuid not null,
  conversation_id uuid not null,
  primary key (workspace_id, merge_id, conversation_id),
  foreign key (workspace_id, conversation_id) references conversations
);
