-- Notices on the devices of a teammate (web push): each is pushed once.

create table push_devices (
  workspace_id uuid not null,
  id uuid not null,
  teammate_id uuid not null,
  -- where the browser's own push service takes messages for it: whoever knows it can only send, and only signed by us
  endpoint text not null check (length(endpoint) between 1 and 1000),
  -- what a message is encrypted with, so that the push service reads none of it
  p256dh text not null check (length(p256dh) between 1 and 200),
  auth text not null check (length(auth) between 1 and 100),
  name text not null check (length(name) between 1 and 80),
  added_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, teammate_id) references teammates,
  unique (workspace_id, endpoint)
);
create index push_devices_of_teammate on push_devices (workspace_id, teammate_id);

alter table notices add column push_due_at timestamptz;
alter table notices add column pushed_at timestamptz;
create index notices_to_push on notices (workspace_id, teammate_id, id)
  where push_due_at is not null and pushed_at is null;
