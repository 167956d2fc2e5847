-- Lists that were read whole and sorted for their first page, each in its own order: a queue, newest first; who waits
-- longest in a team; and what nobody has, by promise. The last had its priority before the promise, which broke the
-- order; behind it the priority is still told without a look at the row.
create index conversations_of_queue_newest
  on conversations (workspace_id, queue_id, status_category, last_entry_at desc, id desc) where merged_at is null;

create index conversations_of_team_longest_waiting
  on conversations (workspace_id, team_id, waiting_since, id) where waiting_since is not null and merged_at is null;

drop index conversations_unassigned_of_team;
create index conversations_unassigned_of_team
  on conversations (workspace_id, team_id, status_category, sort_due, id, priority)
  where assignee_id is null and merged_at is null;

drop index conversations_unassigned_by_promise;
create index conversations_unassigned_by_promise
  on conversations (workspace_id, status_category, sort_due, id, priority)
  where assignee_id is null and merged_at is null;
