-- A list is read from an index in its own order, whoever asks: what a team works on, what is promised in the whole
-- workspace, and what somebody's own newest is. Without these a small team walked through everybody's history, and
-- "all open by promise" sorted everything that is open (measured: docs/reference/bench.md).
create index conversations_of_team on conversations (workspace_id, team_id, status_category, last_entry_at desc, id desc)
  where merged_at is null;
create index conversations_of_team_by_promise on conversations (workspace_id, team_id, status_category, sort_due, id)
  where merged_at is null;
create index conversations_by_promise on conversations (workspace_id, status_category, sort_due, id)
  where merged_at is null;
create index conversations_of_assignee_newest on conversations (workspace_id, assignee_id, status_category, last_entry_at desc, id desc)
  where merged_at is null;
