-- The spine: everything that was said or happened, in one keyset. Bodies, raw sources and files lie beside it.

create table entries (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  thread_id uuid,
  contact_id uuid,
  kind text not null check (kind in ('in', 'out', 'note', 'call', 'system')),
  visibility text not null check (visibility in ('public', 'internal')),
  channel text,
  author_kind text not null check (author_kind in ('customer', 'teammate', 'assistant', 'rule', 'service', 'system')),
  author_id uuid,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  -- for system entries and calls: what happened, as ids, numbers and times
  facts jsonb not null default '{}',
  -- the conversation's version that this entry made: what the send guard compares with "last seen"
  at_version bigint not null default 0,
  -- sha256 of what the client sent, so that the same id again with another body is refused
  body_hash bytea,
  primary key (workspace_id, id),
  -- side tables hold on to the kind, so that a note can never be delivered
  unique (workspace_id, id, kind),
  foreign key (workspace_id, conversation_id) references conversations,
  foreign key (workspace_id, thread_id) references threads,
  foreign key (workspace_id, contact_id) references contacts,
  check (kind <> 'note' or visibility = 'internal'),
  check (kind not in ('in', 'out') or visibility = 'public')
);
create index entries_of_conversation on entries (workspace_id, conversation_id, occurred_at desc, id desc);
create index entries_since_version on entries (workspace_id, conversation_id, at_version);
create index entries_of_contact on entries (workspace_id, contact_id) where contact_id is not null;

-- What was written. Out of the narrow row, and erasable.
create table entry_bodies (
  workspace_id uuid not null,
  entry_id uuid not null,
  subject text check (length(subject) <= 998),
  -- whole text; the visible part and where the quoted rest begins are kept as positions
  text text not null default '',
  visible_length integer,
  html text,
  html_is_safe boolean not null default false,
  language text,
  from_name text,
  from_address text,
  recipients jsonb not null default '[]',
  primary key (workspace_id, entry_id),
  foreign key (workspace_id, entry_id) references entries
);

-- The message as it came or went over the wire.
create table entry_sources (
  workspace_id uuid not null,
  entry_id uuid not null,
  sha256 text not null,
  size_bytes bigint not null,
  media_type text not null default 'message/rfc822',
  primary key (workspace_id, entry_id),
  foreign key (workspace_id, entry_id) references entries
);

create table message_files (
  workspace_id uuid not null,
  id uuid not null,
  entry_id uuid not null,
  entry_kind text not null check (entry_kind in ('in', 'out', 'call')),
  sha256 text not null,
  name text not null check (length(name) <= 400),
  media_type text not null,
  size_bytes bigint not null,
  content_id text,
  inline boolean not null default false,
  position integer not null default 0,
  primary key (workspace_id, id),
  foreign key (workspace_id, entry_id, entry_kind) references entries (workspace_id, id, kind)
);
create index message_files_of_entry on message_files (workspace_id, entry_id);

-- Files of notes lie apart: what goes out can never reach them.
create table note_files (
  workspace_id uuid not null,
  id uuid not null,
  entry_id uuid not null,
  entry_kind text not null default 'note' check (entry_kind = 'note'),
  sha256 text not null,
  name text not null check (length(name) <= 400),
  media_type text not null,
  size_bytes bigint not null,
  position integer not null default 0,
  primary key (workspace_id, id),
  foreign key (workspace_id, entry_id, entry_kind) references entries (workspace_id, id, kind)
);
create index note_files_of_entry on note_files (workspace_id, entry_id);

-- The only thing that sending reads: one row a recipient, tied to a message of kind out. Undo and send-later are dates.
create table deliveries (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  entry_id uuid not null,
  entry_kind text not null default 'out' check (entry_kind = 'out'),
  line_id uuid not null,
  channel text not null,
  recipient_kind text not null check (recipient_kind in ('to', 'cc', 'bcc')),
  recipient text not null check (length(recipient) <= 320),
  deliver_at timestamptz not null,
  claimed_at timestamptz,
  claimed_by text,
  attempts smallint not null default 0,
  sent_at timestamptz,
  unconfirmed_at timestamptz,
  failed_at timestamptz,
  failure text check (length(failure) <= 500),
  cancelled_at timestamptz,
  cancelled_by uuid,
  delivered_at timestamptz,
  bounced_at timestamptz,
  provider_id text check (length(provider_id) <= 998),
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversations,
  foreign key (workspace_id, entry_id, entry_kind) references entries (workspace_id, id, kind),
  foreign key (workspace_id, line_id) references lines,
  check (num_nonnulls(sent_at, unconfirmed_at, failed_at, cancelled_at) <= 1)
);
create index deliveries_of_entry on deliveries (workspace_id, entry_id);
-- What waits, oldest first, per conversation; and what was claimed and never recorded.
create index deliveries_waiting on deliveries (workspace_id, conversation_id, deliver_at, id)
  where sent_at is null and unconfirmed_at is null and failed_at is null and cancelled_at is null;
create index deliveries_due on deliveries (deliver_at, workspace_id)
  where sent_at is null and unconfirmed_at is null and failed_at is null and cancelled_at is null;
create index deliveries_by_provider_id on deliveries (workspace_id, provider_id) where provider_id is not null;
