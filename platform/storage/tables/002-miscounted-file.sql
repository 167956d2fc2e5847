-- Refuses a transaction whose count of a file reached no row: said by the database, so that the count can travel with
-- the commit and nobody waits for it.
create function miscounted_file() returns integer language plpgsql as $$
begin
  raise exception 'A file is named that was never put into this workspace, or released more often than it was kept.';
end $$;
