import { fullPoints, pointsOf } from '#domains/quality';
import type { Answers, Question } from '#domains/quality/contract';
import type { Marks, QuestionKey } from '#science/practice';

/** The scorecard of practice conversations, as quality keeps it: the same ids in every workspace, a version never changed. */
export const practiceScorecard = {
  id: '0193c0de-0000-7000-8000-0000000000a0',
  versionId: '0193c0de-0000-7000-8000-0000000000a1',
  name: 'Practice conversation',
  version: 1,
} as const;

/** Each question with its weight; they make twenty points. */
export const practiceQuestions: Readonly<Record<QuestionKey, Question>> = {
  greeted: questionOf('b1', 2),
  listened: questionOf('b2', 4),
  verified: questionOf('b3', 3),
  explained: questionOf('b4', 4),
  solved: questionOf('b5', 4),
  tone: questionOf('b6', 3),
};

/** All points there are, and those that pass. */
export const allPoints = 20;
export const passPoints = 14;

/** The marks as quality stores answers; `lineIds` are the ids of one's own lines, by their turn. */
export function answersOf(marks: Marks, lineIds: readonly string[]): Answers {
  return Object.fromEntries(
    marks.questions.map(({ question, mark, restsOn }) => [
      practiceQuestions[question].id,
      { mark, restsOn: [...new Set(restsOn.flatMap(({ turn }) => lineIds[turn] ?? []))] },
    ]),
  );
}

/**
 * Points out of twenty, counted by quality's own rule over the questions that apply. Good words alone never pass: where
 * the customer was not served in the end, the points stay below it.
 */
export function practicePoints(marks: Marks): number {
  const basis = pointsOf(Object.values(practiceQuestions), answersOf(marks, [])) ?? 0;
  const points = Math.round((basis / fullPoints) * allPoints);
  const served = marks.questions.find(({ question }) => question === 'solved')?.mark;
  return served === 0 ? Math.min(points, passPoints - 1) : points;
}

function questionOf(end: string, weight: number): Question {
  return { id: `0193c0de-0000-7000-8000-0000000000${end}`, weight, failsAll: false };
}
