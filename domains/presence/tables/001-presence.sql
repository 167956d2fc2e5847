-- Who was in which state from when to when: stored once, read by routing, workforce, metrics and careers.

create table presence_intervals (
  workspace_id uuid not null,
  id uuid not null,
  teammate_id uuid not null,
  state text not null check (state in ('available', 'busy', 'wrap-up', 'break', 'away', 'offline')),
  reason text,
  -- what made it: the teammate, a contact, or a clock
  cause text not null check (cause in ('own', 'contact', 'clock', 'leader')),
  contact_id uuid,
  started_at timestamptz not null,
  ended_at timestamptz,
  -- while a contact holds somebody: what they return to when it is over
  then_state text check (then_state in ('available', 'break', 'away', 'offline')),
  then_reason text,
  -- rises by one with every change of this teammate, so that a screen knows the newer of two views
  version bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, teammate_id) references teammates,
  check (ended_at is null or ended_at >= started_at),
  check ((cause = 'contact') = (contact_id is not null)),
  check ((cause = 'contact') = (then_state is not null))
);
-- Exactly one open interval each.
create unique index presence_now on presence_intervals (workspace_id, teammate_id) where ended_at is null;
create index presence_of_teammate on presence_intervals (workspace_id, teammate_id, started_at desc);
create index presence_by_time on presence_intervals (workspace_id, started_at);
