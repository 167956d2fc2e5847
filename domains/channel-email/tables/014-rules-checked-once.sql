-- Rules of single columns as domains, which PostgreSQL reads once a session and not at each insert and update; the same values
-- are refused (docs/decisions/0029, and how in events/004). 7,000 mails and 100,000 of their ids: 2 s, most of it for the indexes
-- over what is said of a mail, which are made anew.
lock table mail_ledger, mail_claims, mail_ids in access exclusive mode;

create domain mail_door as text;
create domain mail_door_key as text;
-- a line of a mail's head
create domain mail_header as text;
create domain mail_sender as text;
create domain mail_fate as text;
create domain mail_why as text;
create domain mail_reason as text;
create domain mail_charset as text;
create domain mail_id_origin as text;

alter table mail_ledger
  drop constraint mail_ledger_door_check,
  drop constraint mail_ledger_door_key_check,
  drop constraint mail_ledger_message_id_check,
  drop constraint mail_ledger_from_address_check,
  drop constraint mail_ledger_subject_check,
  drop constraint mail_ledger_fate_check,
  drop constraint mail_ledger_why_check,
  drop constraint mail_ledger_reason_check,
  drop constraint mail_ledger_read_as_check,
  alter column door type mail_door,
  alter column door_key type mail_door_key,
  alter column message_id type mail_header,
  alter column from_address type mail_sender,
  alter column subject type mail_header,
  alter column fate type mail_fate,
  alter column why type mail_why,
  alter column reason type mail_reason,
  alter column read_as type mail_charset;

alter table mail_claims
  drop constraint mail_claims_door_key_check,
  alter column door_key type mail_door_key;

alter table mail_ids
  drop constraint mail_ids_origin_check,
  drop constraint mail_ids_message_id_check,
  alter column origin type mail_id_origin,
  alter column message_id type mail_header;

alter domain mail_door add check (value in ('imap', 'smtp', 'lmtp', 'import'));
alter domain mail_door_key add check (length(value) <= 500);
alter domain mail_header add check (length(value) <= 998);
alter domain mail_sender add check (length(value) <= 320);
alter domain mail_fate add check (value in ('received', 'opened', 'threaded', 'parked', 'refused', 'duplicate'));
alter domain mail_why add check (length(value) <= 1000);
alter domain mail_reason add check (length(value) <= 40);
alter domain mail_charset add check (length(value) <= 40);
alter domain mail_id_origin add check (value in ('minted', 'received', 'referenced', 'number'));

select analyze_used('mail_ledger', 'mail_claims', 'mail_ids');
