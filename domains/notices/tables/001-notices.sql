-- What somebody should know, and whether they have seen it. Text is made from the kind and its subject when shown.

create table notices (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  teammate_id uuid not null,
  kind text not null,
  subject_kind text not null,
  subject_id uuid not null,
  -- ids, numbers and times the words need
  body jsonb not null default '{}',
  -- one notice per teammate, kind and cause, however often a job runs
  cause_id uuid not null,
  occurred_at timestamptz not null,
  seen_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, teammate_id) references teammates,
  unique (workspace_id, teammate_id, kind, cause_id)
);
create index notices_of_teammate on notices (workspace_id, teammate_id, id desc);
create index notices_unseen on notices (workspace_id, teammate_id) where seen_at is null;

create table notice_choices (
  workspace_id uuid not null,
  teammate_id uuid not null,
  kind text not null,
  silenced_at timestamptz,
  by_mail_at timestamptz,
  primary key (workspace_id, teammate_id, kind),
  foreign key (workspace_id, teammate_id) references teammates
);
