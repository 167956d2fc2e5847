-- A call: one contact by telephone. Times are dated facts; handle time lies in handling_intervals.

create table calls (
  workspace_id uuid not null,
  id uuid not null,
  line_id uuid not null,
  contact_id uuid not null,
  conversation_id uuid not null,
  from_number text not null check (length(from_number) <= 64),
  to_number text not null check (length(to_number) <= 64),
  simulated_at timestamptz,
  offered_at timestamptz not null,
  offered_to uuid,
  answered_at timestamptz,
  answered_by uuid,
  held_at timestamptz,
  ended_at timestamptz,
  ended_by text check (ended_by in ('customer', 'teammate', 'system')),
  wrapped_up_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, line_id) references lines,
  foreign key (workspace_id, contact_id) references contacts,
  foreign key (workspace_id, conversation_id) references conversations,
  foreign key (workspace_id, answered_by) references teammates,
  foreign key (workspace_id, offered_to) references teammates
);
create index calls_live on calls (workspace_id, offered_at) where wrapped_up_at is null;
create index calls_of_conversation on calls (workspace_id, conversation_id);
