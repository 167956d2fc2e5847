import type { Ctx } from '#platform/ctx';
import type { Input, Tools } from '#platform/domain';
import { notFound } from '#platform/problem';
import { nowhere } from './auth.ts';
import { forgetAccount, rightsChanged, type SignedIn } from './authenticate.ts';
import { deviceWords } from './device-words.ts';
import { teammateSignedOut, type endSession as endRoute, type SessionRow } from './contract.ts';
import { myAccount } from './my-account.ts';
import { can } from './policy.ts';
import { membershipsOf, teammateById } from './queries.ts';
import type { SessionAnswer } from './sign-in.ts';
import type { ReadCtx } from '#platform/ctx';

/** Most sessions of one account that are shown. */
const shownLimit = 100;

/** Where an account is signed in, the last used first. A session of one workspace's single sign-on sees its own kind. */
export async function sessionsOf(
  ctx: Pick<ReadCtx, 'db' | 'now'>,
  accountId: string,
  boundTo: string | null | undefined,
  current: string | null,
): Promise<SessionRow[]> {
  const rows = await ctx.db
    .selectFrom('auth.session')
    .select(['id', 'createdAt', 'updatedAt', 'expiresAt', 'ipAddress', 'userAgent'])
    .where('userId', '=', accountId)
    .where('expiresAt', '>', ctx.now)
    .$if(typeof boundTo === 'string', (query) => query.where('boundTo', '=', boundTo ?? ''))
    .orderBy('updatedAt', 'desc')
    .limit(shownLimit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    isThis: row.id === current,
    since: row.createdAt.toISOString(),
    lastSeenAt: row.updatedAt.toISOString(),
    endsAt: row.expiresAt.toISOString(),
    device: deviceWords(row.userAgent ?? ''),
    from: row.ipAddress ?? '',
  }));
}

/** Ends one session of mine. */
export async function endSession(tools: Tools, { params, headers }: Input<typeof endRoute>): Promise<SessionAnswer> {
  const me = await myAccount(tools, headers);
  if ((await endSessions(tools, me, { only: params.id })) === 0) throw notFound();
  return { signedIn: params.id !== me.sessionId, setCookies: [] };
}

/** Signs out everywhere but here. */
export async function endOtherSessions(tools: Tools, { headers }: { headers: Headers }): Promise<SessionAnswer> {
  const me = await myAccount(tools, headers);
  await endSessions(tools, me, { except: me.sessionId });
  return { signedIn: true, setCookies: [] };
}

/** Ends sessions of an account and lets its open screens look again, in every workspace and process. */
export async function endSessions(
  tools: Tools,
  me: Pick<SignedIn, 'accountId' | 'boundTo'>,
  which: { readonly only?: string; readonly except?: string },
): Promise<number> {
  const { accountId, boundTo } = me;
  const ended = await tools.transact({ workspaceId: nowhere }, (ctx) => deleteSessions(ctx, accountId, boundTo, which));
  await lookAgain(tools, accountId);
  return ended;
}

/** Lets the open screens of an account ask again who they are, in every workspace and process. */
export async function lookAgain(tools: Tools, accountId: string): Promise<void> {
  forgetAccount(accountId);
  const memberships = await tools.read({ workspaceId: nowhere }, (ctx) => membershipsOf(ctx, accountId));
  for (const { workspaceId, teammateId } of memberships)
    await tools.transact({ workspaceId }, async (ctx) => rightsChanged(ctx, teammateId));
}

/** Ends sessions of an account in the transaction that is open. */
export async function deleteSessions(
  ctx: Ctx,
  accountId: string,
  boundTo: string | null,
  { only, except }: { readonly only?: string; readonly except?: string },
): Promise<number> {
  const { numDeletedRows } = await ctx.db
    .deleteFrom('auth.session')
    .where('userId', '=', accountId)
    .$if(boundTo !== null, (query) => query.where('boundTo', '=', boundTo))
    .$if(only !== undefined, (query) => query.where('id', '=', only ?? ''))
    .$if(except !== undefined, (query) => query.where('id', '!=', except ?? ''))
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Where a teammate is signed in. */
export async function listSessionsOf(ctx: ReadCtx, teammateId: string): Promise<{ rows: SessionRow[] }> {
  const teammate = await teammateById(ctx, teammateId);
  if (!can.invite(ctx.actor)) throw notFound();
  return { rows: teammate.accountId ? await sessionsOf(ctx, teammate.accountId, undefined, null) : [] };
}

/** Signs a teammate out everywhere: a lost laptop, a colleague who left in anger. */
export async function endSessionsOf(ctx: Ctx, teammateId: string): Promise<{ ended: number }> {
  const teammate = await teammateById(ctx, teammateId);
  if (!can.invite(ctx.actor)) throw notFound();
  const ended = teammate.accountId ? await deleteSessions(ctx, teammate.accountId, null, {}) : 0;
  if (teammate.accountId) forgetAccount(teammate.accountId);
  ctx.emit(teammateSignedOut, teammateId, {});
  ctx.audit({
    action: 'teammate.signed-out',
    objectKind: 'teammate',
    objectId: teammateId,
    objectName: teammate.name,
    after: { ended },
  });
  rightsChanged(ctx, teammateId);
  return { ended };
}
