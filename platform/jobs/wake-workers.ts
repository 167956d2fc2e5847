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
/** Nothing is written that has to outlive a power cut, so nobody waits for the disk. */
const told = `select pg_notify($1, $2) from (select set_config('synchronous_commit', 'off', true)) as unhurried`;
/** How long after a lost connection we try again; polling goes on meanwhile. */
const reconnectMs = 1_000;
const channel = 'rapport_jobs';

/** Where the hints travel. */
interface Wire {
  readonly pool: pg.Pool;
  readonly databaseUrl: string;
  readonly log: Log;
}

/** Makes the waker of this process. Every wake is only a hint: a lost one costs a poll (2 seconds), never a job. */
export function createWaker(wire: Wire): Waker {
  const ownId = randomUUID();
  let workers: readonly Worker[] = [];
  let notifyWorker: (workerId: string) => void = () => {};

  const wakeOne = (queue: QueueName): void => {
    const sleeper = workers.find((worker) => worker.queue === queue && !worker.busy);
    if (sleeper) notifyWorker(sleeper.id);
  };
  const wakeHere = (): void => {
    for (const queue of new Set(workers.map((worker) => worker.queue))) wakeOne(queue);
  };
  const caller = createCaller(wire, ownId);
  const hearer = createHearer(wire, ownId, wakeHere);

  return {
    wakeOne,
    wake() {
      wakeHere();
      caller.callSoon();
    },
    async listen(own, notify) {
      workers = own;
      notifyWorker = notify;
      await hearer.open();
    },
    async stop() {
      caller.stop();
      await hearer.stop();
    },
  };
}

/** Tells the other processes, outside any transaction and not too often. */
function createCaller({ pool, log }: Wire, ownId: string): { callSoon(): void; stop(): void } {
  let timer: NodeJS.Timeout | null = null;
  let calledAtMs = 0;
  let stopped = false;

  const call = (): void => {
    timer = null;
    calledAtMs = performance.now();
    pool.query(told, [channel, ownId]).catch((error: Error) => {
      log.warn({ error: error.name }, 'Other workers could not be woken; they will poll.');
    });
  };
  return {
    callSoon() {
      if (timer || stopped) return;
      timer = setTimeout(call, Math.max(0, calledAtMs + announceEveryMs - performance.now()));
      timer.unref();
    },
    stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
    },
  };
}

/** Hears the other processes on a connection of its own, and opens it again when it breaks. */
function createHearer(
  { databaseUrl }: Wire,
  ownId: string,
  wakeHere: () => void,
): { open(): Promise<void>; stop(): Promise<void> } {
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | null = null;
  let stopped = false;

  const open = async (): Promise<void> => {
    client = new pg.Client({ connectionString: databaseUrl, application_name: 'rapport-jobs-listen', keepAlive: true });
    client.on('notification', ({ payload }) => {
      if (payload !== ownId) wakeHere();
    });
    client.on('error', () => {}); // `end` follows
    client.on('end', openLater);
    await client.connect();
    await client.query(`listen ${channel}`);
    // What was told while nobody listened.
    wakeHere();
  };
  const openLater = (): void => {
    if (retry || stopped) return;
    retry = setTimeout(() => {
      retry = null;
      open().catch(openLater);
    }, reconnectMs);
    retry.unref();
  };
  return {
    open,
    async stop() {
      stopped = true;
      if (retry) clearTimeout(retry);
      await client?.end().catch(() => {});
    },
  };
}
