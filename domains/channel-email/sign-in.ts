import { openLineSecrets } from '#domains/brands';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { Tools } from '#platform/domain';
import { openSecret, sealSecret } from '#platform/secrets';
import type { MailLineSettings } from './contract.ts';
import { providerOf } from './oauth-presets.ts';
import { pause } from './pause.ts';
import { callTokens, TokenRefused, type Tokens } from './token-call.ts';

/** How a line signs in at one of its servers: with a password, or with a token of the provider. */
export type SignIn =
  | { readonly user: string; readonly password: string }
  | { readonly user: string; readonly accessToken: string };

/** A token that ends sooner than this is renewed first, in seconds. */
const earlySeconds = 90;
/** How long one process may renew before another tries, and how often those who wait look, in seconds. */
const renewLimitSeconds = 30;
const lookSeconds = 0.25;

interface OfLine {
  readonly workspaceId: string;
  readonly lineId: string;
}

/**
 * What a line signs in with at its mailbox (`imap`) or outgoing server (`smtp`), for the call alone: never into a view,
 * a log or a job. A token is renewed first where it is about to end. Throws `TokenRefused` in words.
 */
export async function signInOf(
  tools: Tools,
  of: OfLine,
  settings: MailLineSettings,
  server: 'imap' | 'smtp',
): Promise<SignIn | null> {
  const at = settings[server];
  if (!at) return null;
  if (at.signIn === 'oauth') {
    const user = at.user || settings.imap?.user || '';
    return { user, accessToken: await accessTokenOf(tools, of, settings) };
  }
  const secrets = await openLineSecrets(tools, of);
  const password = secrets[`${server}Password`];
  return password === undefined ? null : { user: at.user, password };
}

/** A token that is good now; one process of all renews it, the others wait for what it gets. */
async function accessTokenOf(tools: Tools, of: OfLine, settings: MailLineSettings): Promise<string> {
  const until = performance.now() + renewLimitSeconds * 1_000;
  while (performance.now() < until) {
    const row = await tools.read({ workspaceId: of.workspaceId }, (ctx) => signInRow(ctx, of.lineId));
    if (!row?.sealed_refresh) throw new TokenRefused('Nobody has signed in at the provider yet.', true);
    if (row.refused_at) throw new TokenRefused(row.says, true);
    if (row.sealed_access && isGood(row.access_until, tools.now()))
      return openSecret(tools.config, placeOf(of, 'access'), row.sealed_access);
    const claimed = await tools.transact(channel(of), (ctx) => claimRenewal(ctx, of.lineId));
    if (claimed) return renew(tools, of, settings, openSecret(tools.config, placeOf(of, 'refresh'), claimed));
    await pause(lookSeconds);
  }
  throw new TokenRefused('Another process renews the sign-in and has not ended yet. We try again.', false);
}

async function renew(tools: Tools, of: OfLine, settings: MailLineSettings, refresh: string): Promise<string> {
  try {
    const tokens = await askTokens(tools, of, settings, { grant_type: 'refresh_token', refresh_token: refresh });
    await tools.transact(channel(of), (ctx) => keepTokens(ctx, tools, of, tokens));
    return tokens.access;
  } catch (error) {
    const refused = error instanceof TokenRefused ? error : null;
    await tools.transact(channel(of), (ctx) => giveBack(ctx, of.lineId, refused));
    throw error;
  }
}

/** Calls the provider of a line with its client's secret, where it has one. */
export async function askTokens(
  tools: Tools,
  of: OfLine,
  settings: MailLineSettings,
  ask: Readonly<Record<string, string>>,
): Promise<Tokens> {
  const { oauth } = settings;
  if (!oauth) throw new TokenRefused('No provider is set for this line.', true);
  const secrets = await openLineSecrets(tools, of);
  return callTokens(
    tools.config,
    providerOf(oauth).tokenUrl,
    { id: oauth.clientId, secret: secrets['oauthClientSecret'] ?? null },
    ask,
  );
}

