-- Neighbours of a mistyped word keep its beginning or its end: both are asked of an index in order, and only what lies there
-- is measured. An index of threes of letters read a fifth of all words for each.
create extension if not exists fuzzystrmatch;
drop index search_words_alike;
create index search_words_head on search_words (workspace_id, word text_pattern_ops);
create index search_words_tail on search_words (workspace_id, reverse(word) text_pattern_ops);
