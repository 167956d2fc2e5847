import type { Answers, Question } from './contract.ts';

/** Most points a result can have: all of what applied, in hundredths of a per cent. */
export const fullPoints = 10_000;

/** Weighted points over those that applied; a failed question that fails all gives 0; null where nothing applied. */
export function pointsOf(questions: readonly Question[], answers: Answers): number | null {
  let reached = 0;
  let reachable = 0;
  for (const { id, weight, failsAll } of questions) {
    const mark = answers[id]?.mark ?? null;
    if (mark === null) continue;
    if (failsAll && mark === 0) return 0;
    reached += weight * mark;
    reachable += weight;
  }
  return reachable === 0 ? null : Math.round((fullPoints * reached) / reachable);
}
