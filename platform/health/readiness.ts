import { sql } from 'kysely';
import type { Tools } from '#platform/domain';
import { withinTime } from './within-time.ts';

/** Whether requests should come here, and if not, why, in words that tell strangers nothing about the inside. */
export interface Readiness {
  readonly isReady: boolean;
  readonly says: readonly string[];
}

export interface ReadinessOptions {
  readonly tools: Tools;
  /** Every migration of this program; it is ready when all have run. */
  readonly migrations?: readonly string[];
  /** Going down: what is running ends, nothing new comes. */
  readonly isStopping?: () => boolean;
}

const answerLimitMs = 2_000;
/** Jobs this late mean that nobody works them: mail waits, clocks do not ring. */
const lagLimitSeconds = 600;
/** Strangers may ask as often as they like: the database is asked once in this time. */
const keepMs = 1_000;

/** No workspace is meant. */
export const noWorkspace = '00000000-0000-0000-0000-000000000000';

/** Makes the question "may requests come here?", answered at most once a second. */
export function createReadiness(options: ReadinessOptions): () => Promise<Readiness> {
  let kept: { until: number; answer: Promise<Readiness> } | null = null;
  return () => {
    const now = Date.now();
    if (!kept || kept.until <= now) kept = { until: now + keepMs, answer: ask(options) };
    return kept.answer;
  };
}

async function ask({ tools, migrations = [], isStopping }: ReadinessOptions): Promise<Readiness> {
  if (isStopping?.()) return notReady('The server is going down.');
  try {
    const done = await withinTime(answerLimitMs, migrationsDone(tools));
    if (migrations.some((name) => !done.has(name))) return notReady('The database is being brought up to date.');
  } catch {
    return notReady('The database does not answer.');
  }
  try {
    const { oldestSeconds } = await withinTime(answerLimitMs, tools.jobs.lag());
    if (oldestSeconds > lagLimitSeconds) return notReady('Work waits for too long: no worker seems to run.');
  } catch {
    return notReady('The job queue does not answer.');
  }
  return { isReady: true, says: ['Ready.'] };
}

function notReady(why: string): Readiness {
  return { isReady: false, says: [why] };
}

/** The migrations that have run; asking is also the proof that the database answers. */
export async function migrationsDone(tools: Tools): Promise<ReadonlySet<string>> {
  const { rows } = await tools.read({ workspaceId: noWorkspace }, ({ db }) =>
    sql<{ name: string }>`select name from migrations`.execute(db),
  );
  return new Set(rows.map(({ name }) => name));
}
