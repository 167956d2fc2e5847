-- What should be mended, as whoever serves customers saw it; and the conversations that show it.

create table improvements (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  brand_id uuid not null,
  -- whose conversation it was seen in: the words may say who they are, and are erased with them
  customer_id uuid not null,
  kind text not null check (kind in ('article', 'product', 'process', 'policy', 'bot')),
  title text not null check (length(title) <= 160),
  words text not null check (length(words) <= 4000),
  state text not null default 'open' check (state in ('open', 'taken', 'done', 'declined')),
  owner_id uuid,
  -- what was done, or why nothing will be
  outcome text not null default '' check (length(outcome) <= 1000),
  -- kept: how many conversations show it
  supports integer not null default 0,
  suggested_by uuid,
  suggested_at timestamptz not null,
  settled_by uuid,
  settled_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, brand_id) references brands,
  foreign key (workspace_id, customer_id) references customers,
  foreign key (workspace_id, owner_id) references teammates,
  check ((state in ('done', 'declined')) = (settled_at is not null)),
  check (state <> 'declined' or outcome <> '')
);
-- the list of one state: what most conversations show first, or the newest first
create index improvements_most on improvements (workspace_id, state, supports desc, id desc);
create index improvements_newest on improvements (workspace_id, state, suggested_at desc, id desc);
create index improvements_of_customer on improvements (workspace_id, customer_id);

create table improvement_supports (
  workspace_id uuid not null,
  improvement_id uuid not null,
  conversation_id uuid not null,
  said_by uuid,
  said_at timestamptz not null,
  -- the merge that took it along; it goes back when that is undone
  move_id uuid,
  primary key (workspace_id, improvement_id, conversation_id),
  foreign key (workspace_id, improvement_id) references improvements,
  foreign key (workspace_id, conversation_id) references conversations
);
create index improvement_supports_newest on improvement_supports (workspace_id, improvement_id, said_at desc);
create index improvement_supports_of_conversation on improvement_supports (workspace_id, conversation_id);
create index improvement_supports_of_move on improvement_supports (workspace_id, move_id) where move_id is not null;
