-- Mailboxes whose host wants OAuth2 instead of a password: the consent somebody is giving, and what it gave.

-- Begun by a teammate, ended by the provider's answer in the same browser; good once and for minutes.
create table mail_consents (
  workspace_id uuid not null,
  -- the state is in the browser's address bar: only its hash lies here
  state_hash bytea not null,
  line_id uuid not null,
  teammate_id uuid not null,
  -- the PKCE verifier
  sealed_verifier bytea not null,
  expires_at timestamptz not null,
  primary key (workspace_id, state_hash),
  foreign key (workspace_id, line_id) references lines
);

create table mail_sign_ins (
  workspace_id uuid not null,
  line_id uuid not null,
  sealed_refresh bytea,
  sealed_access bytea,
  access_until timestamptz,
  -- a refresh token may be good once: who renews holds this, the others wait for what it gives
  renewing_until timestamptz,
  given_at timestamptz not null,
  given_by uuid,
  -- since when the provider refuses to renew, and its words
  refused_at timestamptz,
  says text not null default '' check (length(says) <= 1000),
  primary key (workspace_id, line_id),
  foreign key (workspace_id, line_id) references lines
);
