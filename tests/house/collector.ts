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
    write({ sql: made.sql, ...runnerOf(filesHere()) });
    return made;
  };
  globalThis.__rapportStatements = (sql) => {
    if (!compiled.has(sql)) write({ sql, ...runnerOf(filesHere()) });
  };
}

function writer(file: string): (ran: Recorded) => void {
  const seen = new Map<string, Set<string>>();
  return (ran) => {
    const runner = `${ran.owner} for ${ran.caller}`;
    const runners = seen.get(ran.sql) ?? new Set();
    if (runners.has(runner) || (runners.size === 0 && seen.size >= statementLimit)) return;
    seen.set(ran.sql, runners.add(runner));
    append(file, JSON.stringify(ran));
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

/**
 * The files on the call stack, innermost first. Names alone: a test runner's own reading of a stack looks up the lines
 * of each frame, and that was a third of the time of a domain's test.
 */
function filesHere(): readonly string[] {
  const { stackTraceLimit, prepareStackTrace } = Error;
  Error.stackTraceLimit = stackFrames;
  Error.prepareStackTrace = (_error, sites) => sites.map((site) => site.getFileName() ?? '');
  const files = new Error('here').stack as unknown as readonly string[];
  Object.assign(Error, { stackTraceLimit, prepareStackTrace });
  return files;
}

/** The innermost room among the files of a stack, and the innermost domain around it when that room is the platform's. */
export function runnerOf(files: readonly string[], house = root): Omit<Recorded, 'sql'> {
  const rooms = files.flatMap((file) => roomOf(file, house) ?? []);
  const owner = rooms[0] ?? 'unknown';
  const caller = owner.startsWith('platform/') ? rooms.find((room) => room.startsWith('domains/')) : undefined;
  return { owner, ...(caller === undefined ? {} : { caller }) };
}

const known = new Map<string, string | null>();

function roomOf(file: string, house: string): string | null {
  const before = known.get(file);
  if (before !== undefined) return before;
  const room = roomIn(file, house);
  known.set(file, room);
  return room;
}

/** The room of a file. The driver serves everyone; a test beside the code is a test. */
function roomIn(file: string, house: string): string | null {
  const at = file.indexOf(house);
  const path = file.slice(at + house.length).replace(/\?.*$/, '');
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
