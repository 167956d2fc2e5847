-- What the people of a workspace say of their work in place of, or beside, what came with the program.

-- Grows by one with every change: a process that knows the catalogue of a version reads nothing else again.
create table career_versions (
  workspace_id uuid not null references workspaces,
  version integer not null,
  primary key (workspace_id)
);

-- Every writing of a text; the newest of a kind, key and language is the one that is shown. Nothing is overwritten.
create table career_texts (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  kind text not null check (kind in ('role', 'skill', 'place', 'question')),
  key text not null check (length(key) between 1 and 80),
  lang text not null check (length(lang) between 2 and 20),
  -- null: back to what came with the program, or gone where it was their own
  body jsonb,
  written_at timestamptz not null,
  written_by uuid,
  primary key (workspace_id, id)
);
create index career_texts_newest on career_texts (workspace_id, kind, key, lang, id desc);

-- A range of pay is never changed: it ends, and another begins.
create table career_pay (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  role text not null check (length(role) between 1 and 80),
  place text not null check (length(place) between 1 and 80),
  experience text not null check (experience in ('starting', 'experienced')),
  low_minor bigint not null check (low_minor >= 0),
  high_minor bigint not null check (high_minor >= low_minor),
  currency char(3) not null,
  period text not null check (period in ('year', 'month', 'hour')),
  year integer not null check (year between 1990 and 2100),
  source text not null check (length(source) between 2 and 200),
  source_url text check (length(source_url) <= 500),
  -- what the range means: "gross base pay, 10th to 90th percentile"
  means text not null check (length(means) between 2 and 200),
  entered_at timestamptz not null,
  entered_by uuid,
  ended_at timestamptz,
  primary key (workspace_id, id)
);
create unique index career_pay_now on career_pay (workspace_id, role, place, experience) where ended_at is null;

-- What a role is called in a place, and who says so.
create table career_titles (
  workspace_id uuid not null references workspaces,
  role text not null check (length(role) between 1 and 80),
  place text not null check (length(place) between 1 and 80),
  title text not null check (length(title) between 1 and 160),
  source text not null check (length(source) between 2 and 200),
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (workspace_id, role, place)
);
