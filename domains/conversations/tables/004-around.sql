-- Around a conversation: who takes part, why a message is there, tags, drafts, promises, links, moves.

create table participants (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  -- somebody on the customer's side (by identity), or a teammate
  customer_id uuid,
  identity_id uuid,
  teammate_id uuid,
  -- as compared and as shown; what replies go to and what the threading guard asks
  address text check (length(address) <= 320),
  name text not null default '' check (length(name) <= 300),
  role text not null check (role in ('requester', 'copied', 'colleague', 'follower')),
  since timestamptz not null,
  left_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversations,
  foreign key (workspace_id, customer_id) references customers,
  foreign key (workspace_id, identity_id) references identities,
  foreign key (workspace_id, teammate_id) references teammates,
  check (num_nonnulls(customer_id, teammate_id) = 1)
);
create unique index participants_identity on participants (workspace_id, conversation_id, identity_id) where identity_id is not null;
create unique index participants_teammate on participants (workspace_id, conversation_id, teammate_id, role) where teammate_id is not null;
create index participants_of_customer on participants (workspace_id, customer_id) where customer_id is not null;

-- Why is this message here: the rule that placed it, the ids it rests on and how sure it is (0 to 100).
create table threading_evidence (
  workspace_id uuid not null,
  entry_id uuid not null,
  rule text not null,
  score smallint not null check (score between 0 and 100),
  ids_seen jsonb not null default '[]',
  decided_at timestamptz not null,
  primary key (workspace_id, entry_id),
  foreign key (workspace_id, entry_id) references entries
);

create table conversation_tags (
  workspace_id uuid not null,
  conversation_id uuid not null,
  tag_id uuid not null,
  tagged_at timestamptz not null,
  primary key (workspace_id, conversation_id, tag_id),
  foreign key (workspace_id, conversation_id) references conversations,
  foreign key (workspace_id, tag_id) references tags
);
create index conversation_tags_of_tag on conversation_tags (workspace_id, tag_id, conversation_id);

-- Need-to-know: who may see a confidential conversation.
create table conversation_grants (
  workspace_id uuid not null,
  conversation_id uuid not null,
  teammate_id uuid not null,
  given_at timestamptz not null,
  given_by uuid,
  primary key (workspace_id, conversation_id, teammate_id),
  foreign key (workspace_id, conversation_id) references conversations,
  foreign key (workspace_id, teammate_id) references teammates
);
create index conversation_grants_of_teammate on conversation_grants (workspace_id, teammate_id, conversation_id);

-- One draft per conversation, author and kind; a reply never overwrites a note.
create table drafts (
  workspace_id uuid not null,
  conversation_id uuid not null,
  teammate_id uuid not null,
  kind text not null check (kind in ('reply', 'note')),
  id uuid not null,
  revision integer not null,
  body jsonb not null,
  saved_at timestamptz not null,
  primary key (workspace_id, conversation_id, teammate_id, kind),
  foreign key (workspace_id, conversation_id) references conversations,
  foreign key (workspace_id, teammate_id) references teammates
);
create index drafts_of_teammate on drafts (workspace_id, teammate_id, saved_at desc);

-- What we said we would do, and by when.
create table promises (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null,
  due_at timestamptz not null,
  words text not null default '' check (length(words) <= 300),
  kept_at timestamptz,
  withdrawn_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversations,
  foreign key (workspace_id, made_by) references teammates
);
create index promises_open on promises (workspace_id, conversation_id, due_at) where kept_at is null and withdrawn_at is null;

create table conversation_links (
  workspace_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  type text not null check (type in ('duplicates', 'blocks', 'causes', 'follows', 'belongs-to', 'relates-to')),
  linked_at timestamptz not null,
  linked_by uuid,
  primary key (workspace_id, from_id, to_id, type),
  foreign key (workspace_id, from_id) references conversations,
  foreign key (workspace_id, to_id) references conversations
);
create index conversation_links_to on conversation_links (workspace_id, to_id);

-- Merge, split and moved messages are one thing: items that went from one conversation to another, and can go back.
create table conversation_moves (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('merge', 'split', 'move')),
  from_id uuid not null,
  to_id uuid not null,
  moved_at timestamptz not null,
  moved_by uuid,
  -- what the source looked like, to put it back as it was
  before jsonb not null default '{}',
  undone_at timestamptz,
  undone_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, from_id) references conversations,
  foreign key (workspace_id, to_id) references conversations
);
create index conversation_moves_from on conversation_moves (workspace_id, from_id);
create index conversation_moves_to on conversation_moves (workspace_id, to_id);

create table moved_items (
  workspace_id uuid not null,
  move_id uuid not null,
  item_kind text not null check (item_kind in ('entry', 'thread', 'contact', 'participant', 'promise', 'delivery', 'tag')),
  item_id uuid not null,
  primary key (workspace_id, move_id, item_kind, item_id),
  foreign key (workspace_id, move_id) references conversation_moves
);

-- What each teammate has seen; personal, and never changes who has to answer.
create table conversation_reads (
  workspace_id uuid not null,
  teammate_id uuid not null,
  conversation_id uuid not null,
  seen_version bigint not null,
  seen_at timestamptz not null,
  primary key (workspace_id, teammate_id, conversation_id),
  foreign key (workspace_id, conversation_id) references conversations,
  foreign key (workspace_id, teammate_id) references teammates
);
