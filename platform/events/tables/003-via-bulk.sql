-- What somebody did to many at once says so in the history of each.
alter table events drop constraint events_via_check;
alter table events add constraint events_via_check
  check (via in ('api', 'console', 'channel', 'job', 'bulk', 'import', 'demo', 'setup')) not valid;
