-- Shared with guests: people who see this one conversation and no other. Rows are taken away when sharing ends; the
-- history says who shared what with whom.
create table conversation_shares (
  workspace_id uuid not null,
  conversation_id uuid not null,
  teammate_id uuid not null,
  shared_at timestamptz not null,
  shared_by uuid,
  primary key (workspace_id, conversation_id, teammate_id),
  foreign key (workspace_id, conversation_id) references conversations,
  foreign key (workspace_id, teammate_id) references teammates
);
create index conversation_shares_of_guest on conversation_shares (workspace_id, teammate_id, conversation_id);

-- Since when it is shared with anybody, so that nobody looks for guests where there are none.
alter table conversations add column shared_at timestamptz;
create index conversations_shared on conversations (workspace_id, last_entry_at desc, id desc) where shared_at is not null;
