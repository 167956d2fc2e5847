-- Letters between who hires and who applies: they belong to the application alone, and go with it.

create table application_letters (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  application_id uuid not null,
  direction text not null check (direction in ('out', 'in')),
  kind text not null check (kind in ('received', 'again', 'invited', 'declined', 'own', 'answer')),
  -- null: we ourselves, or the applicant
  author_id uuid,
  subject text not null check (length(subject) between 1 and 200),
  text text not null check (length(text) between 1 and 10000),
  written_at timestamptz not null,
  -- of a letter that leaves: claimed before the mail host is called, settled after
  claimed_at timestamptz,
  claim_id uuid,
  settled_at timestamptz,
  outcome text check (outcome in ('sent', 'failed', 'not-confirmed')),
  outcome_says text check (length(outcome_says) <= 1000),
  primary key (workspace_id, id),
  foreign key (workspace_id, application_id) references applications,
  foreign key (workspace_id, author_id) references teammates,
  check (direction = 'out' or claimed_at is null)
);
create index application_letters_of on application_letters (workspace_id, application_id, id);
create index application_letters_waiting on application_letters (workspace_id, id)
  where direction = 'out' and claimed_at is null;

-- An address may apply again: what somebody else sent is never overwritten, and nobody learns whether it is known here.
drop index applications_once;
create index applications_by_address on applications (workspace_id, lower(address), applied_at desc);
