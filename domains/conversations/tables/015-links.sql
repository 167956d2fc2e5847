-- Links are read from both sides; who asks for what belongs to this asks by `to_id`, so nothing is added for that.
-- One answer to all incidents of a problem: which conversations it goes to is written down with it, and each is answered once.

create table fan_outs (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  -- emptied when the last one is answered
  text text not null default '' check (length(text) <= 200000),
  has_text boolean not null,
  after_reply text not null check (after_reply in ('stay', 'wait', 'close')),
  made_by uuid not null,
  made_at timestamptz not null,
  finished_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversations,
  foreign key (workspace_id, made_by) references teammates
);
create index fan_outs_of_conversation on fan_outs (workspace_id, conversation_id, made_at desc);

create table fan_out_items (
  workspace_id uuid not null,
  fan_out_id uuid not null,
  conversation_id uuid not null,
  -- of the reply: the same one again is the same reply
  entry_id uuid not null,
  settled_at timestamptz,
  -- null: it went out
  refusal text check (length(refusal) <= 500),
  primary key (workspace_id, fan_out_id, conversation_id),
  foreign key (workspace_id, fan_out_id) references fan_outs,
  foreign key (workspace_id, conversation_id) references conversations
);
create index fan_out_items_of_conversation on fan_out_items (workspace_id, conversation_id);
