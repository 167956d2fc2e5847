import { teammateById } from '#domains/identity';
import { teamIdsOf } from '#domains/teams';
import type { BodyOf } from '#platform/contract';
import type { Ctx } from '#platform/ctx';
import { mayNot, notFound } from '#platform/problem';
import type { PresenceView, setMyPresence } from './contract.ts';
import { can, mayNotSet } from './policy.ts';
import { setPresence } from './set-presence.ts';
import { viewOf } from './views.ts';

/** A teammate chooses their state, or a leader theirs; during a contact it is kept for afterwards. */
export async function choosePresence(
  ctx: Ctx,
  teammateId: string | null,
  choice: BodyOf<typeof setMyPresence>,
): Promise<PresenceView> {
  if (ctx.actor.kind !== 'teammate' || !teammateId) throw mayNot({ detail: 'Only teammates have a presence.' });
  const isOwn = teammateId === ctx.actor.id;
  const facts = { teammateId, teamIds: (await teamIdsOf(ctx, [teammateId])).get(teammateId) ?? [] };
  if (!can.set(ctx.actor, facts)) {
    if (!can.read(ctx.actor, facts)) throw notFound();
    throw mayNotSet();
  }
  if (!isOwn) await teammateById(ctx, teammateId);
  return viewOf(await setPresence(ctx, { teammateId, ...choice, cause: isOwn ? 'own' : 'leader', at: ctx.now }));
}
