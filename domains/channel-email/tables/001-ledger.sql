-- Every mail that came has a row here with its fate, before its host is told that we have it.

create table mail_ledger (
  workspace_id uuid not null,
  -- the month it was recorded in, by our clock: a wrong date in a mail makes no partition
  month date not null,
  id uuid not null,
  line_id uuid not null,
  -- which door, and the host's own name for the mail there
  door text not null check (door in ('imap', 'smtp', 'lmtp', 'import')),
  door_key text not null check (length(door_key) <= 500),
  arrived_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  -- the raw mail as it came; null once the customer was erased
  sha256 text,
  size_bytes bigint not null,
  message_id text check (length(message_id) <= 998),
  from_address text check (length(from_address) <= 320),
  subject text check (length(subject) <= 998),
  fate text not null check (fate in ('received', 'opened', 'threaded', 'parked', 'refused', 'duplicate')),
  why text not null default '' check (length(why) <= 1000),
  evidence jsonb not null default '{}',
  customer_id uuid,
  conversation_id uuid,
  entry_id uuid,
  settled_at timestamptz,
  settled_by uuid,
  primary key (workspace_id, month, id)
) partition by range (month);
create table mail_ledger_default partition of mail_ledger default;
select ensure_months('mail_ledger', (now() - interval '2 months')::date, (now() + interval '3 months')::date);

create index mail_ledger_by_id on mail_ledger (workspace_id, id);
create index mail_ledger_of_line on mail_ledger (workspace_id, line_id, id desc);
create index mail_ledger_of_fate on mail_ledger (workspace_id, line_id, fate, id desc);
create index mail_ledger_unsettled on mail_ledger (workspace_id, line_id, id) where fate in ('received', 'parked') and settled_at is null;
create index mail_ledger_of_conversation on mail_ledger (workspace_id, conversation_id) where conversation_id is not null;
-- Erasing a customer, and the budget of one sender.
create index mail_ledger_of_customer on mail_ledger (workspace_id, customer_id) where customer_id is not null;
create index mail_ledger_of_sender on mail_ledger (workspace_id, from_address, recorded_at desc) where from_address is not null;

-- The host's names are claimed once, over all months: two processes on one mailbox never take a mail twice. The content
-- is claimed beside it ('same:…'), so that one mail through two doors is one message.
create table mail_claims (
  workspace_id uuid not null,
  line_id uuid not null,
  door_key text not null check (length(door_key) <= 500),
  ledger_id uuid not null,
  claimed_at timestamptz not null,
  primary key (workspace_id, line_id, door_key),
  foreign key (workspace_id, line_id) references lines
);

-- Every message id we minted, received or saw referenced (also ancestors that never came), hashed: what threads join by.
create table mail_ids (
  workspace_id uuid not null,
  id_hash bytea not null,
  conversation_id uuid not null,
  line_id uuid not null,
  entry_id uuid,
  -- ours, theirs, only named in somebody's References, or the number that tokens and subject tags carry
  origin text not null check (origin in ('minted', 'received', 'referenced', 'number')),
  -- in full where our own References need it
  message_id text check (length(message_id) <= 998),
  seen_at timestamptz not null,
  primary key (workspace_id, id_hash, conversation_id),
  foreign key (workspace_id, line_id) references lines,
  foreign key (workspace_id, conversation_id) references conversations
);
create index mail_ids_of_conversation on mail_ids (workspace_id, conversation_id, seen_at) where message_id is not null;
create index mail_ids_of_entry on mail_ids (workspace_id, entry_id) where entry_id is not null;

-- Where we are in each mailbox, in words; and which process holds it until when.
create table mailboxes (
  workspace_id uuid not null,
  line_id uuid not null,
  uid_validity bigint,
  last_uid bigint not null default 0,
  -- mails below this were there before us: only the unread ones are ours
  first_uid bigint not null default 0,
  -- the host numbered the folder anew: read mails from shortly before are looked at too
  look_back_from timestamptz,
  state text not null default 'new' check (state in ('new', 'connected', 'waiting', 'failing', 'off')),
  says text not null default '' check (length(says) <= 1000),
  since timestamptz not null default now(),
  last_seen_at timestamptz,
  last_mail_at timestamptz,
  held_by text check (length(held_by) <= 200),
  held_until timestamptz,
  primary key (workspace_id, line_id),
  foreign key (workspace_id, line_id) references lines
);
