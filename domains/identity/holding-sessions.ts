import { sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import type { Tools } from '#platform/domain';
import { findSignedIn, longestMs } from './authenticate.ts';
import { boundMs } from './enter.ts';

/** The session of the browser that asks; null for a program with a key, and for nobody. */
export async function sessionIdOf(tools: Tools, headers: Headers): Promise<string | null> {
  return (await findSignedIn(tools, headers))?.sessionId ?? null;
}

/** Those of these sessions by which this teammate is still signed in here: not ended, not over, not of somebody else. */
export async function sessionsThatHold(
  ctx: ReadCtx,
  teammateId: string,
  sessionIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (sessionIds.length === 0) return new Set();
  const ago = (ms: number): Date => new Date(ctx.now.getTime() - ms);
  const rows = await ctx.db
    .selectFrom('auth.session as s')
    .innerJoin('teammates as t', 't.account_id', 's.userId')
    .select('s.id')
    .where('t.workspace_id', '=', ctx.workspaceId)
    .where('t.id', '=', teammateId)
    .where('t.deactivated_at', 'is', null)
    .where('s.id', '=', sql<string>`any(${[...sessionIds]}::text[])`)
    .where('s.expiresAt', '>', ctx.now)
    .where('s.createdAt', '>', ago(longestMs))
    .where((eb) =>
      eb.or([
        eb('s.boundTo', 'is', null),
        eb.and([eb('s.boundTo', '=', ctx.workspaceId), eb('s.createdAt', '>', ago(boundMs))]),
      ]),
    )
    .execute();
  return new Set(rows.map(({ id }) => id));
}
