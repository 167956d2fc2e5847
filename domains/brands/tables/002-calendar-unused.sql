-- In whose hours a brand is served stands in brand_hours (calendars 002): no statement writes or reads this column. It stays
-- for the next release, so that the one before still works beside it, and is dropped with the one after that.
comment on column brands.calendar_id is 'Unused since brand_hours; dropped with the next release but one.';
