-- Feeds of openings that others publish, and what stood in each when it was read last.

create table opening_feeds (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  brand_id uuid not null,
  -- who publishes it, as the site says it beside each opening
  name text not null check (length(name) between 1 and 160),
  address text not null check (length(address) between 1 and 2000),
  added_at timestamptz not null,
  added_by uuid,
  -- when it is read next; who reads claims it first
  next_at timestamptz not null,
  claimed_at timestamptz,
  claim_id uuid,
  -- of the last reading: whether it could be read, and what could not, in words
  tried_at timestamptz,
  outcome text check (outcome in ('read', 'failed')),
  says text check (length(says) <= 1000),
  primary key (workspace_id, id),
  foreign key (workspace_id, brand_id) references brands
);
create unique index opening_feeds_once on opening_feeds (workspace_id, brand_id, address);
create index opening_feeds_due on opening_feeds (workspace_id, next_at);

create table outside_openings (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  feed_id uuid not null,
  brand_id uuid not null,
  -- what it is called within its feed
  ref text not null check (length(ref) between 1 and 2000),
  title text not null check (length(title) between 1 and 160),
  employer text check (length(employer) <= 160),
  town text check (length(town) <= 160),
  -- keys of the careers catalogue, only where the feed names them: nothing is guessed
  role text,
  place text,
  is_remote boolean not null,
  posted_on date,
  valid_through timestamptz,
  -- the source's own page: there one applies
  url text not null check (length(url) <= 2000),
  pay_low_minor bigint check (pay_low_minor >= 0),
  pay_high_minor bigint check (pay_high_minor >= pay_low_minor),
  pay_currency char(3),
  pay_period text check (pay_period in ('year', 'month', 'hour')),
  -- when it stood in its feed last
  seen_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, feed_id) references opening_feeds,
  foreign key (workspace_id, brand_id) references brands
);
create unique index outside_openings_once on outside_openings (workspace_id, feed_id, ref);
create index outside_openings_newest on outside_openings (workspace_id, brand_id, posted_on desc nulls last, id desc);
create index outside_openings_seen on outside_openings (workspace_id, seen_at);
