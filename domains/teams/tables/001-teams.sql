-- The groups that work, the queues where conversations wait, and what people can do.

create table teams (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  calendar_id uuid,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, name),
  foreign key (workspace_id, calendar_id) references calendars
);

create table team_members (
  workspace_id uuid not null,
  team_id uuid not null,
  teammate_id uuid not null,
  leads_since timestamptz,
  since timestamptz not null default now(),
  primary key (workspace_id, team_id, teammate_id),
  foreign key (workspace_id, team_id) references teams,
  foreign key (workspace_id, teammate_id) references teammates
);
create index team_members_of_teammate on team_members (workspace_id, teammate_id);

create table queues (
  workspace_id uuid not null,
  id uuid not null,
  brand_id uuid not null,
  team_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  position integer not null default 0,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, brand_id) references brands,
  foreign key (workspace_id, team_id) references teams
);
create index queues_of_team on queues (workspace_id, team_id);
create unique index queues_by_name on queues (workspace_id, brand_id, name) where archived_at is null;

create table skills (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, name)
);

-- What someone can do, level 1 to 5, and what that rests on. A later row of the same source replaces an earlier one.
create table teammate_skills (
  workspace_id uuid not null,
  teammate_id uuid not null,
  skill_id uuid not null,
  source text not null check (source in ('own', 'leader', 'review', 'certificate', 'practice')),
  level smallint not null check (level between 1 and 5),
  rests_on_kind text,
  rests_on_id uuid,
  recorded_at timestamptz not null,
  primary key (workspace_id, teammate_id, skill_id, source),
  foreign key (workspace_id, teammate_id) references teammates,
  foreign key (workspace_id, skill_id) references skills
);

create table certificates (
  workspace_id uuid not null,
  id uuid not null,
  teammate_id uuid not null,
  skill_id uuid not null,
  level smallint not null check (level between 1 and 5),
  passed_at timestamptz not null,
  expires_at timestamptz,
  rests_on_kind text not null,
  rests_on_id uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, teammate_id) references teammates,
  foreign key (workspace_id, skill_id) references skills
);
create index certificates_of_teammate on certificates (workspace_id, teammate_id, skill_id);
