import { list, node, parseSql, type SqlNode, type Statement, text } from './sql.ts';
import { type Findings, readQuery } from './statement-blocks.ts';
import { librarySchemas, workspaceFree } from './rules/tables-begin-with-workspace.ts';
import type { Table } from './tables.ts';

/** Who runs a statement: the room whose file it stands in, and the domain that called it when that is the platform. */
export interface Runner {
  /** `domains/sla`, `platform/events`. */
  readonly owner: string;
  readonly caller?: string | undefined;
  /** Every table of the house by name. */
  readonly tables: ReadonlyMap<string, Pick<Table, 'floor' | 'room'>>;
}

/**
 * Reads that must look across workspaces: room → table → why. They find out whose something is, and read nothing else.
 * Every other statement says `workspace_id = …` for each table.
 */
export const acrossWorkspaces: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'domains/identity': {
    workspaces: 'jobs by the clock run in each workspace',
    teammates: 'a person who signed in is shown the workspaces they belong to',
  },
  'domains/brands': { lines: 'an address tells whose line it is' },
};

/** Rooms whose statements are no part of what runs for a customer. */
const exempt = /^(tests|bench)\//;

/** Nobody of ours is on the call stack: whose tables it may name cannot be asked, but the workspace can. */
const unknown = 'unknown';

/**
 * What is wrong with a statement: it does not constrain workspace_id on a table it touches (by a parameter, by
 * equality with a table that is constrained, or as an inserted column), or it names a table of another domain.
 */
export function checkStatement(sql: string, runner: Runner): string[] {
  if (exempt.test(runner.owner)) return [];
  const statements = parsed(sql);
  if (typeof statements === 'string') return [statements];
  return statements.flatMap((statement) => checkOne(statement, runner));
}

function parsed(sql: string): Statement[] | string {
  try {
    return parseSql(sql);
  } catch (error) {
    return `is no SQL that PostgreSQL reads: ${String(error)}`;
  }
}

/** Statements about the session, not about rows. */
const session = new Set([
  'TransactionStmt',
  'VariableSetStmt',
  'VariableShowStmt',
  'ListenStmt',
  'UnlistenStmt',
  'DeallocateStmt',
  'DiscardStmt',
  'ConstraintsSetStmt',
]);
const queries = new Set(['SelectStmt', 'InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt']);

function checkOne({ type, node: statement }: Statement, runner: Runner): string[] {
  if (session.has(type)) return [];
  if (type === 'ExplainStmt') return checkQuery(node(statement, 'query'), runner);
  if (type === 'DeclareCursorStmt') return checkQuery(node(statement, 'query'), runner);
  if (type === 'CopyStmt') return checkCopy(statement, runner);
  if (queries.has(type)) return checkQuery({ [type]: statement }, runner);
  // Migrations and partitions are the database room's work.
  return runner.owner === 'platform/database' ? [] : [`is a ${type}: tables are made by migrations alone`];
}

function checkQuery(query: SqlNode, runner: Runner): string[] {
  const found: Findings = { named: new Set(), unbound: new Set(), says: [] };
  readQuery(query, { outer: null, ctes: new Map() }, found);
  const read = 'SelectStmt' in query;
  return [
    ...found.says,
    ...[...found.named].flatMap((table) => strangerSays(table, runner)),
    ...[...found.unbound].flatMap((table) => (isAllowed(table, read, runner) ? [] : [unboundSays(table)])),
  ];
}

/** COPY is how backups and benches move rows in bulk: a column list with the workspace, or a query that is checked. */
function checkCopy(copy: SqlNode, runner: Runner): string[] {
  if ('query' in copy) return checkQuery(node(copy, 'query'), runner);
  const table = text(node(copy, 'relation'), 'relname');
  const columns = list(copy, 'attlist').map((one) => text(node(one, 'String'), 'sval'));
  const whole = columns.includes('workspace_id') && copy.is_from === true;
  return [...strangerSays(table, runner), ...(whole || isAllowed(table, false, runner) ? [] : [unboundSays(table)])];
}

function unboundSays(table: string): string {
  return `does not constrain workspace_id of ${table}: add \`workspace_id = \` a parameter, or an equality with a table that has it (outside of any OR)`;
}

function isAllowed(table: string, read: boolean, { owner, caller }: Runner): boolean {
  if (table in workspaceFree || isSystem(table)) return true;
  return read && [owner, caller ?? ''].some((room) => table in (acrossWorkspaces[room] ?? {}));
}

/** PostgreSQL's own catalogue, and the schemas of libraries. */
function isSystem(table: string): boolean {
  return /^pg_|^information_schema/.test(table) || libraryRoom(table) !== undefined;
}

/** The one room that may touch a library's table. */
function libraryRoom(table: string): string | undefined {
  return librarySchemas[table.slice(0, Math.max(0, table.indexOf('.')))];
}

function strangerSays(table: string, { owner, caller, tables }: Runner): string[] {
  if (owner === unknown) return [];
  if (isSystem(table)) {
    const room = libraryRoom(table);
    return room === undefined || room === owner
      ? []
      : [`names ${table}, which is ${room}'s alone: ask through its door`];
  }
  const at = tables.get(table) ?? tables.get(table.replace(/_(default|\d{4}.*)$/, ''));
  if (!at) return table === 'migrations' ? [] : [`names ${table}, which no migration creates`];
  const home = `${at.floor}/${at.room}`;
  const onPlatform = owner.startsWith('platform/') && at.floor === 'platform';
  if (home === owner || onPlatform || (owner.startsWith('platform/') && home === caller)) return [];
  return [`names ${table} of ${home}: ask through its door (#${home}), or keep the column you need on your own row`];
}
