-- Who did it and by which way, as domains: PostgreSQL reads a CHECK of a table anew at each insert, that of a domain once a
-- session (docs/decisions/0029). The same values are refused. Every row there is was checked on its way in, the former list
-- of ways being the shorter one.
-- Given to its column before it has its rule, a domain costs no new copy of the table; the rule then reads each row once.
-- 50,000 facts: 0.4 s; PostgreSQL forgets what it knew of the columns, so it looks at them again.
lock table events in access exclusive mode;

create domain event_actor_kind as text;
create domain event_via as text;

alter table events
  drop constraint events_actor_kind_check,
  drop constraint events_via_check,
  alter column actor_kind type event_actor_kind,
  alter column via type event_via;

alter domain event_actor_kind add check (value in ('teammate', 'customer', 'assistant', 'rule', 'service', 'system'));
alter domain event_via add check (value in ('api', 'console', 'channel', 'job', 'bulk', 'import', 'demo', 'setup'));

select analyze_used('events');
