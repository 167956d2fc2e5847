-- In whose hours a brand is served, where they are not the standard ones.

create table brand_hours (
  workspace_id uuid not null,
  brand_id uuid not null,
  calendar_id uuid not null,
  set_at timestamptz not null default now(),
  primary key (workspace_id, brand_id),
  foreign key (workspace_id, brand_id) references brands,
  foreign key (workspace_id, calendar_id) references calendars
);
create index brand_hours_by_calendar on brand_hours (workspace_id, calendar_id);
