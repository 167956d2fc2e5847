-- Who was checked before something was said to them, how, and what may then be said.

create table verifications (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  conversation_id uuid not null,
  customer_id uuid not null,
  -- who was checked, in words: the customer, or who speaks for them; erased with them
  whom text not null check (length(whom) <= 160),
  way_id uuid not null,
  -- the way as it was then: what is changed later changes nothing that was checked
  way_name text not null,
  allows text not null,
  passed boolean not null,
  ends_with_call boolean not null,
  checked_by uuid,
  checked_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversations,
  foreign key (workspace_id, customer_id) references customers,
  check (expires_at > checked_at)
);
create index verifications_of_conversation on verifications (workspace_id, conversation_id, checked_at desc, id desc);
create index verifications_of_customer on verifications (workspace_id, customer_id);
-- what ends with the call, asked at its end
create index verifications_in_calls on verifications (workspace_id, conversation_id) where ends_with_call and ended_at is null;
