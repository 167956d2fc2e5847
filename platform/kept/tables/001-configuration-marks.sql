-- One mark a workspace that is another one after every change of what is configured there. What a process read of the
-- configuration it may keep for as long as the mark stays (platform/kept).

create table configuration_marks (
  workspace_id uuid primary key,
  -- never a counter: a number given by a transaction that then rolls back would be given again, for something else
  mark uuid not null default gen_random_uuid()
);

-- By triggers, so that no writer can forget: console, set-up file, import, or somebody at a prompt. The row of a mark is
-- locked until its transaction ends, so changes of one workspace's configuration come one after the other.
create function renew_configuration_mark() returns trigger
language plpgsql as $$
begin
  if tg_op = 'TRUNCATE' then
    update configuration_marks set mark = gen_random_uuid();
    return null;
  end if;
  insert into configuration_marks (workspace_id)
  select distinct workspace_id from changed
  -- a workspace that leaves as a whole gets no mark again, whichever of its tables is emptied last
  where workspace_id::text is distinct from current_setting('rapport.drop_workspace', true)
  -- two that change several workspaces wait for each other in one order
  order by workspace_id
  on conflict (workspace_id) do update set mark = excluded.mark;
  return null;
end $$;

-- Called by the migration of the domain that owns a table of configuration.
create function renew_marks_with(configuration regclass) returns void
language plpgsql as $$
begin
  execute format('create trigger mark_inserted after insert on %s
    referencing new table as changed for each statement execute function renew_configuration_mark()', configuration);
  execute format('create trigger mark_updated after update on %s
    referencing new table as changed for each statement execute function renew_configuration_mark()', configuration);
  -- a row that moves to another workspace changes two
  execute format('create trigger mark_left after update on %s
    referencing old table as changed for each statement execute function renew_configuration_mark()', configuration);
  execute format('create trigger mark_deleted after delete on %s
    referencing old table as changed for each statement execute function renew_configuration_mark()', configuration);
  execute format('create trigger mark_emptied after truncate on %s
    for each statement execute function renew_configuration_mark()', configuration);
  -- where there is no mark nothing is kept: those that work here already have one from now on
  execute format('insert into configuration_marks (workspace_id)
    select distinct workspace_id from %s on conflict do nothing', configuration);
end $$;
