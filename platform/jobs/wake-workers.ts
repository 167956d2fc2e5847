import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Log } from '#platform/domain';
import type { QueueName } from './queues.ts';

/** One fetching loop of pg-boss in this process. */
export interface Worker {
  readonly id: string;
  readonly queue: QueueName;
  busy: boolean;
}

/** Wakes sleeping workers, here at once and in other processes soon. */
export interface Waker {
  /** To be called after a commit that wrote jobs. Never waits. */
  wake(): void;
  /** Wakes one sleeper of a queue in this process. */
  wakeOne(queue: QueueName): void;
  /** Begins to hear other processes; `workers` may grow later. */
  listen(workers: readonly Worker[], notify: (workerId: string) => void): Promise<void>;
  stop(): Promise<void>;
}

/** At most one NOTIFY per process in this time. Inside our transactions it cost 5,000 → 900 commits/s. */
const announceEveryMs = 10;
/** How long after a lost connection we try again; polling goes on meanwhile. */
const reconnectMs = 1_000;
const channel = 'rapport_jobs';

/** Makes the waker of this process. Every wake is only a hint: a lost one costs a poll (2 seconds), never a job. */
export function createWaker({ pool, databaseUrl, log }: { pool: pg.Pool; databaseUrl: string; log: Log }): Waker {
  const ownId = randomUUID();
  let workers: readonly Worker[] = [];
  let notifyWorker: (workerId: string) => void = () => {};
  let announcement: NodeJS.Timeout | null = null;
  let lastAnnouncedMs = 0;
  let listener: pg.Client | null = null;
  let retry: NodeJS.Timeout | null = null;
  let stopped = false;

  function wakeOne(queue: QueueName): void {
    const sleeper = workers.find((worker) => worker.queue === queue && !worker.busy);
    if (sleeper) notifyWorker(sleeper.id);
  }

  function wakeLocal(): void {
    for (const queue of new Set(workers.map((worker) => worker.queue))) wakeOne(queue);
  }

  function announceSoon(): void {
    if (announcement || stopped) return;
    const waitMs = Math.max(0, lastAnnouncedMs + announceEveryMs - performance.now());
    announcement = setTimeout(() => {
      announcement = null;
      lastAnnouncedMs = performance.now();
      pool.query('select pg_notify($1, $2)', [channel, ownId]).catch((error: Error) => {
        log.warn({ error: error.name }, 'Other workers could not be woken; they will poll.');
      });
    }, waitMs);
    announcement.unref();
  }

  async function connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'rapport-jobs-listen',
      keepAlive: true,
    });
    client.on('notification', ({ payload }) => {
      if (payload !== ownId) wakeLocal();
    });
    client.on('error', () => {});
    client.on('end', () => {
      if (!stopped) reconnectLater();
    });
    listener = client;
    await client.connect();
    await client.query(`listen ${channel}`);
    // What was announced while nobody listened.
    wakeLocal();
  }

  function reconnectLater(): void {
    if (retry) return;
    retry = setTimeout(() => {
      retry = null;
      connect().catch(reconnectLater);
    }, reconnectMs);
    retry.unref();
  }

  return {
    wakeOne,
    wake() {
      wakeLocal();
      announceSoon();
    },
    async listen(own, notify) {
      workers = own;
      notifyWorker = notify;
      await connect();
    },
    async stop() {
      stopped = true;
      if (announcement) clearTimeout(announcement);
      if (retry) clearTimeout(retry);
      await listener?.end().catch(() => {});
    },
  };
}
