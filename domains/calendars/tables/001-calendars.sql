-- When we work: weekly hours, holidays and exceptions, per brand or team.

create table calendars (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  zone text not null,
  -- weekday (0 is Sunday) -> [{ open: '09:00', close: '18:00' }]; local date -> hours of that day alone ([] = closed)
  weekly jsonb not null,
  days jsonb not null default '{}',
  -- the one that counts where nothing else is said
  is_standard boolean not null default false,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, name)
);
create unique index calendars_standard on calendars (workspace_id) where is_standard;
