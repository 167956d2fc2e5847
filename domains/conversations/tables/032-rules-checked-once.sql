-- Rules of single columns as domains, which PostgreSQL reads once a session and not at each insert and update; the same values
-- are refused (docs/decisions/0029, and how in events/004). 10,000 conversations with 100,000 entries: 2.5 s, most of it for the
-- indexes with a condition, which are made anew.
lock table conversations, threads, contacts, participants, entries, entry_bodies, threading_evidence, message_files, note_files,
  deliveries, drafts in access exclusive mode;

create domain subject_line as text;
create domain preview_text as text;
create domain status_category as text;
create domain conversation_priority as smallint;
-- as the other side names a thread, or a message of ours
create domain outside_id as text;
create domain contact_direction as text;
create domain contact_outcome as text;
create domain entry_kind as text;
create domain entry_visibility as text;
create domain author_kind as text;
-- which entries have files that the customer sees, which have files that stay here, and which are delivered
create domain filed_entry_kind as text;
create domain note_entry_kind as text;
create domain sent_entry_kind as text;
create domain file_name as text;
create domain recipient_kind as text;
create domain address_text as text;
create domain failure_text as text;
create domain participant_name as text;
create domain participant_role as text;
create domain threading_score as smallint;
create domain draft_kind as text;

alter table conversations
  drop constraint conversations_subject_check,
  drop constraint conversations_last_preview_check,
  drop constraint conversations_status_category_check,
  drop constraint conversations_priority_check,
  alter column subject type subject_line,
  alter column last_preview type preview_text,
  alter column status_category type status_category,
  alter column priority type conversation_priority;

alter table threads
  drop constraint threads_external_id_check,
  alter column external_id type outside_id;

alter table contacts
  drop constraint contacts_direction_check,
  drop constraint contacts_outcome_check,
  alter column direction type contact_direction,
  alter column outcome type contact_outcome;

alter table participants
  drop constraint participants_address_check,
  drop constraint participants_name_check,
  drop constraint participants_role_check,
  alter column address type address_text,
  alter column name type participant_name,
  alter column role type participant_role;

alter table entries
  drop constraint entries_kind_check,
  drop constraint entries_visibility_check,
  drop constraint entries_author_kind_check,
  alter column kind type entry_kind,
  alter column visibility type entry_visibility,
  alter column author_kind type author_kind;

alter table entry_bodies
  drop constraint entry_bodies_subject_check,
  alter column subject type subject_line;

alter table threading_evidence
  drop constraint threading_evidence_score_check,
  alter column score type threading_score;

alter table message_files
  drop constraint message_files_entry_kind_check,
  drop constraint message_files_name_check,
  alter column entry_kind type filed_entry_kind,
  alter column name type file_name;

alter table note_files
  drop constraint note_files_entry_kind_check,
  drop constraint note_files_name_check,
  alter column entry_kind type note_entry_kind,
  alter column name type file_name;

alter table deliveries
  drop constraint deliveries_entry_kind_check,
  drop constraint deliveries_recipient_kind_check,
  drop constraint deliveries_recipient_check,
  drop constraint deliveries_failure_check,
  drop constraint deliveries_provider_id_check,
  alter column entry_kind type sent_entry_kind,
  alter column recipient_kind type recipient_kind,
  alter column recipient type address_text,
  alter column failure type failure_text,
  alter column provider_id type outside_id;

alter table drafts
  drop constraint drafts_kind_check,
  alter column kind type draft_kind;

alter domain subject_line add check (length(value) <= 998);
alter domain preview_text add check (length(value) <= 200);
alter domain status_category add check (value in ('open', 'waiting', 'on-hold', 'closed'));
alter domain conversation_priority add check (value between 1 and 4);
alter domain outside_id add check (length(value) <= 998);
alter domain contact_direction add check (value in ('in', 'out'));
alter domain contact_outcome add check (value in ('answered', 'abandoned', 'missed', 'refused', 'failed'));
alter domain entry_kind add check (value in ('in', 'out', 'note', 'call', 'system'));
alter domain entry_visibility add check (value in ('public', 'internal'));
alter domain author_kind add check (value in ('customer', 'teammate', 'assistant', 'rule', 'service', 'system'));
alter domain filed_entry_kind add check (value in ('in', 'out', 'call'));
alter domain note_entry_kind add check (value = 'note');
alter domain sent_entry_kind add check (value = 'out');
alter domain file_name add check (length(value) <= 400);
alter domain recipient_kind add check (value in ('to', 'cc', 'bcc'));
alter domain address_text add check (length(value) <= 320);
alter domain failure_text add check (length(value) <= 500);
alter domain participant_name add check (length(value) <= 300);
alter domain participant_role add check (value in ('requester', 'copied', 'colleague', 'follower'));
alter domain threading_score add check (value between 0 and 100);
alter domain draft_kind add check (value in ('reply', 'note'));

select analyze_used('conversations', 'threads', 'contacts', 'participants', 'entries', 'entry_bodies', 'threading_evidence',
  'message_files', 'note_files', 'deliveries', 'drafts');
