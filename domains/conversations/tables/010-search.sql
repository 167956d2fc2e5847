-- What is found by its words. Beside, not in, the hot row of a conversation: each touch of a row next to a GIN costs 4 to
-- 100 kB of log. Written by a job at most 2 seconds after a change; what may be seen is asked of the conversation itself.

create table search_parts (
  workspace_id uuid not null,
  conversation_id uuid not null,
  -- 0, 1, …: public text, 64 kB each; 1000, 1001, …: notes
  part smallint not null,
  is_note boolean not null,
  last_message_at timestamptz not null,
  -- as of the last write: they lead to the right index, and never decide who may see
  scope_brand_id uuid not null,
  scope_team_id uuid,
  scope_assignee_id uuid,
  -- subject, names and addresses folded, in part 0 alone: for parts of words
  head text not null default '' check (length(head) <= 2000),
  words tsvector not null,
  primary key (workspace_id, conversation_id, part),
  foreign key (workspace_id, conversation_id) references conversations
);
-- The planner walks newest first for common words and takes the GIN for rare ones: it must know which is which.
alter table search_parts alter words set statistics 1000;
-- A short pending list: a search reads all of it.
create index search_parts_words on search_parts using gin (words) with (gin_pending_list_limit = 256);
create index search_parts_newest on search_parts (workspace_id, last_message_at desc, conversation_id desc);
create index search_parts_of_team on search_parts (workspace_id, scope_team_id, last_message_at desc, conversation_id desc);
create index search_parts_of_assignee on search_parts (workspace_id, scope_assignee_id, last_message_at desc, conversation_id desc);
create index search_parts_head on search_parts using gin (head gin_trgm_ops) where part = 0;

-- Words that were written here, for typing mistakes: a search for one that nobody wrote asks for its neighbours.
create table search_words (
  workspace_id uuid not null references workspaces,
  word text not null check (length(word) <= 60),
  -- it left a text since: a job looks whether it is still anywhere, and forgets it
  doubted_at timestamptz,
  primary key (workspace_id, word)
);
create index search_words_alike on search_words using gin (word gin_trgm_ops);
create index search_words_doubted on search_words (workspace_id, doubted_at) where doubted_at is not null;

-- How far an older history was read into search_parts; a new way of reading words starts again.
create table search_progress (
  workspace_id uuid not null references workspaces,
  version integer not null,
  after_id uuid,
  done_at timestamptz,
  primary key (workspace_id)
);

-- Fields that saved views and search ask for together with newest first.
create index conversations_of_reason on conversations (workspace_id, reason_id, last_entry_at desc, id desc)
  where reason_id is not null and merged_at is null;
create index conversations_longest_waiting on conversations (workspace_id, waiting_since, id)
  where waiting_since is not null and merged_at is null;
