-- Rules of single columns as domains, which PostgreSQL reads once a session and not at each insert and update; the same values
-- are refused (docs/decisions/0029, and how in events/004). 7,000 customers and their identities: 0.6 s, most of it for the
-- indexes over parts of names, which are made anew.
lock table customers, identities in access exclusive mode;

create domain person_name as text;
create domain customer_tags as text[];
create domain identity_kind as text;
create domain identity_value as text;

alter table customers
  drop constraint customers_name_check,
  drop constraint customers_tags_check,
  alter column name type person_name,
  alter column tags type customer_tags;

alter table identities
  drop constraint identities_kind_check,
  drop constraint identities_value_check,
  drop constraint identities_value_normalised_check,
  alter column kind type identity_kind,
  alter column value type identity_value,
  alter column value_normalised type identity_value;

alter domain person_name add check (length(value) <= 300);
alter domain customer_tags add check (cardinality(value) <= 50);
alter domain identity_kind add check (value in ('address', 'phone', 'handle', 'external', 'visitor'));
alter domain identity_value add check (length(value) <= 320);

select analyze_used('customers', 'identities');
