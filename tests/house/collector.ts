import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type CompiledQuery, DefaultQueryCompiler } from 'kysely';
import { placeOf } from './rooms.ts';
import { isTest } from './sources.ts';
import { checkStatement } from './statements.ts';
import { tableOwners } from './tables.ts';
import { readTree } from './tree.ts';

/** One statement that the suites ran, and who ran it. */
export interface Recorded {
  readonly sql: string;
  readonly owner: string;
  readonly caller?: string | undefined;
}

const root = new URL('../..', import.meta.url).pathname;

/** Where the workers of a run write what they saw: one file each, one statement a line. */
export const statementsFolder = `${root}test-results/statements`;

/** Most distinct statements one worker writes down; more means that values are written into the SQL. */
const statementLimit = 20_000;

/**
 * Begins to write down each distinct statement that this process runs, with the room that runs it, read from the call
 * stack. What Kysely builds is written down when it is compiled, because only then the room that asks is surely on the
 * stack (`return query.execute()` leaves no frame behind); the rest when the database room calls the hook.
 */
export function recordStatements(folder = statementsFolder): void {
  mkdirSync(folder, { recursive: true });
  const write = writer(join(folder, `${process.pid}-${process.env['VITEST_WORKER_ID'] ?? '0'}.jsonl`));
  const compiled = new Set<string>();
  const compile = DefaultQueryCompiler.prototype.compileQuery;
  DefaultQueryCompiler.prototype.compileQuery = function compileAndRecord(...query): CompiledQuery {
    const made = compile.apply(this, query);
    compiled.add(made.sql);
    write({ sql: made.sql, ...runnerOf(stackHere(), 'unknown') });
    return made;
  };
  globalThis.__rapportStatements = (sql, room) => {
    if (!compiled.has(sql)) write({ sql, ...runnerOf(stackHere(), room) });
  };
}

function writer(file: string): (ran: Recorded) => void {
  const seen = new Set<string>();
  return (ran) => {
    const line = JSON.stringify(ran);
    const key = createHash('sha256').update(line).digest('base64');
    if (seen.has(key) || seen.size >= statementLimit) return;
    seen.add(key);
    append(file, line);
  };
}

/** Another run that begins forgets the folder of this one: then it is made again, and no test fails for it. */
function append(file: string, line: string): void {
  try {
    appendFileSync(file, `${line}\n`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(file), { recursive: true });
    appendFileSync(file, `${line}\n`);
  }
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
export function runnerOf(stack: string, otherwise: string, house = root): Omit<Recorded, 'sql'> {
  const frames = stack.split('\n').flatMap((line) => roomIn(line, house) ?? []);
  const owner = frames[0] ?? otherwise;
  const caller = owner.startsWith('platform/') ? frames.find((room) => room.startsWith('domains/')) : undefined;
  return { owner, ...(caller === undefined ? {} : { caller }) };
}

/** The room of one frame. The driver serves everyone; a test beside the code is a test. */
function roomIn(line: string, house: string): string | null {
  const at = line.indexOf(house);
  const path = line.slice(at + house.length).replace(/[?:)].*$/, '');
  const place = at === -1 ? null : placeOf(path);
  if (!place || path.startsWith('tests/house/') || path.startsWith('platform/database/')) return null;
  return isTest(path) ? `tests/${place.room ?? 'here'}` : `${place.floor}/${place.room ?? 'here'}`;
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
  const tables = tableOwners(readTree(root));
  return recordedStatements(folder).flatMap(({ sql, owner, caller }) =>
    checkStatement(sql, { owner, caller, tables }).map(
      (says) => `${owner}${caller ? ` for ${caller}` : ''} ${says}\n    ${sql.slice(0, 2_000)}`,
    ),
  );
}
