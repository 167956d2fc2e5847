import type { ReadCtx } from '#platform/ctx';
import { Answers, type ResultView } from './contract.ts';

/** Results that were not withdrawn; narrow it further and run it. */
export function resultRows(ctx: ReadCtx) {
  return ctx.db
    .selectFrom('scorecard_results')
    .select([
      'id',
      'scorecard_version_id',
      'subject_kind',
      'subject_id',
      'teammate_id',
      'judge_kind',
      'judge_id',
      'points_basis',
      'answers',
      'occurred_at',
    ])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('withdrawn_at', 'is', null);
}

type Row = Awaited<ReturnType<ReturnType<typeof resultRows>['executeTakeFirstOrThrow']>>;

/** Row to view. */
export function resultView(row: Row): ResultView {
  return {
    id: row.id,
    scorecardVersionId: row.scorecard_version_id,
    subjectKind: row.subject_kind as ResultView['subjectKind'],
    subjectId: row.subject_id,
    teammateId: row.teammate_id,
    judgeKind: row.judge_kind as ResultView['judgeKind'],
    judgeId: row.judge_id,
    pointsBasis: row.points_basis,
    answers: Answers.parse(row.answers),
    at: row.occurred_at.toISOString(),
  };
}
