-- A skill of the careers catalogue has its key here too, so that ladders, reviews, courses and routing mean the same one.

alter table skills add column key text check (length(key) between 1 and 80);
create unique index skills_by_key on skills (workspace_id, key) where key is not null;
