import type { DemoStory } from './demo-story.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How much of a week comes on each day, Sunday first: Mondays are full, weekends thin. */
const byWeekday = [0.45, 1.35, 1.15, 1.05, 1, 0.95, 0.55] as const;
/** How much of a day comes in each hour (UTC). */
const byHour = [1, 1, 0, 0, 0, 1, 3, 8, 16, 22, 24, 22, 17, 18, 21, 20, 17, 13, 11, 10, 9, 6, 4, 2] as const;

/** One of a list, by the story's own chance. */
export function pickFrom<T>(story: Pick<DemoStory, 'random'>, list: readonly T[]): T {
  const one = list[Math.floor(story.random() * list.length)];
  if (one === undefined) throw new Error('Nothing to pick from.');
  return one;
}

/** A number between two, evenly. */
export function between(story: Pick<DemoStory, 'random'>, low: number, high: number): number {
  return low + story.random() * (high - low);
}

/** A wait in minutes as waits are: half of them below the middle, some very long. */
export function waitMinutes(story: Pick<DemoStory, 'random'>, middle: number): number {
  const normal = story.random() + story.random() + story.random() + story.random() - 2;
  return Math.max(1, middle * Math.exp(1.25 * normal));
}

/** A moment some minutes before the story's now (after it where negative). */
export function minutesAgo(story: Pick<DemoStory, 'now'>, minutes: number): Date {
  return new Date(story.now.getTime() - Math.round(minutes * 60_000));
}

/** When customers came, over the days of the story: more on Mondays and before noon, few at night, oldest first. */
export function arrivals(story: Pick<DemoStory, 'random' | 'now' | 'days'>, perDay: number): readonly Date[] {
  const moments: Date[] = [];
  const today = Math.floor(story.now.getTime() / dayMs) * dayMs;
  for (let day = story.days; day >= 0; day -= 1) {
    const midnight = today - day * dayMs;
    const share = byWeekday[new Date(midnight).getUTCDay()] ?? 1;
    const count = Math.floor(perDay * share + story.random());
    for (let n = 0; n < count; n += 1) {
      const at = new Date(midnight + Math.round((hourByChance(story) + story.random()) * hourMs));
      if (at < story.now) moments.push(at);
    }
  }
  return moments.sort((a, b) => a.getTime() - b.getTime());
}

function hourByChance(story: Pick<DemoStory, 'random'>): number {
  let left = story.random() * byHour.reduce<number>((sum, weight) => sum + weight, 0);
  for (const [hour, weight] of byHour.entries()) {
    left -= weight;
    if (left < 0) return hour;
  }
  return 12;
}
