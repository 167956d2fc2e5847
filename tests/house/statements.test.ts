import { describe, expect, test } from 'vitest';
import { checkStatement } from './statements.ts';

const at = (room: string, floor = 'domains'): { floor: string; room: string } => ({ floor, room });
const tables = new Map([
  ['workspaces', at('identity')],
  ['teammates', at('identity')],
  ['lines', at('brands')],
  ['conversations', at('conversations')],
  ['entries', at('conversations')],
  ['deliveries', at('conversations')],
  ['clocks', at('sla')],
  ['events', at('events', 'platform')],
  ['files', at('storage', 'platform')],
]);
const check = (sql: string, owner = 'domains/conversations', caller?: string): string[] =>
  checkStatement(sql, { owner, caller, tables });

describe('a statement is sound when every table is held to the workspace', () => {
  test.each([
    'select id from conversations where workspace_id = $1 and id = $2',
    'select c.id from conversations as c where $1 = c.workspace_id',
    'select id from conversations where workspace_id = $1::uuid and id = any($2)',
    'select c.id from conversations c where (c.workspace_id, c.id) = ($1, $2)',
    'select c.id, e.id from conversations c join entries e on e.workspace_id = c.workspace_id and e.conversation_id = c.id where c.workspace_id = $1',
    'select c.id from conversations c join entries e using (workspace_id) where e.workspace_id = $1',
    'select c.id from conversations c left join entries e on e.workspace_id = c.workspace_id and e.id = c.last where c.workspace_id = $1',
    'select c.id from conversations c left join entries e on e.workspace_id = $1 where c.workspace_id = $1',
    'select c.id from conversations c, entries e where c.workspace_id = e.workspace_id and e.workspace_id = $1',
    'select id from conversations c where workspace_id = $1 and exists (select 1 from entries e where e.workspace_id = c.workspace_id and e.conversation_id = c.id)',
    'select id, (select count(*) from entries e where e.workspace_id = c.workspace_id) from conversations c where c.workspace_id = $1',
    'select id from conversations where (workspace_id, id) in (select workspace_id, conversation_id from entries where workspace_id = $1)',
    'select id from conversations where workspace_id = (select $1::uuid)',
    'select c.id, e.id from conversations c cross join lateral (select id from entries e where e.workspace_id = c.workspace_id limit 1) e where c.workspace_id = $1',
    'with recent as (select workspace_id, id from conversations where workspace_id = $1) select e.id from entries e join recent r on r.workspace_id = e.workspace_id and r.id = e.conversation_id',
    'with recursive chain as (select workspace_id, id, follows_id from conversations where workspace_id = $1 union all select c.workspace_id, c.id, c.follows_id from conversations c join chain on chain.workspace_id = c.workspace_id and chain.follows_id = c.id) select id from chain',
    'select id from conversations where workspace_id = $1 union all select id from entries where workspace_id = $1',
    'select t.* from unnest($1::uuid[]) as t(id)',
    'select e.id from entries e join unnest($1::uuid[], $2::uuid[]) as t(workspace_id, id) on t.workspace_id = e.workspace_id and t.id = e.id',
    'insert into entries (workspace_id, id) values ($1, $2), ($1, $3) on conflict (workspace_id, id) do nothing',
    'insert into entries (workspace_id, id) select workspace_id, $2 from conversations where workspace_id = $1 returning id',
    'insert into entries (id, workspace_id) select t.id, t.workspace_id from jsonb_to_recordset($1) as t(id uuid, workspace_id uuid)',
    'insert into entries (workspace_id, id) values ($1, $2) on conflict (workspace_id, id) do update set id = excluded.id',
    'update conversations set closed_at = $3 where workspace_id = $1 and id = $2 returning id',
    'update conversations c set last = e.id from entries e where c.workspace_id = $1 and e.workspace_id = c.workspace_id',
    'delete from deliveries d using entries e where d.workspace_id = e.workspace_id and e.workspace_id = $1',
    'with gone as (delete from deliveries where workspace_id = $1 returning workspace_id, entry_id) update entries e set sent = null from gone where gone.workspace_id = e.workspace_id and gone.entry_id = e.id',
    'merge into conversations c using entries e on c.workspace_id = $1 and e.workspace_id = c.workspace_id when matched then update set last = e.id',
    'begin; set local lock_timeout = 10; commit',
    'select nextval($1), now(), pg_advisory_xact_lock($2)',
    'explain analyze select id from conversations where workspace_id = $1',
    'declare rows cursor for select id from conversations where workspace_id = $1',
    'select relname from pg_class where relname = $1',
  ])('%s', (sql) => {
    expect(check(sql)).toEqual([]);
  });
});

