-- Scorecards and their results: evidence stored once, used by reviewers, automatic checks and practice.

create table scorecards (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, name)
);

-- Questions with weights; a version is never changed once used.
create table scorecard_versions (
  workspace_id uuid not null,
  id uuid not null,
  scorecard_id uuid not null,
  version smallint not null,
  questions jsonb not null,
  published_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, scorecard_id, version),
  foreign key (workspace_id, scorecard_id) references scorecards
);

create table scorecard_results (
  workspace_id uuid not null,
  id uuid not null,
  scorecard_version_id uuid not null,
  -- what was looked at: a conversation, or a practice session
  subject_kind text not null check (subject_kind in ('conversation', 'practice')),
  subject_id uuid not null,
  teammate_id uuid,
  judge_kind text not null check (judge_kind in ('teammate', 'check', 'assistant', 'self')),
  judge_id uuid,
  -- points in hundredths of a per cent of what could be reached; null where nothing applied
  points_basis integer check (points_basis between 0 and 10000),
  -- question id -> { mark, restsOn: entry ids }
  answers jsonb not null,
  occurred_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, scorecard_version_id) references scorecard_versions,
  foreign key (workspace_id, teammate_id) references teammates
);
create index scorecard_results_of_subject on scorecard_results (workspace_id, subject_id);
create index scorecard_results_of_teammate on scorecard_results (workspace_id, teammate_id, occurred_at desc);
