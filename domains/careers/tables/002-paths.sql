-- Where a teammate stands and wants to go: their own words, seen by nobody else until they choose.

create table career_paths (
  workspace_id uuid not null references workspaces,
  teammate_id uuid not null,
  own_role text check (length(own_role) between 1 and 80),
  own_since date,
  next_role text check (length(next_role) between 1 and 80),
  place text check (length(place) between 1 and 80),
  -- since when their leader may see this page; null: they may not
  shared_at timestamptz,
  changed_at timestamptz not null,
  primary key (workspace_id, teammate_id),
  foreign key (workspace_id, teammate_id) references teammates
);
