import type { Ctx } from '#platform/ctx';
import type { Job, Tools } from '#platform/domain';
import { change } from './change.ts';
import type { Outcome } from './contract.ts';
import { countOne, openWork, progressEvery, tellProgress, type Work, whyRefused } from './work-lines.ts';

/** Most lines of a report that say what is wrong; the count goes on. */
const whyLimit = 1_000;

/** Thrown at the end of a line that was only tried: its transaction is taken back. */
class OnlyTried extends Error {
  readonly outcome: Outcome;

  constructor(outcome: Outcome) {
    super('This line was only tried.');
    this.outcome = outcome;
  }
}

/** Tries every line in a transaction that is taken back, and writes down what would happen. */
export const tryLines: Job = {
  name: 'portability.check',
  limitSeconds: 3_600,
  async run(tools, data) {
    const work = await openWork(tools, data, 'checking');
    if (!work) return;
    const counts = new Map<string, number>();
    const keys = new Map<string, number>();
    const refused: { line: number; why: string }[] = [];
    let done = 0;
    for await (const [line, row] of work.lines) {
      const why = await whyNot(tools, work, row, { line, keys, counts });
      if (why !== null) {
        countOne(counts, 'refused');
        if (refused.length < whyLimit) refused.push({ line, why });
      }
      done += 1;
      if (done % progressEvery === 0) await tellProgress(tools, work, done, counts);
    }
    await tools.transact(work.who, (ctx) => report(ctx, work, refused, counts, done));
  },
};

async function whyNot(
  tools: Tools,
  work: Work,
  row: Readonly<Record<string, string>>,
  seen: { line: number; keys: Map<string, number>; counts: Map<string, number> },
): Promise<string | null> {
  const key = work.importable.keyOf(row);
  const first = key === null ? undefined : seen.keys.get(key);
  if (key !== null && first === undefined) seen.keys.set(key, seen.line);
  try {
    await tools.transact(work.who, async (ctx) => {
      const { outcome } = await work.importable.bring(ctx, work.place, row);
      throw new OnlyTried(outcome);
    });
    return null;
  } catch (error) {
    if (!(error instanceof OnlyTried)) return whyRefused(error);
    // a line like one before it changes what that one will have made
    const again = work.place.onKnown === 'keep' ? 'same' : 'changed';
    countOne(seen.counts, error.outcome === 'made' && first !== undefined ? again : error.outcome);
    return null;
  }
}

async function report(
  ctx: Ctx,
  work: Work,
  refused: readonly { line: number; why: string }[],
  counts: ReadonlyMap<string, number>,
  done: number,
): Promise<void> {
  if (refused.length > 0) {
    await ctx.db
      .insertInto('import_rows')
      .values(
        refused.map(({ line, why }) => ({
          workspace_id: ctx.workspaceId,
          import_id: work.record.id,
          line,
          outcome: 'refused',
          why,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  await change(ctx, work.record.id, {
    state: 'checked',
    progress: done,
    counts: JSON.stringify(Object.fromEntries(counts)),
  });
}
