-- Who writes from a website. Their browser made the id and the secret before they first wrote; of the secret only its hash
-- is kept. Who they are as a customer is told by their identity of the kind "visitor", whose value is this id.

create table chat_visitors (
  workspace_id uuid not null,
  id uuid not null,
  line_id uuid not null,
  secret_hash bytea not null check (length(secret_hash) = 32),
  -- the matter they wrote in last
  conversation_id uuid,
  -- where an answer goes that they do not see; said by them, and by nobody made sure of
  address text check (length(address) <= 320),
  -- the page they wrote from last
  page text check (length(page) <= 2000),
  language text check (length(language) <= 35),
  made_at timestamptz not null,
  -- when a page of theirs was last open, and whether one is
  here_at timestamptz not null,
  is_here boolean not null default false,
  primary key (workspace_id, id),
  foreign key (workspace_id, line_id) references lines
);
create index chat_visitors_of_line on chat_visitors (workspace_id, line_id, here_at desc);
create index chat_visitors_by_address on chat_visitors (workspace_id, lower(address)) where address is not null;

-- What each of them said, and what was brought to them: all that they can read, wherever its conversation went since.
create table chat_said (
  workspace_id uuid not null,
  visitor_id uuid not null,
  entry_id uuid not null,
  by_us boolean not null,
  said_at timestamptz not null,
  -- of ours: when it stood before their eyes, and when it went on by another line because it did not
  seen_at timestamptz,
  carried_at timestamptz,
  primary key (workspace_id, visitor_id, entry_id),
  foreign key (workspace_id, visitor_id) references chat_visitors on delete cascade
);
create index chat_said_in_order on chat_said (workspace_id, visitor_id, said_at desc, entry_id desc);
create index chat_said_unseen on chat_said (workspace_id, visitor_id, said_at) where by_us and seen_at is null and carried_at is null;
