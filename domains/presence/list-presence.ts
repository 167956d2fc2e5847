import type { ReplyOf } from '#platform/contract';
import type { ReadCtx } from '#platform/ctx';
import { teamIdsOf, teammateIdsOfTeams } from '#domains/teams';
import type { listPresence } from './contract.ts';
import { can, reachOf } from './policy.ts';
import { everybodyNow, presenceNow } from './queries.ts';
import { viewOf } from './views.ts';

/** Your own state, and those you may see: everybody's, your teams', or of one of these teams. */
export async function readPresence(ctx: ReadCtx, teamId?: string): Promise<ReplyOf<typeof listPresence>> {
  const mine = ctx.actor.id ? (await presenceNow(ctx, [ctx.actor.id])).get(ctx.actor.id) : undefined;
  const open = await openOnes(ctx, teamId);
  const teams = await teamIdsOf(
    ctx,
    open.map(({ teammateId }) => teammateId),
  );
  const rows = open.filter(({ teammateId }) =>
    can.read(ctx.actor, { teammateId, teamIds: teams.get(teammateId) ?? [] }),
  );
  return { me: mine ? viewOf(mine) : null, rows: rows.map(viewOf) };
}

async function openOnes(ctx: ReadCtx, teamId: string | undefined) {
  if (teamId !== undefined) return [...(await presenceNow(ctx, await teammateIdsOfTeams(ctx, [teamId]))).values()];
  if (reachOf(ctx.actor) === 'all') return everybodyNow(ctx);
  const colleagues = await teammateIdsOfTeams(ctx, [...ctx.actor.teamIds]);
  return [...(await presenceNow(ctx, colleagues)).values()];
}
