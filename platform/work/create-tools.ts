import type { Kysely } from 'kysely';
import type { Config } from '#platform/config';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { type DB, inTransaction } from '#platform/database';
import type { House, Tools } from '#platform/domain';
import type { FileStore, Log, Who } from '#platform/domain';
import { systemActor } from '#platform/policy';
import { writeReferences } from '#platform/storage';
import { collect, type Collected } from './collect.ts';
import { writeHistory } from './write-history.ts';
import { runWithin } from './run-within.ts';

/** What transactions hand on to: the job queue (same transaction) and the screens (after commit). */
export interface Machinery {
  readonly db: Kysely<DB>;
  readonly config: Config;
  readonly house: House;
  readonly files: FileStore;
  readonly log: Log;
  readonly jobs: Tools['jobs'] & {
    insert(trx: Kysely<DB>, jobs: readonly QueuedJob[]): Promise<void>;
    wake(): void;
  };
  /** Told after commit which subjects changed. */
  publish(changes: readonly Change[]): void;
}

export interface QueuedJob {
  readonly name: string;
  readonly workspaceId: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly startAfter?: Date;
  readonly singletonKey?: string;
  /** Waits until its workspace's jobs are released. */
  readonly isHeld?: boolean;
}

export interface Change {
  readonly workspaceId: string;
  readonly topic: string;
  readonly subjectId: string;
  /** Lists it stood in before, whose screens must learn that it left. */
  readonly formerRooms: readonly string[];
}

/** How often a verb is run again when the database asks for it (deadlock, serialisation); verbs have no I/O. */
const retryLimit = 4;
const retryCodes = new Set(['40001', '40P01']);

/** The tools everything outside a transaction works with. */
export function createTools(machinery: Machinery): Tools {
  const { db, config, house, files, log, jobs } = machinery;
  return {
    config,
    house,
    files,
    log,
    jobs,
    now: () => new Date(),
    transact: (who, verb) => transact(machinery, who, verb),
    read: async (who, verb) => verb(readCtx(machinery, who)),
    workspaceIds: async () => {
      const lists = house.domains.flatMap(({ listWorkspaces }) => listWorkspaces ?? []);
      return (await Promise.all(lists.map((list) => list(db)))).flat();
    },
  };
}

async function transact<T>(machinery: Machinery, who: Who, verb: (ctx: Ctx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const collected = collect(who);
    try {
      const result = await inTransaction(machinery.db, async (trx) => {
        const ctx = writeCtx(machinery, who, trx, collected);
        const answer = await verb(ctx);
        await runWithin(machinery.house, ctx, collected);
        await writeAudit(machinery, who, ctx, collected);
        await writeHistory(trx, collected);
        const due = [...collected.jobs, ...reactionJobs(machinery.house, collected)];
        const jobs = who.holdsJobs ? due.map((job) => ({ ...job, isHeld: true })) : due;
        if (jobs.length > 0) await machinery.jobs.insert(trx, jobs);
        await writeReferences(trx, who.workspaceId, collected.references);
        return answer;
      });
      tellAfterCommit(machinery, collected);
      return result;
    } catch (error) {
      if (attempt >= retryLimit || !retryCodes.has((error as { code?: string }).code ?? '')) throw error;
    }
  }
}

/** What administrators did; where their route named nothing more exact, that it was asked for. */
async function writeAudit({ house, config }: Machinery, who: Who, ctx: Ctx, { notes }: Collected): Promise<void> {
  const asked = who.origin?.asked ?? null;
  const all = notes.length > 0 || asked === null ? notes : [asked];
  if (all.length === 0) return;
  await house.keepAudit?.(ctx, all, { config, origin: who.origin ?? null });
  who.origin?.onWritten?.();
}

function tellAfterCommit(machinery: Machinery, collected: Collected): void {
  const changes = [...collected.touched.values()];
  if (changes.length > 0) machinery.publish(changes);
  if (collected.jobs.length > 0 || collected.events.some((event) => machinery.house.after.has(event.name)))
    machinery.jobs.wake();
}

function reactionJobs(house: House, collected: Collected): readonly QueuedJob[] {
  return collected.events.flatMap((event) =>
    (house.after.get(event.name) ?? []).map((reaction) => ({
      name: reaction.name,
      workspaceId: event.workspaceId,
      data: { event },
    })),
  );
}

function readCtx(machinery: Machinery, who: Who): ReadCtx {
  return {
    workspaceId: who.workspaceId,
    actor: who.actor ?? systemActor,
    now: who.now ?? new Date(),
    db: machinery.db,
    house: machinery.house,
  };
}

function writeCtx(machinery: Machinery, who: Who, trx: Kysely<DB>, collected: Collected): Ctx {
  return {
    workspaceId: who.workspaceId,
    actor: who.actor ?? systemActor,
    now: collected.now,
    db: trx,
    house: machinery.house,
    via: who.via ?? 'api',
    changeSetId: collected.changeSetId,
    causeEventId: who.causeEventId ?? null,
    emit: collected.emit,
    touch: collected.touch,
    enqueue: collected.enqueue,
    audit: collected.audit,
    memo: collected.memo,
    references: collected.references,
  };
}
