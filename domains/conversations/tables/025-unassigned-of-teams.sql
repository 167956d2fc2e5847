-- What nobody of a team has, by how much it matters: in the order of promises alone, six thousand were read for fifty.
create index conversations_unassigned_of_team on conversations
  (workspace_id, team_id, status_category, priority, sort_due, id)
  where assignee_id is null and merged_at is null;