describe('a statement is caught when rows of another workspace could come through', () => {
  test.each([
    ['conversations', 'select id from conversations'],
    ['conversations', 'select id from conversations where id = $1'],
    ['conversations', 'select id from conversations where workspace_id = $1 or id = $2'],
    ['conversations', 'select id from conversations where workspace_id <> $1'],
    ['conversations', 'select id from conversations where workspace_id = any($1)'],
    ['conversations', 'select id from conversations where workspace_id = workspace_id'],
    [
      'entries',
      'select c.id from conversations c join entries e on e.conversation_id = c.id where c.workspace_id = $1',
    ],
    [
      'conversations',
      'select c.id from conversations c left join entries e on e.workspace_id = c.workspace_id and c.workspace_id = $1',
    ],
    [
      'conversations',
      'select c.id from conversations c full join entries e on e.workspace_id = c.workspace_id where e.workspace_id is not null',
    ],
    [
      'entries',
      'select id from conversations c where workspace_id = $1 and exists (select 1 from entries e where e.conversation_id = c.id)',
    ],
    ['entries', 'select id, (select count(*) from entries) from conversations where workspace_id = $1'],
    [
      'entries',
      'with r as (select id from entries) select c.id from conversations c join r on r.id = c.id where c.workspace_id = $1',
    ],
    ['entries', 'select id from conversations where workspace_id = $1 union all select id from entries'],
    ['entries', 'insert into entries (id) values ($1)'],
    ['entries', 'insert into entries values ($1, $2)'],
    ['conversations', 'insert into entries (workspace_id, id) select workspace_id, id from conversations'],
    [
      'entries',
      'insert into entries (workspace_id, id) values ($1, $2) on conflict (id) do update set id = excluded.id',
    ],
    ['conversations', 'update conversations set closed_at = now() where id = $1'],
    ['deliveries', 'delete from deliveries'],
    ['conversations', 'copy conversations to stdout'],
    ['conversations', 'explain select id from conversations'],
  ])('%s: %s', (table, sql) => {
    expect(check(sql)).toContainEqual(expect.stringContaining(`does not constrain workspace_id of ${table}`));
  });

  test('rows never move to another workspace', () => {
    expect(check('update conversations set workspace_id = $2 where workspace_id = $1')).toEqual([
      expect.stringContaining('rows never change hands'),
    ]);
  });
});

describe('a domain names only its own tables', () => {
  test('another domain is asked through its door', () => {
    const says =
      'names clocks of domains/sla: ask through its door (#domains/sla), or keep the column you need on your own row';
    expect(check('select id from clocks where workspace_id = $1')).toEqual([says]);
    expect(
      check('select c.id from conversations c join clocks k using (workspace_id) where c.workspace_id = $1'),
    ).toEqual([says]);
    expect(check('select id from clocks where workspace_id = $1', 'domains/sla')).toEqual([]);
  });

  test('a room of the platform serves the domain that calls it, and knows no other', () => {
    const sql = 'select id from clocks where workspace_id = $1';
    expect(check(sql, 'platform/list', 'domains/sla')).toEqual([]);
    expect(check(sql, 'platform/list', 'domains/teams')).toEqual([
      expect.stringContaining('names clocks of domains/sla'),
    ]);
    expect(
      check('insert into files (workspace_id, sha256) values ($1, $2)', 'platform/storage', 'domains/sla'),
    ).toEqual([]);
    expect(check('insert into files (workspace_id, sha256) values ($1, $2)', 'domains/sla')).toEqual([
      expect.stringContaining('names files of platform/storage'),
    ]);
  });

  test('a table that no migration creates, and tables made on the way, are caught', () => {
    expect(check('select 1 from clokcs where workspace_id = $1')).toEqual(['names clokcs, which no migration creates']);
    expect(check('create table t (id uuid)')).toEqual([expect.stringContaining('tables are made by migrations alone')]);
    expect(check('truncate conversations')).toEqual([expect.stringContaining('TruncateStmt')]);
  });

  test('finding out whose something is may look across workspaces, changing may not', () => {
    expect(check('select workspace_id, id from lines where address = $1', 'domains/brands')).toEqual([]);
    expect(check('update lines set name = $1', 'domains/brands')).toEqual([
      expect.stringContaining('workspace_id of lines'),
    ]);
    expect(check('select id from workspaces', 'domains/identity')).toEqual([]);
    expect(check('select email from auth.accounts where id = $1', 'domains/identity')).toEqual([]);
    expect(check('select email from auth.accounts where id = $1', 'domains/teams')).toEqual([
      expect.stringContaining("which is domains/identity's alone"),
    ]);
  });

  test('the tables of a library are touched by the one room that keeps it', () => {
    expect(check('insert into jobs.job (data) values ($1)', 'platform/jobs')).toEqual([]);
    expect(check('insert into jobs.job (data) values ($1)')).toEqual([
      expect.stringContaining("platform/jobs's alone"),
    ]);
  });

  test('a statement of nobody that we know is still held to the workspace', () => {
    expect(check('select id from clocks where workspace_id = $1', 'unknown')).toEqual([]);
    expect(check('select id from clocks', 'unknown')).toEqual([expect.stringContaining('workspace_id of clocks')]);
  });

  test('what the tests themselves ask is their own matter', () => {
    expect(check('select count(*) from conversations', 'tests/kit')).toEqual([]);
  });
});
