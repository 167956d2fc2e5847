import { sql } from 'kysely';
import { soonestDue } from '#domains/conversations';
import { queuesFor } from '#domains/teams';
import type { ReadCtx } from '#platform/ctx';
import { scopeOf } from '#platform/policy';
import type { queueStates } from './contract.ts';
import { allPolicies } from './policies.ts';

type State = (typeof queueStates)[number];

/** How the queues the reader sees keep their promises, each by its own clock that ends first. */
export async function readQueueStates(
  ctx: ReadCtx,
): Promise<{ rows: { queueId: string; state: State }[]; changesAt: string | null }> {
  // whose scope is their own work sees nothing of a queue but what is theirs
  const queues = scopeOf(ctx.actor, 'conversations.read') === 'own' ? [] : await queuesFor(ctx);
  const policies = await allPolicies(ctx);
  const firsts = new Map(
    (
      await soonestDue(
        ctx,
        queues.map(({ id }) => id),
      )
    ).map((first) => [first.queueId, first]),
  );
  const warnAt = await warnTimes(
    ctx,
    [...firsts.values()].map(({ conversationId }) => conversationId),
  );
  const moments: number[] = [];
  const rows = queues.map(({ id, brandId }) => {
    const isPromised = policies.some(
      (policy) => (policy.queueId ?? id) === id && (policy.brandId ?? brandId) === brandId,
    );
    const first = firsts.get(id);
    if (!first) return { queueId: id, state: isPromised ? ('good' as const) : ('info' as const) };
    const risksAt = risk(first, warnAt);
    moments.push(...[risksAt, first.dueAt].map(Number).filter((at) => at > ctx.now.getTime()));
    if (first.dueAt <= ctx.now) return { queueId: id, state: 'bad' as const };
    return { queueId: id, state: risksAt <= ctx.now ? ('risk' as const) : ('good' as const) };
  });
  return { rows, changesAt: moments.length > 0 ? new Date(Math.min(...moments)).toISOString() : null };
}

/** How long before its time a promise of one's own is at risk, in milliseconds: when it is called to mind. */
const promiseLeadMs = 30 * 60_000;

function risk(
  first: { readonly conversationId: string; readonly dueAt: Date; readonly dueKind: string | null },
  warnAt: ReadonlyMap<string, Date>,
): Date {
  if (first.dueKind === 'promise') return new Date(first.dueAt.getTime() - promiseLeadMs);
  return warnAt.get(first.conversationId) ?? first.dueAt;
}

/** When three quarters of the time are over, by conversation. */
async function warnTimes(ctx: ReadCtx, conversationIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const rows = await ctx.db
    .selectFrom('clocks')
    .select(['conversation_id', 'warn_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', sql<string>`any(${[...conversationIds]}::uuid[])`)
    .where('met_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.conversation_id, row.warn_at]));
}
