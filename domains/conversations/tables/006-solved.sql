-- What was solved in a period, for the figures about solving: found by its moment, newest first.

create index conversations_solved on conversations (workspace_id, solved_at desc, id desc)
  where solved_at is not null and merged_at is null;
