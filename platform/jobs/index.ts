/**
 * Jobs: what happens after a commit, by the clock, or towards the outside world; over pg-boss, schema `jobs`.
 *
 * What always holds:
 * - A job is written in the caller's transaction by one statement, so it exists if and only if the facts do.
 * - At least once, in no promised order: verbs are idempotent and take business time from the event.
 * - The jobs of a process that died are run by another within 30 seconds (heartbeats, see `queues.ts`).
 * - A job that keeps failing is not lost and not silent: after its retries it stands in the dead list.
 * - A tick of the clock is fanned out once per workspace, however many processes run.
 */
export { createJobQueue, type JobQueue, type JobQueueOptions } from './create-job-queue.ts';
export type { DeadJob, DeadPage } from './dead-jobs.ts';
export type { QueuedJob } from './insert-jobs.ts';
export type { JobLag } from './measure-lag.ts';
export type { RetryRule } from './queues.ts';
