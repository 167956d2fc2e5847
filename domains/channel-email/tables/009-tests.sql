-- A test of a line: a mail to its own address, each step with its time. What of it is remembered names no person.
create table mail_tests (
  workspace_id uuid not null,
  id uuid not null,
  line_id uuid not null,
  begun_at timestamptz not null,
  begun_by uuid,
  -- the outgoing server took it, in its own words
  accepted_at timestamptz,
  accepted_by text check (length(accepted_by) <= 300),
  failed_at timestamptz,
  failure text check (length(failure) <= 1000),
  -- it stood at its host, and we had it
  arrived_at timestamptz,
  fetched_at timestamptz,
  ledger_id uuid,
  -- what the way wrote on it: the domain it came back from, by which key it was signed, and for which domain
  return_path text check (length(return_path) <= 253),
  selector text check (length(selector) <= 253),
  signed_for text check (length(signed_for) <= 253),
  primary key (workspace_id, id),
  foreign key (workspace_id, line_id) references lines
);
create index mail_tests_of_line on mail_tests (workspace_id, line_id, begun_at desc);
