-- "Always do this": what a teammate decided of one parked mail, for every next one like it on the line.

create table mail_rules (
  workspace_id uuid not null,
  id uuid not null,
  line_id uuid not null,
  -- whose mail: one address, or one list by its id
  of text not null check (of in ('sender', 'list')),
  value text not null check (length(value) between 1 and 320),
  act text not null check (act in ('let-through', 'never')),
  made_at timestamptz not null,
  made_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, line_id) references lines
);
create unique index mail_rules_of_value on mail_rules (workspace_id, line_id, of, value);
-- Erasing a customer takes the rules about their addresses with it.
create index mail_rules_of_sender on mail_rules (workspace_id, value);
-- The addresses held back now, the last first.
create index mail_brakes_until on mail_brakes (workspace_id, line_id, until desc);
