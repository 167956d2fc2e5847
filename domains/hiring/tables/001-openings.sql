-- Openings of a brand, and who applies for them. An application goes by itself when its time has come.

create table openings (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  brand_id uuid not null,
  -- keys of the careers catalogue
  role text not null check (length(role) between 1 and 80),
  place text check (length(place) between 1 and 80),
  title text not null check (length(title) between 1 and 160),
  about text not null check (length(about) between 1 and 20000),
  town text check (length(town) <= 120),
  where_work text not null check (where_work in ('on-site', 'hybrid', 'remote')),
  hours text not null check (hours in ('full-time', 'part-time', 'temporary')),
  -- pay as the employer states it; null: not stated
  pay_low_minor bigint check (pay_low_minor >= 0),
  pay_high_minor bigint check (pay_high_minor >= pay_low_minor),
  pay_currency char(3),
  pay_period text check (pay_period in ('year', 'month', 'hour')),
  -- the last day on which one can apply; null: until it is closed
  closes_on date,
  state text not null check (state in ('draft', 'open', 'closed')),
  opened_at timestamptz,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, brand_id) references brands,
  check ((pay_low_minor is null) = (pay_high_minor is null)),
  check ((pay_low_minor is null) = (pay_currency is null)),
  check ((pay_low_minor is null) = (pay_period is null))
);
create index openings_newest on openings (workspace_id, id desc);
create index openings_open on openings (workspace_id, brand_id, opened_at desc, id desc) where state = 'open';

create table applications (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  opening_id uuid not null,
  brand_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  address text not null check (length(address) between 3 and 254),
  phone text check (length(phone) <= 40),
  why text not null check (length(why) <= 5000),
  -- the language they read: mails and pages are in it
  lang text not null check (length(lang) <= 20),
  cv_sha256 text,
  cv_name text check (length(cv_name) <= 200),
  cv_media_type text check (length(cv_media_type) <= 120),
  cv_size_bytes integer,
  -- kept results of practice that they chose to show
  proof_ids uuid[] not null default '{}',
  consented_at timestamptz not null,
  stage text not null check (stage in ('new', 'talk', 'offer', 'hired', 'declined', 'withdrawn')),
  stage_at timestamptz not null,
  applied_at timestamptz not null,
  keep_until timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, opening_id) references openings,
  foreign key (workspace_id, brand_id) references brands,
  check ((cv_sha256 is null) = (cv_name is null))
);
-- One person applies once for one opening: again is the same application, mended.
create unique index applications_once on applications (workspace_id, opening_id, lower(address));
create index applications_newest on applications (workspace_id, opening_id, id desc);
create index applications_to_end on applications (workspace_id, keep_until);

create table application_notes (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  application_id uuid not null,
  author_id uuid,
  text text not null check (length(text) between 1 and 5000),
  written_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, application_id) references applications,
  foreign key (workspace_id, author_id) references teammates
);
create index application_notes_of on application_notes (workspace_id, application_id, id);
