import { createHash } from 'node:crypto';
import type { CompiledQuery, Kysely } from 'kysely';
import type { PoolClient, Submittable } from 'pg';
import { runText } from './run-text.ts';
import type { DB } from './schema.generated.ts';
import { noteStatement } from './watched-writes.ts';
import { type Asked, Wire } from './wire.ts';

/** Statements that carry this mark are planned afresh every time (search: a generic plan took 40 ms instead of 1). */
export const planAfresh = '/* plan afresh */';
/**
 * Statements that carry this mark keep their first plan, whatever they are asked with: over the months of a table
 * PostgreSQL plans longer (15 to 60 ms, and for ever where no generic plan looks cheaper) than the statement runs.
 */
export const planOnce = '/* plan once */';
const planByItself = `select set_config('plan_cache_mode', 'auto', true)`;
const planOnceFromHere = `select set_config('plan_cache_mode', 'force_generic_plan', true)`;

/** Most statements one connection prepares; beyond it they run unnamed. */
const preparedLimit = 400;
/** Longer texts are one-offs (bulk inserts) and not worth a prepared plan. */
const preparedTextLimit = 6_000;
/** What PostgreSQL says when a prepared plan's result changed under a migration. */
const planChanged = '0A000';

const names = new Map<string, string>();

/** Told of every statement; the house test listens, production does not. */
declare global {
  var __rapportStatements: ((sql: string) => void) | undefined;
}

/** By their values: statements that nobody waits for. */
const laterOnes = new WeakSet<readonly unknown[]>();

/**
 * Makes a connection name its statements by their hash, so that PostgreSQL keeps their plans: planning was half of a
 * query's cost; and send what belongs together at once (see `Wire`). After a migration changed a result, the connection
 * is dropped, not the request's caller.
 */
export function nameStatements(client: PoolClient): PoolClient {
  const run = client.query.bind(client) as (...args: unknown[]) => unknown;
  const wire = new Wire(run as (packet: Submittable) => unknown);
  const named = async (text: string, values: unknown[] = []): Promise<unknown> => {
    globalThis.__rapportStatements?.(text);
    noteStatement(text);
    const asked = { text, values, name: nameOf(text) };
    try {
      if (text.includes(planOnce)) return await askOnce(wire, asked);
      return await (laterOnes.has(values) ? wire.askLater(asked) : wire.ask(asked));
    } catch (error) {
      if ((error as { code?: string }).code === planChanged) markBroken(client);
      throw error;
    }
  };
  (client as { query: unknown }).query = (text: unknown, values?: unknown, callback?: unknown) => {
    if (typeof callback !== 'function' && typeof text === 'string' && Array.isArray(values)) return named(text, values);
    // pg's own pool, COPY streams and texts of several statements go by themselves
    wire.flush();
    return run(text, values, callback);
  };
  return client;
}

/** The same of a connection that names nothing: its statements are looked at, and go as they are. */
export function noteStatements(client: PoolClient): void {
  const run = client.query.bind(client) as (...args: unknown[]) => unknown;
  (client as { query: unknown }).query = (...args: unknown[]) => {
    if (typeof args[0] === 'string') noteStatement(args[0]);
    return run(...args);
  };
}

/** A statement between the two that set how it is planned, in one packet with them. */
async function askOnce(wire: Wire, asked: Asked): Promise<unknown> {
  const [, answer] = await Promise.all(
    [planOnceFromHere, asked, planByItself].map((one) =>
      wire.ask(typeof one === 'string' ? { text: one, values: [], name: nameOf(one) } : one),
    ),
  );
  return answer;
}

/**
 * Writes something that nobody needs to hear of: it goes with the transaction's next statement, or with its commit, and
 * what refuses it refuses the transaction.
 */
export async function writeLater(db: Kysely<DB>, query: { compile(db: Kysely<DB>): CompiledQuery }): Promise<void> {
  const { sql, parameters } = query.compile(db);
  await writeTextLater(db, sql, parameters);
}

/** The same of a text and its values, which are this statement's own: a list handed on to several would name them all. */
export async function writeTextLater(db: Kysely<DB>, text: string, values: readonly unknown[]): Promise<void> {
  // the values are what the connection is handed as they are; each statement has its own
  laterOnes.add(values);
  await runText(db, text, values);
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
