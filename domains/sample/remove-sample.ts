import { closeSample, forgetSessions, isSample } from '#domains/identity';
import type { Asker, Tools } from '#platform/domain';
import { mayNot } from '#platform/problem';
import { dropSampleJob } from './drop-sample.ts';
import { can } from './policy.ts';
import { sampleOf, setState } from './queries.ts';
import { isNotThere, isOneItself, refusedIn } from './refusals.ts';

/** Asks for the removal of the sample shop: from now on nobody is in it, and a job removes it whole. */
export async function removeSample(tools: Tools, asker: Asker): Promise<void> {
  const sampleId = await tools.transact({ ...asker, via: 'console' }, async (ctx) => {
    if (!can.administer(ctx.actor)) throw mayNot();
    if (await isSample(ctx)) throw isOneItself();
    const known = await sampleOf(ctx);
    if (!known) throw isNotThere();
    if (!(await setState(ctx, known.sampleId, ['ready'], 'removing'))) throw refusedIn(known.state);
    ctx.audit({ action: 'sample.removed', objectKind: 'sample', objectId: known.sampleId });
    ctx.enqueue(dropSampleJob.name, { sampleId: known.sampleId });
    return known.sampleId;
  });
  await tools.transact({ workspaceId: sampleId, via: 'job' }, (ctx) => closeSample(ctx));
  forgetSessions(sampleId);
}
