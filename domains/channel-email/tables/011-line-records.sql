-- What the DNS said of a line's domain when it was last asked: each record with its state, and since when one that held does not.
create table mail_line_records (
  workspace_id uuid not null,
  line_id uuid not null,
  -- asked, or about to be: who takes a line writes this first
  checked_at timestamptz not null,
  records jsonb not null default '[]',
  primary key (workspace_id, line_id),
  foreign key (workspace_id, line_id) references lines
);
