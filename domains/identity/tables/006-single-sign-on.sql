-- Single sign-on by OpenID Connect: a workspace's own provider, and whom it knows. A session it opens holds in this
-- workspace alone: a provider is trusted by who set it up, and by nobody else.

create table sso_connections (
  workspace_id uuid not null references workspaces,
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  issuer text not null check (length(issuer) <= 500),
  client_id text not null check (length(client_id) <= 500),
  -- sealed; absent for a public client with PKCE alone
  client_secret bytea,
  groups_claim text not null default 'groups' check (length(groups_claim) between 1 and 200),
  -- [{"group": "support", "roleIds": [...]}]
  group_roles jsonb not null default '[]',
  -- may people come in who are no teammates yet
  lets_in_at timestamptz,
  -- nobody comes in by password or passkey any more, but those who may when the provider fails
  required_at timestamptz,
  break_glass_ids uuid[] not null default '{}',
  created_at timestamptz not null,
  closed_at timestamptz,
  primary key (workspace_id, id)
);
create unique index sso_connections_one on sso_connections (workspace_id) where closed_at is null;

create table sso_identities (
  workspace_id uuid not null,
  connection_id uuid not null,
  -- the provider's own id of the person: addresses change hands
  subject text not null check (length(subject) <= 255),
  teammate_id uuid not null,
  linked_at timestamptz not null,
  last_at timestamptz not null,
  primary key (workspace_id, connection_id, subject),
  foreign key (workspace_id, connection_id) references sso_connections,
  foreign key (workspace_id, teammate_id) references teammates
);
create index sso_identities_of_teammate on sso_identities (workspace_id, teammate_id);
