import type { AnyEvent, Ctx, ReadCtx } from '#platform/ctx';
import type { Database } from '#platform/database';
import { gather, type Domain, type House, type Job, type Log, type Reaction, type Tools } from '#platform/domain';
import { systemActor } from '#platform/policy';
import { createJobQueue, type JobQueue, type JobQueueOptions, type QueuedJob } from './index.ts';

export const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Retries without the patience of a real house. */
export const quickRetry = { limit: 2, delaySeconds: 1, longestDelaySeconds: 1 };

/** A house of one domain. */
export function houseOf(parts: { jobs?: readonly Job[]; reactions?: readonly Reaction[] }): House {
  const domain: Domain = { name: 'toy', needs: [], ...parts };
  return gather([domain], []);
}

/** Tools whose transactions hold what a job needs: the database, the workspace and who it is. */
export function toolsFor(house: House, database: Database, workspaceIds: readonly string[] = []): Tools {
  const base = { actor: systemActor, house, via: 'job', changeSetId: 'none' } as const;
  return {
    house,
    log: silent,
    now: () => new Date(),
    workspaceIds: async () => workspaceIds,
    transact: (who, verb) =>
      database.db
        .transaction()
        .execute((db) =>
          verb({ ...base, ...who, db, now: new Date(), causeEventId: who.causeEventId ?? null } as unknown as Ctx),
        ),
    read: (who, verb) => verb({ ...base, ...who, db: database.db, now: new Date() } as unknown as ReadCtx),
  } as Tools;
}

/** A queue over the database, quick to retry. */
export async function queueFor(
  house: House,
  database: Database,
  options: Partial<JobQueueOptions> = {},
): Promise<JobQueue> {
  return createJobQueue({
    pool: database.pool,
    databaseUrl: database.url,
    house,
    log: silent,
    retry: quickRetry,
    ...options,
  });
}

/** Writes jobs in a transaction of their own and wakes the workers. */
export async function ask(queue: JobQueue, database: Database, ...jobs: QueuedJob[]): Promise<void> {
  await database.db.transaction().execute((trx) => queue.insert(trx, jobs));
  queue.wake();
}

/** An event as it was told in a workspace. */
export function anEvent(workspaceId: string, name: string): AnyEvent {
  const at = new Date('2026-03-02T09:00:00Z');
  return {
    id: crypto.randomUUID(),
    workspaceId,
    name,
    version: 1,
    subjectId: crypto.randomUUID(),
    changeSetId: crypto.randomUUID(),
    actorKind: 'system',
    actorId: null,
    via: 'api',
    causeEventId: null,
    occurredAt: at,
    recordedAt: at,
    body: {},
  };
}
