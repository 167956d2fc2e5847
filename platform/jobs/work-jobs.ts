import type { Pool } from 'pg';
import type { JobResult, JobWithMetadata, PgBoss } from 'pg-boss';
import type { Log, Tools } from '#platform/domain';
import { fanOutTick } from './keep-clock.ts';
import type { QueueName, RetryRule } from './queues.ts';
import { type JobData, type Repertoire, runJob } from './run-job.ts';
import type { Waker, Worker } from './wake-workers.ts';

/** What the workers of one process share. */
export interface Workshop {
  readonly boss: PgBoss;
  readonly pool: Pool;
  readonly tools: Tools;
  readonly repertoire: Repertoire;
  readonly retry: RetryRule;
  readonly waker: Waker;
  readonly log: Log;
}

/** Reactions are short, so a worker takes several at once and settles them together. */
const afterBatch = 4;
/** A sleeping worker looks by itself this often; wakes are only hints. */
const pollSeconds = 2;

/** Starts the fetching loops: at most `concurrency` reactions and as many tasks at once. */
export async function startWorkers(workshop: Workshop, concurrency: number): Promise<Worker[]> {
  const workers: Worker[] = [];
  for (let started = 0; started < concurrency; started += afterBatch) {
    workers.push(await startWorker(workshop, 'after', Math.min(afterBatch, concurrency - started), runOne));
  }
  for (let started = 0; started < concurrency; started += 1) {
    workers.push(await startWorker(workshop, 'tasks', 1, runOne));
  }
  workers.push(await startWorker(workshop, 'clock', 1, runTick));
  return workers;
}

type Run = (workshop: Workshop, job: JobWithMetadata<JobData>) => Promise<void>;

async function startWorker(workshop: Workshop, queue: QueueName, batchSize: number, run: Run): Promise<Worker> {
  const { boss, waker } = workshop;
  const worker = { id: '', queue, busy: false };
  const options = {
    batchSize,
    perJobResults: true,
    includeMetadata: true,
    pollingIntervalSeconds: pollSeconds,
  } as const;
  worker.id = await boss.work<JobData, JobResult[], typeof options>(queue, options, async (jobs) => {
    const full = jobs.length === batchSize;
    worker.busy = true;
    // A full hand says that there is more: another one wakes, who wakes another, until all hands are busy.
    if (full) waker.wakeOne(queue);
    try {
      return await Promise.all(jobs.map((job) => settle(workshop, job, run)));
    } finally {
      worker.busy = false;
      // pg-boss would sleep until the next poll although we know that there may be more.
      if (full) boss.notifyWorker(worker.id);
    }
  });
  return worker;
}

async function settle(workshop: Workshop, job: JobWithMetadata<JobData>, run: Run): Promise<JobResult> {
  try {
    await run(workshop, job);
    return { id: job.id, status: 'completed' };
  } catch (error) {
    const reason = error instanceof Error ? error : new Error(String(error));
    const facts = {
      job: job.data.job,
      jobId: job.id,
      try: job.retryCount + 1,
      error: reason.name,
      stack: reason.stack?.split('\n').slice(1, 6).join('\n') ?? null,
    };
    if (job.retryCount >= job.retryLimit) workshop.log.error(facts, 'A job gave up; it stands in the dead list.');
    else workshop.log.warn(facts, 'A job failed and will be tried again.');
    return { id: job.id, status: 'failed', output: { name: reason.name, message: reason.message } };
  }
}

async function runOne({ tools, repertoire }: Workshop, job: JobWithMetadata<JobData>): Promise<void> {
  await runJob(tools, repertoire, job.data);
}

async function runTick(
  { pool, tools, repertoire, retry, waker }: Workshop,
  job: JobWithMetadata<JobData>,
): Promise<void> {
  // A job that left the house between two versions of the program has no more ticks.
  if (!repertoire.jobs.has(job.data.job)) return;
  await fanOutTick(pool, tools, repertoire, retry, { job: job.data.job, at: job.createdOn });
  waker.wake();
}
