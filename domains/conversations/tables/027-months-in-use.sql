-- A house that began empty was given ten years of empty months, and every search locked each of them. The oldest months
-- without a message go, down to the thirteen that every house has; what is older still has its place.
do $$
declare
  month record;
  is_used boolean;
  first_kept date;
  dropped int := 0;
begin
  -- nobody writes into a month between the look and its end
  lock table search_parts in access exclusive mode;
  for month in
    select relname as name, to_date(right(relname, 7), 'YYYY_MM') as first_day
    from pg_inherits join pg_class on pg_class.oid = inhrelid
    where inhparent = 'search_parts'::regclass and relname ~ '^search_parts_\d{4}_\d{2}$' order by relname
  loop
    first_kept := month.first_day;
    exit when first_kept >= date_trunc('month', now() - interval '13 months');
    execute format('select exists (select 1 from %I)', month.name) into is_used;
    exit when is_used;
    -- empty, as was just seen under the lock: what comes for it later has its place in "search_parts_older"
    execute format('drop table %I', month.name);
    dropped := dropped + 1;
  end loop;
  if dropped > 0 then
    alter table search_parts detach partition search_parts_older;
    execute format('alter table search_parts attach partition search_parts_older for values from (minvalue) to (%L)', first_kept);
  end if;
end $$;
