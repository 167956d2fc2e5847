import { createHash, randomBytes } from 'node:crypto';
import { refuseInSample } from '#domains/identity';
import type { Asker, Tools } from '#platform/domain';
import type { ReadCtx } from '#platform/ctx';
import { isAllowedInside } from '#platform/fetch-outside';
import { holds, servesBrand } from '#platform/policy';
import { mayNot, notFound, problem } from '#platform/problem';
import { openSecret, sealSecret } from '#platform/secrets';
import type { SignInView } from './contract.ts';
import { type MailLine, mailLineById } from './mail-line.ts';
import { providerOf } from './oauth-presets.ts';
import { askTokens, dropSignIn, keepConsent, signInRow } from './sign-in.ts';
import { TokenRefused } from './token-call.ts';

/** How long somebody may take at the provider, in minutes. */
const consentMinutes = 15;
const randomLength = 32;

const noProvider = problem(
  'mail/no-provider',
  422,
  'This line has no provider to sign in at',
  'Choose Google, Microsoft or another one, give its client id, and save.',
);
const notSafe = problem(
  'mail/provider-without-tls',
  422,
  'The provider’s addresses must begin with https://',
  'Tokens travel encrypted only. Check the addresses.',
);
const notAsked = problem(
  'mail/consent-not-asked',
  409,
  'Nobody asked for this sign-in, or it took too long',
  'Begin again from the line’s settings, in this browser.',
);
const refusedThere = problem(
  'mail/consent-refused',
  422,
  'The provider gave no sign-in',
  'Read what it says, mend it there, and begin again.',
);

/** Begins a consent: where to send the browser. The state names this teammate's wish once, PKCE ties the answer to us. */
export async function beginConsent(tools: Tools, asker: Asker, lineId: string): Promise<{ url: string }> {
  const line = await readAs(tools, asker, (ctx) => configurable(ctx, lineId));
  const { oauth } = line.settings;
  if (!oauth) throw noProvider();
  const provider = providerOf(oauth);
  if (!provider.authorizeUrl || !provider.tokenUrl) throw noProvider();
  if (![provider.authorizeUrl, provider.tokenUrl].every((url) => isSafe(tools, url))) throw notSafe();
  const [state, verifier] = [random(), random()];
  await tools.transact(as(asker), async (ctx) => {
    await configurable(ctx, lineId);
    await refuseInSample(ctx);
    await ctx.db
      .deleteFrom('mail_consents')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('expires_at', '<', ctx.now)
      .execute();
    await ctx.db
      .insertInto('mail_consents')
      .values({
        workspace_id: ctx.workspaceId,
        state_hash: hashOf(state),
        line_id: lineId,
        teammate_id: asker.actor.id ?? '',
        sealed_verifier: sealSecret(tools.config, placeOf(asker.workspaceId, lineId), verifier),
        expires_at: new Date(ctx.now.getTime() + consentMinutes * 60_000),
      })
      .execute();
  });
  const url = new URL(provider.authorizeUrl);
  const parts = {
    response_type: 'code',
    client_id: oauth.clientId,
    redirect_uri: redirectUri(tools),
    scope: provider.scopes,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    login_hint: line.settings.imap?.user ?? line.address,
    ...provider.more,
  };
  for (const [name, value] of Object.entries(parts)) url.searchParams.set(name, value);
  return { url: url.href };
}

/** Ends a consent with what the provider answered: the state is used up first, then the code is exchanged. */
export async function endConsent(
  tools: Tools,
  asker: Asker,
  answer: { state: string; code?: string | undefined; error?: string | undefined },
): Promise<{ lineId: string; signIn: SignInView }> {
  const asked = await tools.transact(as(asker), async (ctx) => {
    const row = await ctx.db
      .deleteFrom('mail_consents')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('state_hash', '=', hashOf(answer.state))
      .where('teammate_id', '=', asker.actor.id ?? '')
      .where('expires_at', '>=', ctx.now)
      .returning(['line_id', 'sealed_verifier'])
      .executeTakeFirst();
    return row && { ...row, line: await configurable(ctx, row.line_id) };
  });
  if (!asked) throw notAsked();
  if (!answer.code) throw refusedThere({ detail: `It says: ${answer.error ?? 'nothing'}.` });
  const of = { workspaceId: asker.workspaceId, lineId: asked.line_id };
  const verifier = openSecret(tools.config, placeOf(of.workspaceId, of.lineId), asked.sealed_verifier);
  const tokens = await askTokens(tools, of, asked.line.settings, {
    grant_type: 'authorization_code',
    code: answer.code,
    redirect_uri: redirectUri(tools),
    code_verifier: verifier,
  }).catch((error: unknown) => {
    if (error instanceof TokenRefused) throw refusedThere({ detail: error.message });
    throw error;
  });
  if (tokens.refresh === null)
    throw refusedThere({ detail: 'It gave no lasting sign-in (refresh token). Ask it for offline access.' });
  await tools.transact(as(asker), (ctx) => keepConsent(ctx, tools, of, tokens));
  return { lineId: of.lineId, signIn: await readAs(tools, asker, (ctx) => signInView(ctx, tools, of.lineId)) };
}

/** How a line's sign-in is, in words. */
export async function signInView(ctx: ReadCtx, tools: Pick<Tools, 'config'>, lineId: string): Promise<SignInView> {
  await configurable(ctx, lineId);
  const row = await signInRow(ctx, lineId);
  const givenAt = row?.given_at.toISOString() ?? null;
  const more = { givenAt, redirectUri: redirectUri(tools) };
  if (!row?.sealed_refresh) return { state: 'none', says: 'Nobody has signed in at the provider yet.', ...more };
  if (row.refused_at) return { state: 'refused', says: `Sign in again. ${row.says}`, ...more };
  return { state: 'good', says: row.says || 'Signed in at the provider; renewed by itself.', ...more };
}

/** Forgets the sign-in of a line. */
export async function endSignIn(tools: Tools, asker: Asker, lineId: string): Promise<SignInView> {
  return tools.transact(as(asker), async (ctx) => {
    await configurable(ctx, lineId);
    await dropSignIn(ctx, lineId);
    return signInView(ctx, tools, lineId);
  });
}

async function configurable(ctx: ReadCtx, lineId: string): Promise<MailLine> {
  const line = await mailLineById(ctx, lineId);
  if (!line || !servesBrand(ctx.actor, line.brandId)) throw notFound();
  if (!holds(ctx.actor, 'lines.configure')) throw mayNot();
  return line;
}

function readAs<T>(tools: Tools, asker: Asker, verb: (ctx: ReadCtx) => Promise<T>): Promise<T> {
  return tools.read({ workspaceId: asker.workspaceId, actor: asker.actor }, verb);
}

function as(asker: Asker) {
  return { workspaceId: asker.workspaceId, actor: asker.actor, origin: asker.origin, via: 'api' } as const;
}

/** Where the provider sends the browser back to: a page of the console, which brings the answer here. */
function redirectUri({ config }: Pick<Tools, 'config'>): string {
  return `${config.publicUrl}/mail-consent`;
}

function isSafe({ config }: Pick<Tools, 'config'>, address: string): boolean {
  const url = new URL(address);
  return url.protocol === 'https:' || isAllowedInside(config, url);
}

function random(): string {
  return randomBytes(randomLength).toString('base64url');
}

function hashOf(state: string): Buffer {
  return createHash('sha256').update(state).digest();
}

function placeOf(workspaceId: string, lineId: string): string {
  return `mail-consent/${workspaceId}/${lineId}`;
}
