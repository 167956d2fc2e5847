import * as z from 'zod';
import { teamIdsOf } from '#domains/teams';
import type { Ctx } from '#platform/ctx';
import { mayNot, problem, sameIdOtherBody } from '#platform/problem';
import { Answers, Question, type ResultView, scorecardRecorded } from './contract.ts';
import { pointsOf } from './points.ts';
import { can } from './policy.ts';
import { resultRows, resultView } from './queries.ts';

const notPublished = problem(
  'quality/not-published',
  422,
  'This scorecard is not in use',
  'Publish the version first, or take another.',
);
const unknownQuestion = problem(
  'quality/unknown-question',
  422,
  'An answer belongs to no question of this scorecard',
  'Take the questions of this version.',
);

/** A result as it is recorded; its points are counted here, so that they mean the same everywhere. */
export interface NewResult {
  /** Made by who records: the same id again is the same result. */
  readonly id: string;
  readonly scorecardVersionId: string;
  readonly subjectKind: ResultView['subjectKind'];
  readonly subjectId: string;
  readonly teammateId: string | null;
  readonly judgeKind: ResultView['judgeKind'];
  readonly judgeId: string | null;
  readonly answers: Answers;
  readonly occurredAt: Date;
}

/** Record how a scorecard was answered for a conversation or a practice. Stored once, never changed. */
export async function recordResult(ctx: Ctx, given: NewResult): Promise<ResultView> {
  const teamIds = given.teammateId ? ((await teamIdsOf(ctx, [given.teammateId])).get(given.teammateId) ?? []) : [];
  if (!can.record(ctx.actor, { ...given, teamIds })) throw mayNot();
  const questions = await questionsOf(ctx, given.scorecardVersionId);
  const answers = Answers.parse(given.answers);
  if (Object.keys(answers).some((id) => !questions.some((question) => question.id === id))) throw unknownQuestion();
  const pointsBasis = pointsOf(questions, answers);
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('scorecard_results')
    .values({
      workspace_id: ctx.workspaceId,
      id: given.id,
      scorecard_version_id: given.scorecardVersionId,
      subject_kind: given.subjectKind,
      subject_id: given.subjectId,
      teammate_id: given.teammateId,
      judge_kind: given.judgeKind,
      judge_id: given.judgeId,
      points_basis: pointsBasis,
      answers: JSON.stringify(answers),
      occurred_at: given.occurredAt,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirstOrThrow();
  const row = await resultRows(ctx).where('id', '=', given.id).executeTakeFirst();
  if (!row) throw sameIdOtherBody();
  const result = resultView(row);
  if (numInsertedOrUpdatedRows === 0n) {
    if (!isSame(result, given, answers)) throw sameIdOtherBody();
    return result;
  }
  const { scorecardVersionId, subjectKind, teammateId, judgeKind } = given;
  ctx.emit(
    scorecardRecorded,
    given.subjectId,
    { resultId: given.id, scorecardVersionId, subjectKind, teammateId, judgeKind, pointsBasis },
    { occurredAt: given.occurredAt },
  );
  return result;
}

async function questionsOf(ctx: Ctx, versionId: string): Promise<readonly Question[]> {
  const version = await ctx.db
    .selectFrom('scorecard_versions')
    .select('questions')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', versionId)
    .where('published_at', 'is not', null)
    .executeTakeFirst();
  if (!version) throw notPublished();
  return z.array(Question).parse(version.questions);
}

function isSame(there: ResultView, given: NewResult, answers: Answers): boolean {
  const marks = (all: Answers): string =>
    JSON.stringify(
      Object.entries(all)
        .map(([id, { mark }]) => [id, mark])
        .sort(),
    );
  return (
    there.subjectId === given.subjectId &&
    there.scorecardVersionId === given.scorecardVersionId &&
    marks(there.answers) === marks(answers)
  );
}
