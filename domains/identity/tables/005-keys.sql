-- Keys by which programs come in: each belongs to a teammate or is a service of one workspace. Only the hash is kept.

create table api_keys (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  -- whose it is; null where it is a service of its own
  teammate_id uuid,
  name text not null check (length(name) between 1 and 80),
  -- what is shown of it
  prefix text not null check (length(prefix) <= 20),
  hash bytea not null,
  -- permission name -> scope; never wider than whoever made it had, nor than its owner has today
  permissions jsonb not null,
  -- the brands of a service; null: all
  brand_ids uuid[],
  created_at timestamptz not null,
  created_by uuid,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, teammate_id) references teammates
);
create unique index api_keys_by_hash on api_keys (workspace_id, hash);
create index api_keys_by_time on api_keys (workspace_id, created_at desc, id desc);
create index api_keys_of_teammate on api_keys (workspace_id, teammate_id, created_at desc) where teammate_id is not null;
