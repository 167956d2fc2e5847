import { sql } from 'kysely';
import * as z from 'zod';
import { publishScorecard, recordResult } from '#domains/quality';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { newId } from '#platform/database';
import { mark, play } from '#science/practice';
import { languageOf, scenarioOf } from './bank.ts';
import type { ProofView } from './contract.ts';
import type { PracticeState, ProofChoice } from './practice-token.ts';
import { allPoints, answersOf, passPoints, practicePoints, practiceQuestions, practiceScorecard } from './scorecard.ts';

/** How long a kept result stays, in days. */
export const proofDays = 365;
const dayMs = 86_400_000;

const Line = z.object({ own: z.string(), answer: z.string() });
const Mark = z.record(z.string(), z.number().nullable());

/** A kept result with its marks, and the lines where they were asked to be shown. */
export interface Proof extends ProofView {
  readonly marks: Readonly<Record<string, number | null>>;
  readonly lines: readonly { readonly own: string; readonly answer: string }[] | null;
  readonly keepUntil: Date;
}

/**
 * Keep a result, because the one who practised said so: the marks, and the lines only where they want them shown. The same
 * id again is the same result.
 */
export async function keepProof(ctx: Ctx, id: string, state: PracticeState, choice: ProofChoice): Promise<void> {
  const scenario = scenarioOf(state.scenario);
  if (!scenario) throw new Error(`The bank has no scenario ${state.scenario}.`);
  const played = play(scenario, languageOf(scenario), state.lines);
  const marks = mark(scenario, played, true);
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('practice_proofs')
    .values({
      workspace_id: ctx.workspaceId,
      id,
      scenario: scenario.id,
      scenario_version: scenario.version,
      points: practicePoints(marks),
      marks: JSON.stringify(Object.fromEntries(marks.questions.map(({ question, mark: value }) => [question, value]))),
      lines: choice.withLines ? JSON.stringify(played.turns.map(({ own, answer }) => ({ own, answer }))) : null,
      shown_name: choice.shownName,
      kept_at: ctx.now,
      keep_until: new Date(ctx.now.getTime() + proofDays * dayMs),
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst();
  if (!numInsertedOrUpdatedRows) return;
  const { id: scorecardId, ...version } = practiceScorecard;
  await publishScorecard(ctx, { id: scorecardId, ...version, questions: Object.values(practiceQuestions) });
  const lineIds = played.turns.map(() => newId());
  await recordResult(ctx, {
    id: newId(),
    scorecardVersionId: practiceScorecard.versionId,
    subjectKind: 'practice',
    subjectId: id,
    teammateId: null,
    judgeKind: 'check',
    judgeId: null,
    answers: answersOf(marks, lineIds),
    occurredAt: ctx.now,
  });
}

/** A kept result; undefined where there is none, or it has ended. Who has its link may see it. */
export async function findProof(ctx: ReadCtx, id: string): Promise<Proof | undefined> {
  return (await findProofs(ctx, [id])).get(id);
}

/** Kept results by their ids, those that are still there. */
export async function findProofs(ctx: ReadCtx, ids: readonly string[]): Promise<ReadonlyMap<string, Proof>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('practice_proofs')
    .select(['id', 'scenario', 'points', 'marks', 'lines', 'shown_name', 'kept_at', 'keep_until'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .where('keep_until', '>', ctx.now)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        scenario: row.scenario,
        scenarioTitle: scenarioOf(row.scenario)?.title ?? row.scenario,
        points: row.points,
        allPoints,
        passed: row.points >= passPoints,
        shownName: row.shown_name,
        keptAt: row.kept_at.toISOString(),
        marks: Mark.parse(row.marks),
        lines: row.lines === null ? null : z.array(Line).parse(row.lines),
        keepUntil: row.keep_until,
      },
    ]),
  );
}

/** Drop a kept result. Dropping it twice is dropping it once. */
export async function dropProof(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.deleteFrom('practice_proofs').where('workspace_id', '=', ctx.workspaceId).where('id', '=', id).execute();
}

/** Most results that one night drops; the rest go the next. */
const dropLimit = 5_000;

/** Every night: results whose time has come are dropped. */
export async function dropEndedProofs(ctx: Ctx): Promise<void> {
  const ended = ctx.db
    .selectFrom('practice_proofs')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('keep_until', '<=', ctx.now)
    .limit(dropLimit);
  await ctx.db
    .deleteFrom('practice_proofs')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', 'in', ended)
    .execute();
}
