import { forgetSessions, joinSample, visitorOf } from '#domains/identity';
import type { Asker, Tools } from '#platform/domain';
import { mayNot } from '#platform/problem';
import { can } from './policy.ts';
import { sampleOf } from './queries.ts';
import { isNotThere, refusedIn } from './refusals.ts';

/** Lets who administers into the shop; whoever loaded it is in it from the start. */
export async function enterSample(tools: Tools, asker: Asker): Promise<{ workspaceId: string }> {
  const { sampleId, visitor } = await tools.transact({ ...asker, via: 'console' }, async (ctx) => {
    if (!can.administer(ctx.actor) || ctx.actor.id === null) throw mayNot();
    const known = await sampleOf(ctx);
    if (!known) throw isNotThere();
    if (known.state !== 'ready') throw refusedIn(known.state);
    const found = await visitorOf(ctx, ctx.actor.id);
    if (!found) throw mayNot();
    ctx.audit({ action: 'sample.visited', objectKind: 'sample', objectId: known.sampleId });
    return { sampleId: known.sampleId, visitor: found };
  });
  await tools.transact({ workspaceId: sampleId, via: 'demo' }, (ctx) => joinSample(ctx, visitor));
  forgetSessions(sampleId);
  return { workspaceId: sampleId };
}
