-- The same words, in a table by month of the last message. A search goes from the newest month back and stops when its
-- page is full: over all history at once the index of words gathers every place of a word before the first is shown.
alter table search_parts rename to search_parts_whole;
alter table search_parts_whole rename constraint search_parts_pkey to search_parts_whole_pkey;
drop index search_parts_words, search_parts_newest, search_parts_of_team, search_parts_of_assignee, search_parts_head;

create table search_parts (
  workspace_id uuid not null,
  conversation_id uuid not null,
  -- 0, 1, …: public text, 64 kB each; 1000, 1001, …: notes
  part smallint not null,
  is_note boolean not null,
  -- never ahead of our own clock: whose clock goes wrong is found among today's
  last_message_at timestamptz not null,
  -- as of the last write: they lead to the right index, and never decide who may see
  scope_brand_id uuid not null,
  scope_team_id uuid,
  scope_assignee_id uuid,
  -- subject, names and addresses folded, in part 0 alone: for parts of words
  head text not null default '' check (length(head) <= 2000),
  words tsvector not null,
  primary key (workspace_id, conversation_id, part, last_message_at),
  foreign key (workspace_id, conversation_id) references conversations
) partition by range (last_message_at);

-- What is older than the months we begin with lies together; months are made ahead, and stay.
do $$
declare
  first_month date := date_trunc('month', least(now() - interval '13 months',
    (select greatest(min(last_message_at), now() - interval '120 months') from search_parts_whole)));
begin
  execute format('create table search_parts_older partition of search_parts for values from (minvalue) to (%L)', first_month);
  perform ensure_months('search_parts', first_month, (now() + interval '3 months')::date);
end $$;

-- Makes the months from the newest there is to three ahead: also those that passed while nobody was running.
create function make_search_months() returns void
language sql as $$
  select ensure_months('search_parts',
    (select to_date(right(max(relname), 7), 'YYYY_MM') from pg_class where relname ~ '^search_parts_\d{4}_\d{2}$'),
    (now() + interval '3 months')::date);
$$;

insert into search_parts (workspace_id, conversation_id, part, is_note, last_message_at, scope_brand_id, scope_team_id,
    scope_assignee_id, head, words)
  select workspace_id, conversation_id, part, is_note, least(last_message_at, now()), scope_brand_id, scope_team_id,
    scope_assignee_id, head, words from search_parts_whole order by last_message_at;
-- All of it stands in the table above, under the same name: release 0.1 reads nothing else.
drop table search_parts_whole;

-- A short pending list: a search reads all of it.
create index search_parts_words on search_parts using gin (words) with (gin_pending_list_limit = 256);
create index search_parts_newest on search_parts (workspace_id, last_message_at desc, conversation_id desc);
create index search_parts_of_team on search_parts (workspace_id, scope_team_id, last_message_at desc, conversation_id desc);
create index search_parts_of_assignee on search_parts (workspace_id, scope_assignee_id, last_message_at desc, conversation_id desc);
create index search_parts_head on search_parts using gin (head gin_trgm_ops) where part = 0;
