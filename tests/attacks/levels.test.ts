import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { useWorld } from '../support/world.ts';
import { type Level, levelOf, levels } from './levels.ts';

const world = useWorld();
const known = levelOf();

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}
let columns: readonly Column[] = [];

beforeAll(async () => {
  // partitions and what others keep for themselves (migrations, the queue of jobs) are not ours to classify
  const { rows } = await world().database.pool.query<Column>(
    `select case n.nspname when 'public' then c.relname else n.nspname || '.' || c.relname end as table,
       a.attname as column, format_type(a.atttypid, null) as type
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where n.nspname in ('public', 'auth') and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'migrations'`,
  );
  columns = rows;
});

/** Tables of these levels whose columns are called so. */
const holding = (name: RegExp, where: readonly Level[]): readonly string[] =>
  columns
    .filter(({ table, column }) => name.test(column) && where.includes(known.get(table) ?? 'secret'))
    .map(({ table, column }) => `${table}.${column}`)
    .toSorted();

test('every table has its level, and the guide says what each level asks for', () => {
  const there = new Set(columns.map(({ table }) => table));
  expect([...there].filter((table) => !known.has(table)).toSorted(), 'say in levels.ts how sensitive').toEqual([]);
  expect([...known.keys()].filter((table) => !there.has(table))).toEqual([]);
  const guide = readFileSync(join(import.meta.dirname, '../../docs/guides/security.md'), 'utf8');
  for (const level of levels) expect(guide).toContain(`| **${level}** |`);
});

test('what opens something stands among the secrets alone, and there sealed or as a hash', () => {
  const opens = /^sealed|secret|password|^token$|(access|refresh|id)Token$|backupCodes|^auth$/u;
  expect(holding(opens, levels.slice(1))).toEqual([]);
  const ours = columns.filter(({ table, column }) => !table.startsWith('auth.') && /^sealed|secret/u.test(column));
  expect(ours.length).toBeGreaterThan(3);
  // bytes of a seal, never a text
  expect(ours.filter(({ type }) => type !== 'bytea')).toEqual([]);
});

test('nothing below the level of customers says whose it is, or where they are reached', () => {
  const whose = /^(customer|identity|participant|company)_id$|^(phone|email|postal)/u;
  expect(holding(whose, ['inner', 'public'])).toEqual([]);
  // the record knows ids, and no word
  expect(holding(/^(text|html|subject|body_text|preview|value)$/u, ['record'])).toEqual([]);
});

test('the record is written and never changed: the database itself refuses', async () => {
  const workspace = await world().newWorkspace();
  const { pool } = world().database;
  for (const change of [
    'update audit_log set action = $2 where workspace_id = $1',
    'delete from audit_log where workspace_id = $1 and action <> $2',
  ])
    await expect(pool.query(change, [workspace.id, 'nothing'])).rejects.toThrow();
});
