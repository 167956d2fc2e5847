import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import type { DemoStory, House, StoryVisitor, Tools, Who } from '#platform/domain';
import type { Actor } from '#platform/policy';
import { loadActor } from '#domains/identity';
import { seededRandom } from './random.ts';

/** Where the seeded story starts when nobody gives another seed: the same shop, the same weeks, every time. */
const standardSeed = 48_213;
/** Six weeks: enough for every figure to have something to compare itself with. */
const standardDays = 42;

interface Telling {
  readonly now: Date;
  readonly seed?: number;
  readonly days?: number;
  /** Hears what is told now, and how much of the story's steps is behind it, from 0 to 1. */
  readonly tell?: (progress: string, share: number) => void;
  /** The workspace it is told into; a new one where none is named. */
  readonly workspaceId?: string;
  /** Who looks around in it; nobody in the demo, whose people are entered by one click. */
  readonly visitor?: StoryVisitor;
}

interface Step {
  readonly at: Date;
  readonly play: () => Promise<unknown>;
}

/**
 * Tells the demo's story into an empty database: every domain fills its part, in the order of the house, and plans its
 * steps; then these are played as they happened. The story ends at `now`, so that what is due is due today. Answers the
 * workspace it filled.
 */
export async function tellStory(tools: Tools, house: House, options: Telling): Promise<string> {
  const steps: Step[] = [];
  const story = newStory(tools, options, steps);
  for (const domain of house.domains) {
    if (!domain.demo) continue;
    options.tell?.(domain.name, 0);
    await domain.demo(story);
  }
  await play(steps, options);
  return story.workspaceId;
}

function newStory(tools: Tools, options: Telling, steps: Step[]): DemoStory {
  const workspaceId = options.workspaceId ?? newId();
  const ids = new Map<string, string>();
  const actors = new Map<string, Promise<Actor>>();
  const quick = unhurried(tools, options.visitor !== undefined);
  const actorOf = (who: string): Promise<Actor> => {
    const teammateId = ids.get(who);
    if (!teammateId) throw new Error(`The story knows nobody called ${who}.`);
    const known = actors.get(who) ?? tools.read({ workspaceId }, (ctx) => loadActor(ctx, teammateId));
    actors.set(who, known);
    return known;
  };
  return {
    workspaceId,
    seed: options.seed ?? standardSeed,
    random: seededRandom(options.seed ?? standardSeed),
    now: options.now,
    days: options.days ?? standardDays,
    ids,
    tools: quick,
    async at<T>(moment: Date, who: string | null, verb: (ctx: Ctx) => Promise<T>): Promise<T> {
      const actor = who === null ? {} : { actor: await actorOf(who) };
      return quick.transact({ workspaceId, now: moment, via: 'demo', ...actor }, verb);
    },
    plan: (at, step) => steps.push({ at, play: step }),
    visitor: options.visitor ?? null,
  };
}

/**
 * The same tools without waiting for the disk at each commit; beside workers that run, what follows waits for the end. Nothing is risked: the mark that ends the filling is
 * written as usual and takes everything before it along; without that mark the story is told again.
 */
function unhurried(tools: Tools, holdsJobs: boolean): Tools {
  return {
    ...tools,
    transact: (who: Who, verb) =>
      tools.transact({ ...who, holdsJobs }, async (ctx) => {
        await sql`set local synchronous_commit to off`.execute(ctx.db);
        return verb(ctx);
      }),
  };
}

/** Plays the steps one after the other; those of one moment in the order they were planned. */
async function play(steps: readonly Step[], { tell }: Telling): Promise<void> {
  const inOrder = steps
    .map((step, position) => ({ ...step, position }))
    .sort((a, b) => a.at.getTime() - b.at.getTime() || a.position - b.position);
  let told = '';
  for (const [index, step] of inOrder.entries()) {
    const day = step.at.toISOString().slice(0, 10);
    if (day !== told) tell?.(day, index / inOrder.length);
    told = day;
    await step.play();
  }
}
