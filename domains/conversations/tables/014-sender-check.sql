-- Whether a message's sender is who they say: what its channel found out, beside why it is here.
alter table threading_evidence add column sender_check jsonb;
