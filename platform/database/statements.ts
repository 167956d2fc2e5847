import { createHash } from 'node:crypto';
import type { PoolClient, QueryResult } from 'pg';

/** Statements that carry this mark are planned afresh every time (search: a generic plan took 40 ms instead of 1). */
export const planAfresh = '/* plan afresh */';

/** Most statements one connection prepares; beyond it they run unnamed. */
const preparedLimit = 400;
/** Longer texts are one-offs (bulk inserts) and not worth a prepared plan. */
const preparedTextLimit = 6_000;
/** What PostgreSQL says when a prepared plan's result changed under a migration. */
const planChanged = '0A000';

const names = new Map<string, string>();

/** Told of every statement, with the part of the house that ran it; the house test listens, production does not. */
declare global {
  var __rapportStatements: ((sql: string, room: string) => void) | undefined;
}

/**
 * Makes a connection name its statements by their hash, so that PostgreSQL keeps their plans: planning was half of a
 * query's cost. After a migration changed a result, the connection is dropped, not the request's caller.
 */
export function nameStatements(client: PoolClient): PoolClient {
  const run = client.query.bind(client) as (...args: unknown[]) => Promise<QueryResult>;
  const named = async (text: unknown, values?: unknown[]): Promise<QueryResult> => {
    if (typeof text !== 'string') return run(text, values);
    globalThis.__rapportStatements?.(text, callingRoom());
    const name = values === undefined ? undefined : nameOf(text);
    try {
      return await (name ? run({ name, text, values }) : run(text, values));
    } catch (error) {
      if ((error as { code?: string }).code === planChanged) markBroken(client);
      throw error;
    }
  };
  (client as { query: unknown }).query = (text: unknown, values?: unknown, callback?: unknown) =>
    // pg's own pool and COPY streams use the callback and object forms: left as they are
    typeof callback === 'function' || typeof values === 'function' || typeof text !== 'string'
      ? (run as (...args: unknown[]) => unknown)(text, values, callback)
      : named(text, values as unknown[] | undefined);
  return client;
}

const broken = new WeakSet<PoolClient>();

/** Whether a connection must not go back into the pool. */
export function isBroken(client: PoolClient): boolean {
  return broken.has(client);
}

function markBroken(client: PoolClient): void {
  broken.add(client);
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known) return known;
  if (names.size >= preparedLimit || text.length > preparedTextLimit || text.includes(planAfresh)) return undefined;
  const name = `r_${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`;
  names.set(text, name);
  return name;
}

/** The room of the house whose code runs the statement, from the call stack; only asked for when somebody listens. */
function callingRoom(): string {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 60;
  const stack = new Error().stack ?? '';
  Error.stackTraceLimit = limit;
  const frames = [...stack.matchAll(/\/(domains|platform|apps|bench|demo|tests)\/([\w-]+)\//g)];
  const domain = frames.find((frame) => frame[1] === 'domains');
  const first = domain ?? frames.find((frame) => !(frame[1] === 'platform' && frame[2] === 'database'));
  return first ? `${first[1]}/${first[2]}` : 'unknown';
}
