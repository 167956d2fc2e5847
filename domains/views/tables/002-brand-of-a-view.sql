-- What is shared is shared with those who serve its brand; null is for all brands, and only who serves all of them may.
alter table saved_views add column brand_id uuid;
alter table saved_views add foreign key (workspace_id, brand_id) references brands;
