-- Notices by mail: per kind at once or gathered, each mailed once.

alter table notice_choices add column mail text check (mail in ('at-once', 'digest'));
alter table notices add column mail_due_at timestamptz;
alter table notices add column mailed_at timestamptz;
create index notices_to_mail on notices (workspace_id, teammate_id, mail_due_at)
  where mail_due_at is not null and mailed_at is null;

-- Tests that were asked for, so that one press sends one mail.
create table notice_mail_tests (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  sent_at timestamptz not null,
  primary key (workspace_id, id)
);
