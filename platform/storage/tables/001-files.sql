-- Bytes of a workspace by their address. The same bytes in two workspaces are two files: an address shared between
-- workspaces would tell one what the other has, and could not be erased.
create table files (
  workspace_id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null check (size_bytes >= 0),
  -- rows that name it; counted in their transactions
  ref_count integer not null default 0 check (ref_count >= 0),
  -- when it was put last: what is new is not swept though nothing names it yet
  stored_at timestamptz not null default now(),
  primary key (workspace_id, sha256)
);

-- the sweep looks for what nothing names
create index files_unnamed on files (workspace_id, stored_at) where ref_count = 0;
