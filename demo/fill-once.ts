import { type Kysely, sql } from 'kysely';
import { tellStory } from '#domains/sample';
import { halfToldDemos, isEmpty, markDemoFilled } from '#domains/identity';
import type { DB } from '#platform/database';
import type { House, Tools } from '#platform/domain';

/** A lock of our own number: one of several starters tells the story, the others wait for its end. */
const storyLock = 7_264_048;

interface Filling {
  readonly db: Kysely<DB>;
  readonly tools: Tools;
  readonly house: House;
  readonly now?: Date;
  readonly seed?: number;
  readonly days?: number;
  readonly tell?: (progress: string) => void;
}

/** Whether this database waits for the demo: it has no workspace, or one whose story broke off. */
export async function wantsDemo(db: Kysely<DB>): Promise<boolean> {
  return (await isEmpty({ db })) || (await halfToldDemos({ db })).length > 0;
}

/**
 * Fills the demo once, however many programs start at the same time: who comes second waits, and finds it filled. A story
 * that broke off (a full disk, a killed program) has no end mark: it is removed and told again from its beginning.
 */
export async function fillOnce({ db, tools, house, ...options }: Filling): Promise<boolean> {
  return db.transaction().execute(async (holder) => {
    await sql`select pg_advisory_xact_lock(${storyLock})`.execute(holder);
    for (const workspaceId of await halfToldDemos({ db })) {
      options.tell?.('removing what broke off');
      await sql`select drop_workspace(${workspaceId}::uuid)`.execute(db);
    }
    if (!(await isEmpty({ db }))) return false;
    const workspaceId = await tellStory(tools, house, { ...options, now: options.now ?? new Date() });
    await tools.transact({ workspaceId, via: 'demo' }, (ctx) => markDemoFilled(ctx));
    return true;
  });
}
