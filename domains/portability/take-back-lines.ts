import type { Ctx } from '#platform/ctx';
import type { ImportResult, Job, Tools } from '#platform/domain';
import { change } from './change.ts';
import { importUndone } from './contract.ts';
import { countOne, openWork, progressEvery, tellProgress, type Work, whyRefused } from './work-lines.ts';

/** How many lines are read at once. */
const batch = 200;

interface Line {
  readonly line: number;
  readonly outcome: string;
  readonly object_id: string | null;
  readonly before: unknown;
}

/** Takes back what an import brought, the last line first, a transaction a line. */
export const takeBackLines: Job = {
  name: 'portability.undo',
  limitSeconds: 3_600,
  async run(tools, data) {
    const work = await openWork(tools, data, 'undoing');
    if (!work) return;
    const counts = new Map<string, number>();
    let done = 0;
    for (let lines = await next(tools, work); lines.length > 0; lines = await next(tools, work)) {
      for (const line of lines) {
        countOne(counts, await takeBack(tools, work, line));
        done += 1;
        if (done % progressEvery === 0) await tellProgress(tools, work, done, counts);
      }
    }
    await tools.transact(work.who, (ctx) => finish(ctx, work, counts));
  },
};

/** What the import made or changed and has not taken back yet. */
function next(tools: Tools, work: Work): Promise<readonly Line[]> {
  return tools.read(work.who, (ctx) =>
    ctx.db
      .selectFrom('import_rows')
      .select(['line', 'outcome', 'object_id', 'before'])
      .where('workspace_id', '=', ctx.workspaceId)
      .where('import_id', '=', work.record.id)
      .where('outcome', 'in', ['made', 'changed'])
      .orderBy('line', 'desc')
      .limit(batch)
      .execute(),
  );
}

async function takeBack(tools: Tools, work: Work, line: Line): Promise<string> {
  const done = { outcome: line.outcome, objectId: line.object_id ?? '', before: line.before } as ImportResult;
  try {
    return await tools.transact(work.who, async (ctx) => {
      const { keptBecause } = await work.importable.takeBack(ctx, done);
      await settle(ctx, work, line.line, keptBecause);
      return keptBecause === null ? 'undone' : 'kept';
    });
  } catch (error) {
    const why = isStillNamed(error) ? 'Something that came later belongs to it.' : whyRefused(error);
    await tools.transact(work.who, (ctx) => settle(ctx, work, line.line, why));
    return 'kept';
  }
}

/** Rows of other domains point to what would go: a conversation, an order. */
function isStillNamed(error: unknown): boolean {
  return (error as { code?: string }).code === '23503';
}

async function settle(ctx: Ctx, work: Work, line: number, why: string | null): Promise<void> {
  await ctx.db
    .updateTable('import_rows')
    .set({ outcome: why === null ? 'undone' : 'kept', why, before: null })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('import_id', '=', work.record.id)
    .where('line', '=', line)
    .execute();
}

async function finish(ctx: Ctx, work: Work, counts: ReadonlyMap<string, number>): Promise<void> {
  const { id } = work.record;
  const told = { undone: counts.get('undone') ?? 0, kept: counts.get('kept') ?? 0 };
  await change(ctx, id, {
    state: 'undone',
    counts: JSON.stringify({ ...(work.record.counts as object), ...told, made: 0, changed: 0 }),
  });
  ctx.emit(importUndone, id, told);
  ctx.audit({ action: 'import.undone', objectKind: 'import', objectId: id, after: told });
}
