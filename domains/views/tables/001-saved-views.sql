-- A list of conversations that somebody described once: for themselves, a team, or everybody. What it holds is asked of
-- the conversations each time, for the eyes of whoever looks.
create table saved_views (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  owner_id uuid not null,
  name text not null check (length(name) between 1 and 80),
  visibility text not null check (visibility in ('mine', 'team', 'everybody')),
  team_id uuid,
  filter jsonb not null,
  columns text[] not null default '{}',
  sort text not null check (sort in ('due', 'newest', 'oldest', 'waiting')),
  position integer not null default 0,
  changed_at timestamptz not null,
  removed_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, owner_id) references teammates,
  foreign key (workspace_id, team_id) references teams,
  check ((visibility = 'team') = (team_id is not null))
);
create index saved_views_shown on saved_views (workspace_id, position, name) where removed_at is null;
