-- Who takes part, and what was promised, is asked for with every opening, reply and mail. The unique indexes hold only
-- some of the rows (those with an identity, those not kept), so none of them answered: every opening read the whole
-- table, 200 ms at a million conversations.
create index participants_of_conversation on participants (workspace_id, conversation_id, since);
create index promises_of_conversation on promises (workspace_id, conversation_id, due_at);
