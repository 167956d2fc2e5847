import type { Ctx } from '#platform/ctx';
import type { Tools } from '#platform/domain';
import type { Session } from '#platform/http';
import { authOf, nowhere } from './auth.ts';
import { chosenWorkspace, cookieOf } from './cookies.ts';
import { loadActor } from './load-actor.ts';
import { membershipsOf } from './queries.ts';

/** Somebody who is signed in: their account, and who they are in one workspace. */
export interface SignedIn {
  readonly accountId: string;
  readonly session: Session;
}

/** How long an answer is kept. A revoked session or a changed role is felt after this, in every process. */
const keepMs = 15_000;
const keptLimit = 5_000;

interface Kept {
  readonly signedIn: SignedIn;
  readonly until: number;
}
const kept = new Map<string, Kept>();

/** Whose request this is: cookie → account → teammate of one workspace, with all a policy may ask; null when nobody's. */
export async function authenticate(tools: Tools, headers: Headers): Promise<Session | null> {
  return (await findSignedIn(tools, headers))?.session ?? null;
}

/** As `authenticate`, with the account; remembers the answer for some seconds. */
export async function findSignedIn(tools: Tools, headers: Headers): Promise<SignedIn | null> {
  const auth = await authOf(tools);
  const { authCookies } = await auth.$context;
  const cookie = cookieOf(headers, authCookies.sessionToken.name);
  if (!cookie) return null;
  const key = `${cookie} ${chosenWorkspace(headers) ?? ''}`;
  const now = Date.now();
  const before = kept.get(key);
  if (before && before.until > now) return before.signedIn;
  const found = await auth.api.getSession({ headers });
  const signedIn = found && (await enter(tools, found.user.id, chosenWorkspace(headers)));
  kept.delete(key);
  if (signedIn) keep(key, { signedIn, until: now + keepMs });
  return signedIn;
}

/** Forgets what is remembered of a workspace, of one teammate, or of everybody: the next request looks again. */
export function forgetSessions(workspaceId?: string, teammateId?: string): void {
  for (const [key, { signedIn }] of kept) {
    const { session } = signedIn;
    if (workspaceId && session.workspaceId !== workspaceId) continue;
    if (teammateId && session.actor.id !== teammateId) continue;
    kept.delete(key);
  }
}

/** The topic of a change to what somebody may; `apps/server` follows it after the commit, in every process. */
export const rightsTopic = 'rights';

/** What a teammate may, or where, is changed by this transaction: their sessions and open screens look again. */
export function rightsChanged(ctx: Ctx, teammateId: string): void {
  forgetSessions(ctx.workspaceId, teammateId);
  ctx.touch(rightsTopic, teammateId);
}

async function enter(tools: Tools, accountId: string, chosen: string | null): Promise<SignedIn | null> {
  const memberships = await tools.read({ workspaceId: nowhere }, (ctx) => membershipsOf(ctx, accountId));
  const membership = memberships.find(({ workspaceId }) => workspaceId === chosen) ?? memberships[0];
  if (!membership) return null;
  const { workspaceId, teammateId } = membership;
  const actor = await tools.read({ workspaceId }, (ctx) => loadActor(ctx, teammateId));
  return { accountId, session: { workspaceId, actor, via: 'console' } };
}

function keep(key: string, one: Kept): void {
  // a Map keeps the order of insertion: the first key is the oldest
  const oldest = kept.size >= keptLimit ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  kept.set(key, one);
}
