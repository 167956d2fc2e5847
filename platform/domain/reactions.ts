import { randomUUID } from 'node:crypto';
import type { AnyEventContract } from '#platform/contract';
import type { Ctx, EventOf } from '#platform/ctx';
import { isPassingTrouble } from '#platform/problem';
import type { Tools } from './tools.ts';

/** What happens when a fact was told. */
export interface Reaction {
  readonly when: 'within' | 'after';
  readonly event: AnyEventContract;
  /** Name of the job for `after`; unique in the house: `<domain>.<verb>`, set when the house is gathered. */
  readonly name: string;
  run(ctx: Ctx, event: EventOf<AnyEventContract>): Promise<void>;
}

/** A job: by the clock, by `ctx.enqueue`, or towards the outside world. */
export interface Job {
  readonly name: string;
  /** Cron (UTC) for jobs by the clock. */
  readonly cron?: string;
  /** Longest time one run may take, in seconds. */
  readonly limitSeconds: number;
  run(tools: Tools, data: Readonly<Record<string, unknown>> & { workspaceId: string }): Promise<void>;
}

/** Runs in the same transaction as the fact, without I/O: for what must hold at once. */
export function within<E extends AnyEventContract>(
  event: E,
  verb: (ctx: Ctx, event: EventOf<E>) => Promise<void>,
): Reaction {
  return { when: 'within', event, name: verb.name, run: verb as Reaction['run'] };
}

/**
 * Runs later as a job in a transaction of its own, at least once and in no promised order: the verb is idempotent and
 * takes business time from the event.
 */
export function after<E extends AnyEventContract>(
  event: E,
  verb: (ctx: Ctx, event: EventOf<E>) => Promise<void>,
): Reaction {
  return { when: 'after', event, name: verb.name, run: verb as Reaction['run'] };
}

/** A job by the clock (cron, UTC), once in the whole house per tick, once per workspace. */
export function every(cron: string, name: string, verb: (ctx: Ctx) => Promise<void>, limitSeconds = 60): Job {
  return {
    name,
    cron,
    limitSeconds,
    run: (tools, data) => tools.transact({ workspaceId: data.workspaceId, via: 'job' }, verb),
  };
}

/** A job started by `ctx.enqueue(name, data)`: one transaction. */
export function task(
  name: string,
  verb: (ctx: Ctx, data: Readonly<Record<string, unknown>>) => Promise<void>,
  limitSeconds = 60,
): Job {
  return {
    name,
    limitSeconds,
    run: (tools, data) => tools.transact({ workspaceId: data.workspaceId, via: 'job' }, (ctx) => verb(ctx, data)),
  };
}

/** A call to the outside world in three steps; a kill between them never sends twice silently. */
export interface Outward<Work, Outcome> {
  readonly name: string;
  readonly limitSeconds: number;
  /**
   * Transaction: takes the oldest piece of work under its row lock and marks it claimed; null when nothing is left. Run
   * again with the same `claimId` when nobody knows whether it was committed: what that id claimed is still its own.
   */
  claim(ctx: Ctx, data: Readonly<Record<string, unknown>>, claimId: string): Promise<Work | null>;
  /** No transaction: calls. A thrown error means the outcome is unknown. */
  call(tools: Tools, work: Work, signal: AbortSignal): Promise<Outcome>;
  /** Transaction: writes down what happened. `unknown` is the error of a call whose outcome nobody knows. */
  record(ctx: Ctx, work: Work, outcome: { readonly known: Outcome } | { readonly unknown: Error }): Promise<void>;
}

/** Most pieces of work one nudge drains before it hands over to the next job. */
const drainLimit = 20;
/**
 * How long a claim or a known outcome waits for a database that is away, and between two tries. What is known is not
 * given up for a connection that was lost: then a mail that arrived would be called "not confirmed".
 */
const patienceMs = 5 * 60_000;
const firstWaitMs = 200;
const longestWaitMs = 5_000;
/** How often an outcome is written that a mistake of ours keeps from being written. */
const recordTries = 3;

/** A job towards the outside world: claim, call, record, until nothing is left or the bound is reached. */
export function outward<Work, Outcome>(steps: Outward<Work, Outcome>): Job {
  return {
    name: steps.name,
    limitSeconds: steps.limitSeconds,
    async run(tools, data) {
      const who = { workspaceId: data.workspaceId, via: 'job' } as const;
      // The queue counts a run as lost at twice its limit: no call begins after the first half.
      const lastBeginMs = performance.now() + steps.limitSeconds * 1000;
      for (let done = 0; done < drainLimit && performance.now() < lastBeginMs; done += 1) {
        const claimId = randomUUID();
        const work = await patiently(() => tools.transact(who, (ctx) => steps.claim(ctx, data, claimId)));
        if (work === null) return;
        const outcome = await callWithin(steps, tools, work);
        await patiently(() => tools.transact(who, (ctx) => steps.record(ctx, work, outcome)), recordTries);
      }
      await tools.transact(who, async (ctx) => ctx.enqueue(steps.name, data));
    },
  };
}

async function callWithin<Work, Outcome>(
  steps: Outward<Work, Outcome>,
  tools: Tools,
  work: Work,
): Promise<{ known: Outcome } | { unknown: Error }> {
  try {
    return { known: await steps.call(tools, work, AbortSignal.timeout(steps.limitSeconds * 1000)) };
  } catch (error) {
    return { unknown: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** Runs it again while the house's own trouble passes, within a bound; after anything else so many times in all. */
async function patiently<T>(work: () => Promise<T>, tries = 1): Promise<T> {
  const untilMs = performance.now() + patienceMs;
  let failures = 0;
  for (let waitMs = firstWaitMs; ; waitMs = Math.min(longestWaitMs, waitMs * 2)) {
    try {
      return await work();
    } catch (error) {
      if (!isPassingTrouble(error)) failures += 1;
      if (failures >= tries || performance.now() + waitMs > untilMs) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
}
