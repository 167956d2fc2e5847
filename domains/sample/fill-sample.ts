import { markDemoFilled, visitorOf } from '#domains/identity';
import type { Job, StoryVisitor, Tools } from '#platform/domain';
import { isPassingTrouble } from '#platform/problem';
import { sampleLoaded } from './contract.ts';
import { leaveNothing } from './drop-sample.ts';
import { onlyHere } from './only-here.ts';
import { type Sample, sampleOf, setState } from './queries.ts';
import { tellStory } from './tell-story.ts';

const limitSeconds = 900;
/** How much of the past the shop has: enough for every list and figure, and filled within a minute. */
const storyDays = 14;
/** How often it is written down how far it is, in milliseconds. */
const writtenEveryMs = 1_000;

/** Fills the sample shop. What a kill left of it goes first: a story is told from its beginning or not at all. */
export const fillSample: Job = {
  name: 'sample.fill',
  limitSeconds,
  async run(tools, { workspaceId, sampleId }) {
    const id = String(sampleId);
    await onlyHere(tools, id, async () => {
      const known = await tools.read({ workspaceId }, sampleOf);
      if (known?.sampleId !== id || known.state !== 'loading') return;
      await leaveNothing(tools, id);
      try {
        await fill(tools, workspaceId, known);
      } catch (error) {
        // a database that is away comes back: the job is tried again
        if (isPassingTrouble(error)) throw error;
        tools.log.error({ problem: String((error as Error).stack) }, 'The sample shop could not be filled');
        await leaveNothing(tools, id);
        await tools.transact({ workspaceId, via: 'job' }, (ctx) => setState(ctx, id, ['loading'], 'failed'));
      }
    });
  },
};

async function fill(tools: Tools, workspaceId: string, { sampleId, askedBy }: Sample): Promise<void> {
  const visitor = await tools.read({ workspaceId }, (ctx) => visitorOf(ctx, askedBy));
  if (!visitor) throw new Error('Who asked for the sample shop has left.');
  await tellWithProgress(tools, sampleId, visitor);
  await tools.transact({ workspaceId: sampleId, via: 'demo' }, (ctx) => markDemoFilled(ctx));
  await tools.jobs.release(sampleId);
  await tools.transact({ workspaceId, via: 'job' }, async (ctx) => {
    if (await setState(ctx, sampleId, ['loading'], 'ready')) ctx.emit(sampleLoaded, sampleId, {});
  });
}

async function tellWithProgress(tools: Tools, sampleId: string, visitor: StoryVisitor): Promise<void> {
  let share = 0;
  let written = 0;
  const write = async (): Promise<void> => {
    if (share === written) return;
    written = share;
    await tools.transact({ workspaceId: visitor.workspaceId, via: 'job' }, (ctx) =>
      ctx.db
        .updateTable('samples')
        .set({ told_share: written })
        .where('workspace_id', '=', ctx.workspaceId)
        .where('sample_id', '=', sampleId)
        .execute(),
    );
  };
  // how far it is, is a courtesy: the story goes on without it
  const clock = setInterval(() => void write().catch(() => undefined), writtenEveryMs);
  try {
    await tellStory(tools, tools.house, {
      now: tools.now(),
      days: storyDays,
      workspaceId: sampleId,
      visitor,
      tell: (_now, part) => (share = Math.floor(part * 100)),
    });
  } finally {
    clearInterval(clock);
  }
}
