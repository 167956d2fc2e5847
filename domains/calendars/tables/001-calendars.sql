-- When we work: weekly hours, holidays and exceptions, per brand or team.

create table calendars (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  zone text not null,
  -- weekly: 7 lists of [openMinute, closeMinute]; days: date -> list of intervals (empty = closed)
  weekly jsonb not null,
  days jsonb not null default '{}',
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, name)
);
