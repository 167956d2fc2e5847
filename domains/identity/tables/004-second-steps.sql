-- A second step at sign-in (codes of an app, with recovery codes, as the library better-auth keeps them), passkeys, and
-- sessions that hold in one workspace alone because its own single sign-on opened them.

alter table auth."user" add column "twoFactorEnabled" boolean default false;

create table auth."twoFactor" (
  "id" text primary key,
  "secret" text not null,
  "backupCodes" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "verified" boolean default true,
  "failedVerificationCount" integer default 0,
  "lockedUntil" timestamptz
);
create index "twoFactor_secret_idx" on auth."twoFactor" ("secret");
create index "twoFactor_userId_idx" on auth."twoFactor" ("userId");

alter table auth.session add column "boundTo" text;

-- The public half of a key that lives in somebody's device; ours, not the library's.
create table auth.passkey (
  "id" text primary key,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "name" text not null check (length("name") between 1 and 80),
  "publicKey" bytea not null,
  "counter" bigint not null default 0,
  "transports" text not null default '',
  "createdAt" timestamptz not null,
  "lastUsedAt" timestamptz
);
create index "passkey_userId_idx" on auth.passkey ("userId");
