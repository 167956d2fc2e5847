import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkStatement } from './statements.ts';
import { tableOwners } from './tables.ts';
import { readTree } from './tree.ts';

/** One statement that the suites ran, and who ran it. */
export interface Recorded {
  readonly sql: string;
  readonly owner: string;
  readonly caller?: string | undefined;
}

/** Where the workers of a run write what they saw: one file each, one statement a line. */
export const statementsFolder = new URL('../../test-results/statements', import.meta.url).pathname;

/** Most distinct statements one worker writes down; more means that values are written into the SQL. */
const statementLimit = 20_000;

/**
 * Begins to write down each distinct statement that this process runs. The database room calls the hook with the SQL;
 * who runs it is read from the call stack, because a verb of one domain may be called by another.
 */
export function recordStatements(folder = statementsFolder): void {
  const seen = new Set<string>();
  const file = join(folder, `${process.pid}-${process.env['VITEST_WORKER_ID'] ?? '0'}.jsonl`);
  mkdirSync(folder, { recursive: true });
  globalThis.__rapportStatements = (sql, room) => {
    const ran: Recorded = { sql, ...runnerOf(stackHere(), room) };
    const line = JSON.stringify(ran);
    const key = createHash('sha256').update(line).digest('base64');
    if (seen.has(key) || seen.size >= statementLimit) return;
    seen.add(key);
    appendFileSync(file, `${line}\n`);
  };
}

/** Deepest call stack we ask for, in frames. */
const stackFrames = 80;

function stackHere(): string {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = stackFrames;
  const stack = new Error('here').stack ?? '';
  Error.stackTraceLimit = limit;
  return stack;
}

/** The innermost room in a call stack, and the innermost domain around it when that room is the platform's. */
export function runnerOf(stack: string, otherwise: string): Omit<Recorded, 'sql'> {
  const frames = stack.split('\n').flatMap((line) => roomIn(line) ?? []);
  const owner = frames[0] ?? otherwise;
  const caller = owner.startsWith('platform/') ? frames.find((room) => room.startsWith('domains/')) : undefined;
  return { owner, ...(caller === undefined ? {} : { caller }) };
}

/** The room of one frame. The driver serves everyone; a test beside the code is a test. */
function roomIn(line: string): string | null {
  const [, floor, room, rest = ''] =
    /\/(packages|platform|domains|desks|apps|demo|bench|tests|scripts)\/([\w-]+)(?:\.\w+)?([^:)]*)/.exec(line) ?? [];
  if (!floor || !room || line.includes('/node_modules/') || line.includes('/tests/house/')) return null;
  if (floor === 'platform' && (room === 'database' || room === 'testing')) return null;
  return /\.(test|bench)\.tsx?$/.test(rest) || floor === 'tests' ? `tests/${room}` : `${floor}/${room}`;
}

/** Forgets the statements of runs before. */
export function forgetStatements(folder = statementsFolder): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Every distinct statement that was written down. */
export function recordedStatements(folder = statementsFolder): readonly Recorded[] {
  const lines = new Set<string>();
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    for (const line of readFileSync(join(folder, name), 'utf8').split('\n')) if (line !== '') lines.add(line);
  }
  return [...lines].sort().map((line): Recorded => JSON.parse(line));
}

/** What is wrong with the statements that were written down, each with who ran it and the SQL. */
export function breachesRecorded(folder = statementsFolder): readonly string[] {
  const tables = tableOwners(readTree(new URL('../..', import.meta.url).pathname));
  return recordedStatements(folder).flatMap(({ sql, owner, caller }) =>
    checkStatement(sql, { owner, caller, tables }).map(
      (says) => `${owner}${caller ? ` for ${caller}` : ''} ${says}\n    ${sql.slice(0, 2_000)}`,
    ),
  );
}
