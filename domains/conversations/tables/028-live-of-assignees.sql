-- How many live contacts each teammate has at hand is asked whenever one more is handed to them, beside all their mail.

create index conversations_live_assigned on conversations (workspace_id, last_channel, assignee_id)
  where assignee_id is not null and status_category in ('open', 'waiting') and snoozed_until is null and merged_at is null;