/** The row of a line's sign-in as it lies there. */
export async function signInRow(ctx: ReadCtx, lineId: string) {
  return ctx.db
    .selectFrom('mail_sign_ins')
    .select(['sealed_refresh', 'sealed_access', 'access_until', 'given_at', 'refused_at', 'says'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('line_id', '=', lineId)
    .executeTakeFirst();
}

/** Keeps what a consent gave first; whatever was there before is gone. */
export async function keepConsent(ctx: Ctx, tools: Pick<Tools, 'config'>, of: OfLine, tokens: Tokens): Promise<void> {
  const row = { given_at: ctx.now, given_by: ctx.actor.id, refused_at: null, says: '' };
  await ctx.db
    .insertInto('mail_sign_ins')
    .values({ workspace_id: ctx.workspaceId, line_id: of.lineId, ...row })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'line_id']).doUpdateSet(row))
    .execute();
  await keepTokens(ctx, tools, of, tokens);
}

/** The host refused a token that seemed good: the next sign-in asks for another. */
export async function distrustToken(ctx: Ctx, lineId: string): Promise<void> {
  await ctx.db
    .updateTable('mail_sign_ins')
    .set({ sealed_access: null, access_until: null })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('line_id', '=', lineId)
    .execute();
}

/** Forgets every token of a line. */
export async function dropSignIn(ctx: Ctx, lineId: string): Promise<void> {
  for (const table of ['mail_sign_ins', 'mail_consents'] as const)
    await ctx.db.deleteFrom(table).where('workspace_id', '=', ctx.workspaceId).where('line_id', '=', lineId).execute();
}

async function keepTokens(ctx: Ctx, tools: Pick<Tools, 'config'>, of: OfLine, tokens: Tokens): Promise<void> {
  const seal = (name: 'access' | 'refresh', token: string) => sealSecret(tools.config, placeOf(of, name), token);
  await ctx.db
    .updateTable('mail_sign_ins')
    .set({
      sealed_access: seal('access', tokens.access),
      access_until: new Date(ctx.now.getTime() + tokens.lifeSeconds * 1_000),
      ...(tokens.refresh === null ? {} : { sealed_refresh: seal('refresh', tokens.refresh) }),
      renewing_until: null,
      says: '',
      refused_at: null,
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('line_id', '=', of.lineId)
    .execute();
}

async function claimRenewal(ctx: Ctx, lineId: string): Promise<Buffer | null> {
  const claimed = await ctx.db
    .updateTable('mail_sign_ins')
    .set({ renewing_until: new Date(ctx.now.getTime() + renewLimitSeconds * 1_000) })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('line_id', '=', lineId)
    .where((eb) => eb.or([eb('renewing_until', 'is', null), eb('renewing_until', '<', ctx.now)]))
    // who waited here for the one before finds its token in the next look
    .where((eb) => eb.or([eb('access_until', 'is', null), eb('access_until', '<', soon(ctx.now))]))
    .returning('sealed_refresh')
    .executeTakeFirst();
  return claimed?.sealed_refresh ?? null;
}

async function giveBack(ctx: Ctx, lineId: string, refused: TokenRefused | null): Promise<void> {
  await ctx.db
    .updateTable('mail_sign_ins')
    .set({
      renewing_until: null,
      ...(refused ? { says: refused.message.slice(0, 1_000) } : {}),
      ...(refused?.isFinal ? { refused_at: ctx.now } : {}),
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('line_id', '=', lineId)
    .execute();
}

function isGood(until: Date | null, now: Date): boolean {
  return until !== null && until >= soon(now);
}

function soon(now: Date): Date {
  return new Date(now.getTime() + earlySeconds * 1_000);
}

function placeOf({ workspaceId, lineId }: OfLine, name: string): string {
  return `mail-sign-in/${workspaceId}/${lineId}/${name}`;
}

function channel({ workspaceId }: OfLine) {
  return { workspaceId, via: 'channel' } as const;
}
