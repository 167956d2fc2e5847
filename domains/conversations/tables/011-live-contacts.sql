-- Chats that wait for anybody: the desk of several chats at once asks for them all day, beside ten thousand mails.

create index conversations_live_unassigned on conversations (workspace_id, last_channel, waiting_since)
  where assignee_id is null and status_category = 'open' and snoozed_until is null and merged_at is null;
