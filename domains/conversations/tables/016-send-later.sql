-- Replies that leave later. They are no entries until they leave: nobody has answered yet, clocks run, promises stand.

create table scheduled_replies (
  workspace_id uuid not null,
  -- also the id of the entry it becomes
  id uuid not null,
  conversation_id uuid not null,
  teammate_id uuid not null,
  -- words, markup, people, files by their uploads: as in a draft
  body jsonb not null,
  after_reply text not null check (after_reply in ('stay', 'close', 'wait')),
  close_anyway boolean not null default false,
  send_at timestamptz not null,
  made_at timestamptz not null,
  -- what its author had seen: something newer stops it
  seen_version bigint not null,
  stopped_at timestamptz,
  stopped_because text check (stopped_because in ('customer-wrote', 'colleague-wrote', 'refused')),
  stopped_says text check (length(stopped_says) <= 500),
  sent_at timestamptz,
  cancelled_at timestamptz,
  cancelled_by uuid,
  -- the merge that took it along; it goes back when that is undone
  move_id uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversations,
  foreign key (workspace_id, teammate_id) references teammates,
  check ((stopped_at is null) = (stopped_because is null)),
  check (num_nonnulls(sent_at, cancelled_at) <= 1)
);
create index scheduled_replies_of_conversation on scheduled_replies (workspace_id, conversation_id, send_at)
  where sent_at is null and cancelled_at is null;
create index scheduled_replies_due on scheduled_replies (workspace_id, send_at)
  where sent_at is null and cancelled_at is null and stopped_at is null;
create index scheduled_replies_of_move on scheduled_replies (workspace_id, move_id) where move_id is not null;
