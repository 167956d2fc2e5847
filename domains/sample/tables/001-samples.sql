-- The sample shop a workspace looks around in: one at a time. The row goes with the shop.
create table samples (
  workspace_id uuid not null,
  -- the workspace the shop is in
  sample_id uuid not null,
  state text not null check (state in ('loading', 'ready', 'failed', 'removing')),
  -- how far it is told, of 100
  told_share smallint not null default 0 check (told_share between 0 and 100),
  asked_by uuid not null,
  asked_at timestamptz not null,
  primary key (workspace_id),
  unique (sample_id)
);
