-- Sending asks for what is not settled: what waits, and what its own claim holds. Settled letters, nearly all, are left out.

drop index application_letters_waiting;
create index application_letters_unsettled on application_letters (workspace_id, id)
  where direction = 'out' and settled_at is null;
