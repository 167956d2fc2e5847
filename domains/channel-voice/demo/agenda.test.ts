import { expect, test } from 'vitest';
import type { DemoStory } from '#platform/domain';
import { diceOf } from '../../../tests/support/dice.ts';
import { newAgenda, spanOf } from './agenda.ts';
import { planHistoryOfCalls, type StoryCall } from './calls.ts';
import { planCallsOfToday } from './calls-of-today.ts';

/** The story's calls as they are planned at a moment. */
function callsToldAt(now: Date, seed: number): readonly StoryCall[] {
  const dice = diceOf(seed);
  const story = {
    now,
    days: 42,
    random: () => dice.below(1_000_000) / 1_000_000,
    ids: new Map(),
    plan: () => undefined,
  } as unknown as DemoStory;
  const agenda = newAgenda();
  return [...planCallsOfToday(story, agenda), ...planHistoryOfCalls(story, agenda)];
}

test('nobody of the story is in two calls at once, at whatever hour it is told', () => {
  for (let hour = 0; hour < 400; hour += 1) {
    const now = new Date(Date.UTC(2026, 10, 17, 0, 7 * hour));
    const calls = callsToldAt(now, hour);
    for (const [position, one] of calls.entries()) {
      const span = spanOf(one, one.at.getTime());
      const meets = calls.slice(position + 1).filter((other) => {
        const theirs = spanOf(other, other.at.getTime());
        const isSomebodys = other.who === one.who || other.person.key === one.person.key;
        return isSomebodys && span.fromMs < theirs.toMs && theirs.fromMs < span.toMs;
      });
      expect(meets, now.toISOString()).toEqual([]);
    }
  }
});
