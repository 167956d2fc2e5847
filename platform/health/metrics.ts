import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Tools } from '#platform/domain';
import type { RequestWatcher } from '#platform/http';
import { withinTime } from './within-time.ts';

export interface MetricsParts {
  readonly tools: Tools;
  /** The connections of this process, as `pg` counts them. */
  readonly pool?: { readonly totalCount: number; readonly idleCount: number; readonly waitingCount: number };
  /** How many screens follow along here. */
  readonly screens?: () => number;
}

export interface Metrics {
  readonly contentType: string;
  readonly watch: RequestWatcher;
  text(): Promise<string>;
}

/** Something that happened, counted by a domain: `mails({ fate: 'parked' })`. */
export type Count = (labels: Readonly<Record<string, string>>, times?: number) => void;

const lagLimitMs = 2_000;
/** From a cached list to a slow search; in seconds. */
const durationBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What domains count; one for the process, as the counters are. */
const counted = new Registry();

/**
 * Makes a counter for /metrics, once, at the top of a file: `const mails = counter('rapport_mails_total', 'Mails that came,
 * by fate.', ['fate'])`. Labels are words of fixed lists, never ids or text: each new one is a series kept for good.
 */
export function counter(name: `rapport_${string}_total`, says: string, labels: readonly string[]): Count {
  const counts = new Counter({ name, help: says, labelNames: [...labels], registers: [counted] });
  return (of, times = 1) => counts.inc(of, times);
}

/** The figures of this process for Prometheus. */
export function createMetrics(parts: MetricsParts): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'rapport_http_request_seconds',
    help: 'How long requests took, by the pattern of their route.',
    labelNames: ['method', 'route', 'status'],
    buckets: durationBuckets,
    registers: [registry],
  });
  gaugePool(registry, parts);
  const askJobs = gaugeJobs(registry, parts.tools);
  const { screens } = parts;
  if (screens) gaugeOf(registry, 'rapport_screens', 'Screens that follow along in this process.', screens);
  const all = Registry.merge([registry, counted]);
  return {
    contentType: all.contentType,
    watch: ({ method, route, status, seconds }) =>
      durations.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, seconds),
    async text() {
      await askJobs();
      return all.metrics();
    },
  };
}

function gaugePool(registry: Registry, { pool }: MetricsParts): void {
  if (!pool) return;
  gaugeOf(
    registry,
    'rapport_database_connections',
    'Connections to the database in this process.',
    () => pool.totalCount,
  );
  gaugeOf(registry, 'rapport_database_connections_idle', 'Connections that nobody uses.', () => pool.idleCount);
  gaugeOf(registry, 'rapport_database_waiting', 'Requests that wait for a connection.', () => pool.waitingCount);
}

/** One question to the database fills three figures; while it does not answer they are absent rather than wrong. */
function gaugeJobs(registry: Registry, tools: Tools): () => Promise<void> {
  const waiting = gauge(registry, 'rapport_jobs_waiting', 'Jobs of the whole house that could run now and do not.');
  const dead = gauge(registry, 'rapport_jobs_dead', 'Jobs of the whole house that gave up.');
  const lag = gauge(registry, 'rapport_jobs_lag_seconds', 'How long the oldest of them has waited.');
  return async () => {
    try {
      const found = await withinTime(lagLimitMs, tools.jobs.lag());
      waiting.set(found.waiting);
      dead.set(found.dead);
      lag.set(found.oldestSeconds);
    } catch {
      for (const one of [waiting, dead, lag]) one.remove();
    }
  };
}

function gauge(registry: Registry, name: string, help: string, collect: () => Promise<void> = noQuestion): Gauge {
  return new Gauge({ name, help, registers: [registry], collect });
}

const noQuestion = async (): Promise<void> => undefined;

/** A figure that is read when Prometheus asks. */
function gaugeOf(registry: Registry, name: string, help: string, read: () => number): void {
  const made: Gauge = gauge(registry, name, help, async () => made.set(read()));
}
