/** Quality as both sides of the wire see it: results of scorecards, evidence stored once. Browser-safe. */
import * as z from 'zod';
import { cursor, event, page, route } from '#platform/contract';

const uuid = z.uuid();

export const subjectKinds = ['conversation', 'practice'] as const;
export const judgeKinds = ['teammate', 'check', 'assistant', 'self'] as const;

/** A question of a scorecard version: its weight, and whether failing it fails all. */
export const Question = z.object({
  id: uuid,
  weight: z.number().int().min(1).max(100),
  failsAll: z.boolean().default(false),
});
export type Question = z.output<typeof Question>;

/** A mark from 0 to 1, null where the question did not apply, and the entries it rests on. */
export const Answer = z.object({ mark: z.number().min(0).max(1).nullable(), restsOn: z.array(uuid).max(50) });
export const Answers = z.record(uuid, Answer);
export type Answers = z.output<typeof Answers>;

export const ResultView = z.object({
  id: uuid,
  scorecardVersionId: uuid,
  subjectKind: z.enum(subjectKinds),
  subjectId: uuid,
  teammateId: uuid.nullable(),
  judgeKind: z.enum(judgeKinds),
  judgeId: uuid.nullable(),
  /** Hundredths of a per cent of what could be reached; null where nothing applied. */
  pointsBasis: z.number().int().nullable(),
  answers: Answers,
  at: z.iso.datetime(),
});
export type ResultView = z.output<typeof ResultView>;

/** Somebody's work (the subject) was looked at by a scorecard. */
export const scorecardRecorded = event(
  'scorecard.recorded',
  1,
  z.object({
    resultId: uuid,
    scorecardVersionId: uuid,
    subjectKind: z.enum(subjectKinds),
    teammateId: uuid.nullable(),
    judgeKind: z.enum(judgeKinds),
    pointsBasis: z.number().int().nullable(),
  }),
);

export const listResults = route({
  method: 'GET',
  path: '/api/scorecard-results',
  summary: 'Results of scorecards, newest first: your own, and those of the teammates whose reviews you may read.',
  access: 'signed-in',
  query: cursor.extend({ teammateId: uuid.meta({ object: 'Teammate' }).optional() }),
  reply: page(ResultView),
});
