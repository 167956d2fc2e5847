-- How a teammate is called where customers read it, when it is not their name here.
create table mail_public_names (
  workspace_id uuid not null,
  teammate_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  changed_at timestamptz not null,
  primary key (workspace_id, teammate_id),
  foreign key (workspace_id, teammate_id) references teammates
);
