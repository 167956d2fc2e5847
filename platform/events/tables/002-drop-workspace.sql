-- A workspace leaves as a whole: every row of every table, its numbers too. The history lets its facts go only by this
-- name. Tables are tried until none refers to the rows of another; a circle of references would be a mistake of ours.
create function drop_workspace(ws uuid) returns void
language plpgsql as $$
declare
  left_over text[];
  still text[];
  table_name text;
begin
  perform set_config('rapport.drop_workspace', ws::text, true);
  select array_agg(c.oid::regclass::text order by c.oid desc) into left_over
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
  where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace;
  while cardinality(left_over) > 0 loop
    still := '{}';
    foreach table_name in array left_over loop
      begin
        execute format('delete from %s where workspace_id = $1', table_name) using ws;
      exception when foreign_key_violation then
        still := still || table_name;
      end;
    end loop;
    if cardinality(still) = cardinality(left_over) then
      raise exception 'Tables that refer to each other in a circle: %', still;
    end if;
    left_over := still;
  end loop;
  for table_name in select format('numbers.%I', c.relname) from pg_class c
    where c.relkind = 'S' and c.relnamespace = 'numbers'::regnamespace and c.relname like '%' || replace(ws::text, '-', '')
  loop
    execute 'drop sequence ' || table_name;
  end loop;
  perform set_config('rapport.drop_workspace', '', true);
end $$;
