import { knownTeammates } from '#domains/identity';
import type { BodyOf } from '#platform/contract';
import type { Ctx } from '#platform/ctx';
import { problem } from '#platform/problem';
import { type ImprovementView, improvementSettled, type settleImprovement as settleRoute } from './contract.ts';
import { can } from './policy.ts';
import { improvementView, lockImprovement } from './queries.ts';
import { changed } from './topic.ts';

const mayNotSettle = problem(
  'improvements/may-not-settle',
  403,
  'You may not say what becomes of this',
  'Ask whoever leads your team.',
);
const unknownPerson = problem(
  'improvements/unknown-person',
  422,
  'That is not a teammate here',
  'Choose the name from the list.',
);

/** Says where it stands: open, taken by somebody, done, or declined with the reason. Saying the same again changes nothing. */
export async function settle(ctx: Ctx, id: string, given: BodyOf<typeof settleRoute>): Promise<ImprovementView> {
  const row = await lockImprovement(ctx, id);
  if (!can.settle(ctx.actor, { brandId: row.brand_id })) throw mayNotSettle();
  const isOver = given.state === 'done' || given.state === 'declined';
  const ownerId = given.state === 'taken' ? given.ownerId : ownerAfter(given.state, row.owner_id);
  const outcome = isOver ? given.outcome : '';
  if (row.state === given.state && row.owner_id === ownerId && row.outcome === outcome) return improvementView(ctx, id);
  if (given.state === 'taken' && !(await knownTeammates(ctx, [given.ownerId])).has(given.ownerId))
    throw unknownPerson();
  await ctx.db
    .updateTable('improvements')
    .set({
      state: given.state,
      owner_id: ownerId,
      outcome,
      settled_at: isOver ? ctx.now : null,
      settled_by: isOver ? ctx.actor.id : null,
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  await changed(ctx, id);
  ctx.emit(improvementSettled, id, { from: row.state as ImprovementView['state'], state: given.state, ownerId });
  return improvementView(ctx, id);
}

/** What is open again is nobody's; what is over keeps whoever saw to it. */
function ownerAfter(state: string, ownerId: string | null): string | null {
  return state === 'open' ? null : ownerId;
}
