import { closeSample, dropSample, forgetSessions } from '#domains/identity';
import type { Job, Tools } from '#platform/domain';
import { sampleRemoved } from './contract.ts';
import { onlyHere } from './only-here.ts';
import { sampleOf } from './queries.ts';

const limitSeconds = 300;
/** What was under way in the shop when it was closed ends within this, in milliseconds; it is looked for once more then. */
const lastWorkMs = 2_000;

/** Removes the shop whole, then its row. A kill in between: the next run begins at whatever is left. */
export const dropSampleJob: Job = {
  name: 'sample.drop',
  limitSeconds,
  async run(tools, { workspaceId, sampleId }) {
    const id = String(sampleId);
    await onlyHere(tools, id, async () => {
      const known = await tools.read({ workspaceId }, sampleOf);
      if (known?.sampleId !== id || known.state !== 'removing') return;
      await leaveNothing(tools, id);
      await tools.transact({ workspaceId, via: 'job' }, async (ctx) => {
        await ctx.db
          .deleteFrom('samples')
          .where('workspace_id', '=', workspaceId)
          .where('sample_id', '=', id)
          .execute();
        ctx.emit(sampleRemoved, id, {});
      });
    });
  },
};

/** Every row, number, job and account of a shop, and what still came while they went. */
export async function leaveNothing(tools: Tools, sampleId: string): Promise<void> {
  await tools.transact({ workspaceId: sampleId, via: 'job' }, (ctx) => closeSample(ctx));
  forgetSessions(sampleId);
  for (const pauseMs of [0, lastWorkMs]) {
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    await tools.jobs.forget(sampleId);
    await tools.files.dropAll(sampleId);
    await tools.transact({ workspaceId: sampleId, via: 'job' }, (ctx) => dropSample(ctx));
  }
}
