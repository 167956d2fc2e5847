-- Conversations by what a field of theirs says.
create index conversations_custom on conversations using gin (custom jsonb_path_ops) where custom <> '{}'::jsonb;
