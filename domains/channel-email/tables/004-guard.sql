-- What guards a line: why a mail was set aside, as a word that can be counted, and addresses that send more than a
-- person can.

alter table mail_ledger add column reason text check (length(reason) <= 40);

-- An address beyond its budget is held back until it was quiet for an hour.
create table mail_brakes (
  workspace_id uuid not null,
  line_id uuid not null,
  sender text not null check (length(sender) <= 320),
  since timestamptz not null,
  until timestamptz not null,
  held bigint not null default 0,
  primary key (workspace_id, line_id, sender),
  foreign key (workspace_id, line_id) references lines
);
