-- Looks anew at tables whose columns changed their type: PostgreSQL forgets what it knew of such columns, and of a month that is
-- over nothing would ever teach it again. Tables and months without a row are left out: they would be remembered as small, and
-- read whole while they fill.
create function analyze_used(variadic tables text[]) returns void
language plpgsql as $$
declare
  part regclass;
  is_used boolean;
begin
  for part in
    select oid::regclass from pg_class
    where relkind = 'r' and (oid = any(tables::regclass[])
      or oid in (select inhrelid from pg_inherits where inhparent = any(tables::regclass[])))
  loop
    execute format('select exists (select 1 from %s)', part) into is_used;
    if is_used then execute format('analyze %s', part); end if;
  end loop;
end $$;
