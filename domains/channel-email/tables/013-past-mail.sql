-- Mail that lay in a mailbox before its line, taken in as history because somebody asked for it: how far that came.
create table past_mail (
  workspace_id uuid not null,
  line_id uuid not null,
  -- only what arrived since; null: all there is
  since timestamptz,
  asked_at timestamptz not null,
  asked_by uuid,
  state text not null default 'under-way' check (state in ('under-way', 'done', 'stopped')),
  ended_at timestamptz,
  -- the numbering these are of, and the last of it that was looked at
  uid_validity bigint,
  at_uid bigint not null default 0,
  -- how many there are; null until the host was asked
  found integer,
  -- of them: as messages of conversations; set aside with a reason; here already
  taken integer not null default 0,
  aside integer not null default 0,
  known integer not null default 0,
  -- why it does not go on right now
  says text not null default '' check (length(says) <= 1000),
  version bigint not null default 1,
  primary key (workspace_id, line_id),
  foreign key (workspace_id, line_id) references lines
);
