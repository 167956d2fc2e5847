import type { Ctx } from '#platform/ctx';
import type { Tools } from '#platform/domain';
import type { Session } from '#platform/http';
import { authOf } from './auth.ts';
import { chosenWorkspace, cookieOf } from './cookies.ts';
import type { Held } from './contract.ts';
import { enter } from './enter.ts';
import { findKeySession, keyOf } from './key-session.ts';

/** Somebody whose cookie is good: their account, and who they are in one workspace. */
export interface SignedIn {
  readonly accountId: string;
  readonly sessionId: string;
  readonly signedInAt: Date;
  /** The one workspace this session holds in, where that workspace's single sign-on opened it. */
  readonly boundTo: string | null;
  /** Null while something more is asked of them, or where they belong nowhere. */
  readonly session: Session | null;
  readonly held: Held | null;
}

/** How long an answer is kept. A revoked session or a changed role is felt after this, in every process. */
const keepMs = 15_000;
const keptLimit = 5_000;
/** Longest life of a session, however often somebody comes back: then they sign in anew. */
export const longestMs = 90 * 24 * 3_600_000;

interface Kept {
  readonly session: Session | null;
  readonly signedIn: SignedIn | null;
  readonly until: number;
}
const kept = new Map<string, Kept>();

/** Whose request this is: key or cookie → teammate or service of one workspace, with all a policy may ask; null when nobody's. */
export async function authenticate(tools: Tools, headers: Headers): Promise<Session | null> {
  const key = keyOf(headers);
  if (key === null) return (await findSignedIn(tools, headers))?.session ?? null;
  const before = kept.get(key);
  if (before && before.until > Date.now()) return before.session;
  const session = await findKeySession(tools, key);
  kept.delete(key);
  if (session) keep(key, { session, signedIn: null, until: Date.now() + keepMs });
  return session;
}

/** Who a browser's cookie belongs to, with the account; remembers the answer for some seconds. */
export async function findSignedIn(tools: Tools, headers: Headers): Promise<SignedIn | null> {
  const auth = await authOf(tools);
  const { authCookies } = await auth.$context;
  const cookie = cookieOf(headers, authCookies.sessionToken.name);
  if (!cookie) return null;
  const key = `${cookie} ${chosenWorkspace(tools.config, headers) ?? ''}`;
  const now = Date.now();
  const before = kept.get(key);
  if (before && before.until > now) return before.signedIn;
  const found = await auth.api.getSession({ headers });
  const isOver = found !== null && now - found.session.createdAt.getTime() > longestMs;
  const signedIn =
    found &&
    !isOver &&
    (await enter(
      tools,
      {
        accountId: found.user.id,
        sessionId: found.session.id,
        signedInAt: found.session.createdAt,
        boundTo: found.session.boundTo ?? null,
        hasTwoStep: found.user.twoFactorEnabled === true,
      },
      chosenWorkspace(tools.config, headers),
    ));
  kept.delete(key);
  if (!signedIn) return null;
  keep(key, { session: signedIn.session, signedIn, until: now + keepMs });
  return signedIn;
}

/** Forgets what is remembered of a workspace, of one teammate, or of everybody: the next request looks again. */
export function forgetSessions(workspaceId?: string, actorId?: string): void {
  for (const [key, { session, signedIn }] of kept) {
    if (session && workspaceId && session.workspaceId !== workspaceId) continue;
    if (session && actorId && session.actor.id !== actorId) continue;
    // somebody held back is asked again: what held them may be what changed
    if (!session && !signedIn) continue;
    kept.delete(key);
  }
}

/** Forgets what is remembered of an account, in every workspace of this process. */
export function forgetAccount(accountId: string): void {
  for (const [key, { signedIn }] of kept) if (signedIn?.accountId === accountId) kept.delete(key);
}

/** The topic of a change to what somebody may; `apps/server` follows it after the commit, in every process. */
export const rightsTopic = 'rights';

/** What a teammate may, or where, is changed by this transaction: their sessions and open screens look again. */
export function rightsChanged(ctx: Ctx, actorId: string): void {
  forgetSessions(ctx.workspaceId, actorId);
  ctx.touch(rightsTopic, actorId);
}

function keep(key: string, one: Kept): void {
  // a Map keeps the order of insertion: the first key is the oldest
  const oldest = kept.size >= keptLimit ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  kept.set(key, one);
}
