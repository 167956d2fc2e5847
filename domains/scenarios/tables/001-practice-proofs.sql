-- Results of practice that somebody asked us to keep: shown to who has the link, gone when it ends or they say so.
create table practice_proofs (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  -- the scenario's id in the bank, and its version
  scenario text not null check (length(scenario) between 1 and 60),
  scenario_version smallint not null,
  points smallint not null check (points between 0 and 20),
  -- what was seen: question -> mark, and the notes of each line
  marks jsonb not null,
  -- one's own lines, only where they were asked to be shown
  lines jsonb,
  shown_name text check (length(shown_name) <= 80),
  kept_at timestamptz not null,
  keep_until timestamptz not null,
  primary key (workspace_id, id)
);
create index practice_proofs_to_end on practice_proofs (workspace_id, keep_until);
