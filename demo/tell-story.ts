import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import type { DemoStory, House, Tools } from '#platform/domain';
import { loadActor } from '#domains/identity';

/** Where the seeded story starts when nobody gives another seed: the same shop, the same weeks, every time. */
const standardSeed = 48_213;

/**
 * Tells the demo's story into an empty database: every domain fills its part, in the order of the house. The story ends
 * at `now`, so that what is due is due today. Answers the workspace it filled.
 */
export async function tellStory(tools: Tools, house: House, options: { now: Date; seed?: number; tell?: (domain: string) => void }): Promise<string> {
  const workspaceId = newId();
  const ids = new Map<string, string>();
  const random = seededRandom(options.seed ?? standardSeed);
  const story: DemoStory = {
    workspaceId,
    seed: options.seed ?? standardSeed,
    random,
    now: options.now,
    ids,
    tools,
    async at<T>(moment: Date, who: string | null, verb: (ctx: Ctx) => Promise<T>): Promise<T> {
      const teammateId = who === null ? null : ids.get(who);
      if (who !== null && !teammateId) throw new Error(`The story knows nobody called ${who}.`);
      const actor = teammateId ? await tools.read({ workspaceId }, (ctx) => loadActor(ctx, teammateId)) : null;
      return tools.transact({ workspaceId, now: moment, via: 'demo', ...(actor ? { actor } : {}) }, verb);
    },
  };
  for (const domain of house.domains) {
    if (!domain.demo) continue;
    options.tell?.(domain.name);
    await domain.demo(story);
  }
  return workspaceId;
}

/** A small seeded generator (mulberry32, Tommy Ettinger 2017, public domain): even enough for a story, and the same everywhere. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
