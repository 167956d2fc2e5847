-- Fixed counters: appended as deltas in the transaction that changed something, folded by a job. Reading adds the few
-- deltas not folded yet, so nothing is ever counted by scanning. Every count is of one brand: who serves some of them
-- reads the sum over those, and no number tells of another brand.

create table list_counts (
  workspace_id uuid not null references workspaces,
  box text not null check (box in ('queue', 'queue-unassigned', 'assignee', 'all')),
  box_id uuid not null,
  brand_id uuid not null,
  status_category text not null,
  confidential boolean not null,
  count integer not null,
  primary key (workspace_id, box, box_id, brand_id, status_category, confidential)
);

create table list_count_deltas (
  workspace_id uuid not null,
  id bigint generated always as identity,
  box text not null,
  box_id uuid not null,
  brand_id uuid not null,
  status_category text not null,
  confidential boolean not null,
  delta smallint not null,
  primary key (workspace_id, id)
);
create index list_count_deltas_of_box on list_count_deltas (workspace_id, box, box_id);
