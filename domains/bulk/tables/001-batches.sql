-- One change of many conversations at once: what was asked, for which, what became of each, and the way back.

create table batches (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null,
  -- what to do, in ids, numbers, times and the names of tags
  action jsonb not null,
  state text not null check (state in ('running', 'done', 'cancelled', 'undoing', 'undone')),
  total integer not null check (total >= 0),
  -- how many the work at hand has behind it; it begins anew when it is undone
  progress integer not null default 0,
  refused integer not null default 0,
  -- the last step: work that stands still is taken up again
  moved_at timestamptz not null,
  finished_at timestamptz,
  undone_at timestamptz,
  version integer not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, made_by) references teammates
);
create index batches_of_maker on batches (workspace_id, made_by, made_at desc);
create index batches_at_work on batches (workspace_id, moved_at) where state in ('running', 'undoing');
create index batches_left_lying on batches (workspace_id, made_at);

create table batch_items (
  workspace_id uuid not null,
  batch_id uuid not null,
  -- in the order of the list they were chosen from
  position integer not null,
  conversation_id uuid not null,
  -- waiting; changed, same, refused or skipped (cancelled before its turn); then undone, or kept where the way back is closed
  outcome text not null default 'waiting' check (outcome in ('waiting', 'changed', 'same', 'refused', 'skipped', 'undone', 'kept')),
  why text check (length(why) <= 500),
  -- what it was and what it became, as ids, numbers and times
  before jsonb,
  after jsonb,
  primary key (workspace_id, batch_id, position),
  unique (workspace_id, batch_id, conversation_id),
  foreign key (workspace_id, batch_id) references batches,
  foreign key (workspace_id, conversation_id) references conversations
);
create index batch_items_by_outcome on batch_items (workspace_id, batch_id, outcome, position);
