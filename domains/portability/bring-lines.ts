import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx';
import type { ImportResult, Job, Tools } from '#platform/domain';
import { release } from '#platform/storage';
import { change } from './change.ts';
import { importRan } from './contract.ts';
import { countOne, openWork, progressEvery, tellProgress, type Work, whyRefused } from './work-lines.ts';

/**
 * Brings a file in, a transaction a line, with the line's own row in it: a program that is killed and tried again goes on
 * where it was, and no line is brought in twice.
 */
export const bringLines: Job = {
  name: 'portability.run',
  limitSeconds: 3_600,
  async run(tools, data) {
    const work = await openWork(tools, data, 'running');
    if (!work) return;
    const counts = await countedSoFar(tools, work);
    const behind = await lastLine(tools, work);
    let done = [...counts.values()].reduce((sum, count) => sum + count, 0);
    for await (const [line, row] of work.lines) {
      if (line <= behind) continue;
      countOne(counts, await bringLine(tools, work, line, row));
      done += 1;
      if (done % progressEvery === 0) await tellProgress(tools, work, done, counts);
    }
    await tools.transact(work.who, (ctx) => finish(ctx, work, counts, done));
  },
};

async function bringLine(
  tools: Tools,
  work: Work,
  line: number,
  row: Readonly<Record<string, string>>,
): Promise<string> {
  try {
    return await tools.transact(work.who, async (ctx) => {
      const result = await work.importable.bring(ctx, work.place, row);
      await writeDown(ctx, work, { line, ...result });
      return result.outcome;
    });
  } catch (error) {
    const why = whyRefused(error);
    await tools.transact(work.who, (ctx) => writeDown(ctx, work, { line, outcome: 'refused', why }));
    return 'refused';
  }
}

async function writeDown(
  ctx: Ctx,
  work: Work,
  row: { line: number; why?: string; outcome: string } & Partial<Pick<ImportResult, 'objectId' | 'before'>>,
): Promise<void> {
  await ctx.db
    .insertInto('import_rows')
    .values({
      workspace_id: ctx.workspaceId,
      import_id: work.record.id,
      line: row.line,
      outcome: row.outcome,
      object_id: row.objectId ?? null,
      why: row.why ?? null,
      before: row.before === undefined ? null : JSON.stringify(row.before),
    })
    .execute();
}

async function countedSoFar(tools: Tools, work: Work): Promise<Map<string, number>> {
  const rows = await tools.read(work.who, (ctx) =>
    ctx.db
      .selectFrom('import_rows')
      .select(['outcome', sql<number>`count(*)::int`.as('count')])
      .where('workspace_id', '=', ctx.workspaceId)
      .where('import_id', '=', work.record.id)
      .groupBy('outcome')
      .execute(),
  );
  return new Map(rows.map(({ outcome, count }) => [outcome, count]));
}

/** How far a run before this one came: lines are brought in one after the other, each with its row of the report. */
async function lastLine(tools: Tools, work: Work): Promise<number> {
  const row = await tools.read(work.who, (ctx) =>
    ctx.db
      .selectFrom('import_rows')
      .select('line')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('import_id', '=', work.record.id)
      .orderBy('line', 'desc')
      .limit(1)
      .executeTakeFirst(),
  );
  return row?.line ?? 0;
}

/** The file is let go: what it held of people is where it belongs, and nowhere else. */
async function finish(ctx: Ctx, work: Work, counts: ReadonlyMap<string, number>, done: number): Promise<void> {
  const { id, sha256 } = work.record;
  const of = (outcome: string): number => counts.get(outcome) ?? 0;
  const told = { made: of('made'), changed: of('changed'), refused: of('refused') };
  if (sha256) release(ctx, sha256);
  await change(ctx, id, {
    state: 'done',
    progress: done,
    counts: JSON.stringify(Object.fromEntries(counts)),
    sha256: null,
    sample: '[]',
  });
  ctx.emit(importRan, id, told);
  ctx.audit({
    action: 'import.ran',
    objectKind: 'import',
    objectId: id,
    after: { kind: work.record.kind, ...told },
  });
}
