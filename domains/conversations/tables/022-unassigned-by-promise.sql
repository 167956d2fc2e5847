-- What nobody has, in the order of promises, whatever else a view asks of it: "assignee is null" in front of another index
-- gives no order, and the whole of it was read and sorted.
create index conversations_unassigned_by_promise on conversations (workspace_id, status_category, sort_due, id)
  where assignee_id is null and merged_at is null;
