-- What every table stands on: numbers people see, and months ahead.

create schema if not exists numbers;

-- The next number of a kind in one workspace (conversation #1042). A real sequence each, so that two openings at once
-- never wait for each other; gaps are allowed.
create function next_number(ws uuid, what text) returns bigint
language plpgsql as $$
declare
  sequence_name text := format('numbers.%I', what || '_' || replace(ws::text, '-', ''));
begin
  if to_regclass(sequence_name) is null then
    -- two first openings at once: the second waits, then finds it made
    perform pg_advisory_xact_lock(hashtextextended(sequence_name, 0));
    execute 'create sequence if not exists ' || sequence_name || ' start 1001';
  end if;
  return nextval(sequence_name::regclass);
end $$;

-- Makes the month partitions of a table from one month to another, both included; those that exist are left alone.
create function ensure_months(parent text, first_month date, last_month date) returns void
language plpgsql as $$
declare
  m date := date_trunc('month', first_month);
begin
  while m <= last_month loop
    execute format('create table if not exists %I partition of %I for values from (%L) to (%L)',
      parent || '_' || to_char(m, 'YYYY_MM'), parent, m, m + interval '1 month');
    m := m + interval '1 month';
  end loop;
end $$;
