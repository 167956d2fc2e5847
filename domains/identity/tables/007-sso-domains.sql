-- Single sign-on grows up: several providers in a workspace, each for the domains of its people's addresses, and groups that
-- also say in which teams somebody works.

drop index sso_connections_one;

alter table sso_connections
  -- the domains this provider may speak of: an address elsewhere is not believed
  add column domains text[] not null default '{}',
  -- who said which group means what: a mapping gives nothing that they could not give today
  add column mapped_by uuid,
  -- signing out here signs out there as well
  add column ends_there_at timestamptz;
create index sso_connections_open on sso_connections (workspace_id) where closed_at is null;
-- group_roles: [{"group": "support", "roleIds": [...], "placeIds": [...]}]

-- Which provider somebody of a domain is led to, before it is known who they are: ids alone, in the library's schema, as
-- people sign in before they choose a workspace.
create table auth."ssoDomain" (
  "domain" text not null check (length("domain") <= 253),
  "workspaceId" uuid not null,
  "connectionId" uuid not null,
  primary key ("domain", "workspaceId", "connectionId")
);
