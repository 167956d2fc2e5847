-- How fast a line may send (its own setting), over all processes: when its next place is free, and the places given.

create table mail_paces (
  workspace_id uuid not null,
  line_id uuid not null,
  free_at timestamptz not null,
  primary key (workspace_id, line_id),
  foreign key (workspace_id, line_id) references lines
);

-- A reply that waits for its place; gone once it leaves.
create table mail_places (
  workspace_id uuid not null,
  entry_id uuid not null,
  line_id uuid not null,
  leaves_at timestamptz not null,
  primary key (workspace_id, entry_id),
  foreign key (workspace_id, line_id) references lines
);
