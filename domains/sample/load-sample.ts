import { isSample, storyIsTold, visitorOf } from '#domains/identity';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import { mayNot } from '#platform/problem';
import { fillSample } from './fill-sample.ts';
import { can } from './policy.ts';
import { sampleOf } from './queries.ts';
import { isElsewhere, isOneItself, refusedIn } from './refusals.ts';

/** Asks for the sample shop; a job fills it. One at a time, and one for the whole server. */
export async function loadSample(ctx: Ctx): Promise<void> {
  if (!can.administer(ctx.actor) || ctx.actor.id === null) throw mayNot();
  if (await isSample(ctx)) throw isOneItself();
  const known = await sampleOf(ctx);
  if (known && known.state !== 'failed') throw refusedIn(known.state);
  if (!known && (await storyIsTold(ctx))) throw isElsewhere();
  // who has no account of their own could never be let in
  if (!(await visitorOf(ctx, ctx.actor.id))) throw mayNot();
  const sampleId = newId();
  const row = { sample_id: sampleId, state: 'loading', told_share: 0, asked_by: ctx.actor.id, asked_at: ctx.now };
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('samples')
    .values({ workspace_id: ctx.workspaceId, ...row })
    .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(row).where('samples.state', '=', 'failed'))
    .executeTakeFirstOrThrow();
  // somebody else asked at the same moment
  if (numInsertedOrUpdatedRows === 0n) throw refusedIn('loading');
  ctx.audit({ action: 'sample.loaded', objectKind: 'sample', objectId: sampleId });
  ctx.enqueue(fillSample.name, { sampleId });
}
