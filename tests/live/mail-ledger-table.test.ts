import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import iconv from 'iconv-lite';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDoor, type OpenDoor } from '#domains/channel-email';
import type { LedgerMail } from '#domains/channel-email/contract';
import { newId } from '#platform/database';
import { ledgerOf, mailLine, sendTo } from '../support/mail-world.ts';
import type { Workspace } from '../support/workspace.ts';
import { useWorld } from '../support/world.ts';

const world = useWorld();
let door: OpenDoor;
let workspace: Workspace;
let lineId: string;
let address: string;
let number = 0;

beforeAll(async () => {
  door = await openDoor(world().tools, { host: '127.0.0.1', port: 0, protocol: 'smtp' });
});
afterAll(() => door.close());
beforeEach(async () => {
  workspace = await world().newWorkspace();
  number += 1;
  address = `table${number}@shop.example`;
  lineId = await mailLine(world(), workspace, { address, settings: {} });
});

/** The owner asks a route as the HTTP room does. */
async function ask<T>(name: string, params: object, more: { query?: object; body?: object } = {}): Promise<T> {
  const handler = world().house.handlers.find(({ route }) => `${route.method} ${route.path}` === name);
  const input = { params, query: more.query ?? {}, body: more.body ?? {}, files: world().files } as never;
  const asker = { workspaceId: workspace.id, actor: workspace.owner };
  if (handler?.outside) return (await handler.outside(world().tools, input, asker)) as T;
  return (await workspace.read(asker.actor, (ctx) => handler?.run(ctx as never, input) as Promise<unknown>)) as T;
}

const mailOf = (id: string) => ask<LedgerMail>('GET /api/ledger/:id', { id });
const write = (from: string, subject: string, more: object = {}) =>
  sendTo(door.port, { from, to: address, subject, text: `About ${subject}`, ...more });
const away = { headers: { 'Auto-Submitted': 'auto-replied' } };

describe('the ledger as a table', () => {
  test('holds the rows of the same filter, whole, with nothing that a spreadsheet would run', async () => {
    await write('a@cust.example', '=HYPERLINK("http://evil.example","free"), and more');
    await write('b@cust.example', 'Größe');
    await write('b@cust.example', 'Away', away);
    const [head = '', ...rows] = linesOf(await tableOf({}));
    const columns =
      'arrived_at,recorded_at,from,subject,kind,fate,reason,why,conversation,settled_at,size_bytes,door,id';
    expect(head).toBe(`\ufeff${columns}`);
    // the newest first, as on the screen
    expect(rows).toEqual([
      expect.stringContaining(',b@cust.example,Away,automatic,parked,auto-reply,'),
      expect.stringContaining(',b@cust.example,Größe,opened,opened,,'),
      expect.stringContaining(
        `,a@cust.example,"'=HYPERLINK(""http://evil.example"",""free""), and more",opened,opened,,`,
      ),
    ]);
    const shown = await ask<{ rows: { id: string }[] }>(
      'GET /api/lines/:id/ledger',
      { id: lineId },
      { query: { limit: 10 } },
    );
    expect(rows.map((row) => row.split(',').at(-1))).toEqual(shown.rows.map(({ id }) => id));
    expect(linesOf(await tableOf({ kind: 'automatic' })).slice(1)).toEqual(rows.slice(0, 1));
    expect(linesOf(await tableOf({ text: 'größe' })).slice(1)).toEqual(rows.slice(1, 2));
    expect(linesOf(await tableOf({ kind: 'parked' }))).toEqual([head]);
  });

  test('goes on beyond what one read gives, each mail once', async () => {
    await write('a@cust.example', 'The first');
    const mails = 1_201;
    await world().database.db.executeQuery(
      sql`insert into mail_ledger (workspace_id, month, id, line_id, door, door_key, arrived_at, recorded_at, size_bytes, fate, why, evidence)
        select ${workspace.id}::uuid, month, gen_random_uuid(), ${lineId}::uuid, 'import', 'n' || n, arrived_at, recorded_at, 1, 'opened', '', '{}'
        from mail_ledger, generate_series(2, ${mails}) as n
        where workspace_id = ${workspace.id}::uuid and line_id = ${lineId}::uuid`.compile(world().database.db),
    );
    const kept = await ledgerOf(world(), workspace);
    const ids = linesOf(await tableOf({}))
      .slice(1)
      .map((row) => row.split(',').at(-1) ?? '');
    expect(ids).toHaveLength(mails);
    expect(ids.toSorted()).toEqual(kept.map(({ id }) => id).toSorted());
  });
});

const linesOf = (csv: string): string[] => csv.trimEnd().split('\r\n');

async function tableOf(query: object): Promise<string> {
  const { bytes } = await ask<{ bytes: Readable }>('GET /api/lines/:id/ledger.csv', { id: lineId }, { query });
  return text(bytes);
}

describe('a mail whose letters are wrong', () => {
  const words = 'Где мой заказ?';
  const raw = (from: string, more = '') =>
    Buffer.concat([
      Buffer.from(`From: ${from}\r\nTo: ${address}\r\nMessage-ID: <${newId()}@x.example>\r\n${more}Subject: `),
      iconv.encode(words, 'koi8-r'),
      Buffer.from('\r\nContent-Type: text/plain; charset=windows-1251\r\n\r\n'),
      iconv.encode(words, 'koi8-r'),
    ]);
  const bring = async (from: string, more = '') => {
    await sendTo(door.port, { raw: raw(from, more), envelope: { from, to: [address] } });
    const row = (await ledgerOf(world(), workspace)).at(-1);
    return { id: row?.id ?? '', conversationId: row?.conversation_id ?? '' };
  };
  const readIn = (id: string, charset: string | null) =>
    ask('PUT /api/ledger/:id/charset', { id }, { body: { charset } });
  const shown = async (conversationId: string) => {
    const { rows } = await workspace.read(null, (ctx) =>
      ctx.db
        .selectFrom('conversations as c')
        .innerJoin('entry_bodies as b', (join) => join.onRef('b.workspace_id', '=', 'c.workspace_id'))
        .select(['c.subject as name', 'c.last_preview as row', 'b.subject', 'b.text'])
        .where('c.workspace_id', '=', workspace.id)
        .where('b.workspace_id', '=', workspace.id)
        .where('c.id', '=', conversationId)
        .execute()
        .then((found) => ({ rows: found })),
    );
    return rows;
  };

  test('is read again as a person says, in its conversation too, and one press takes that back', async () => {
    const row = await bring('nina@cust.example');
    const wrong = await shown(row.conversationId);
    expect(wrong[0]?.text).not.toBe(words);
    await readIn(row.id, 'koi8-r');
    expect(await shown(row.conversationId)).toEqual([{ name: words, row: words, subject: words, text: words }]);
    expect(await mailOf(row.id)).toMatchObject({ readAs: 'koi8-r', subject: words, text: words });
    await readIn(row.id, null);
    expect(await shown(row.conversationId)).toEqual(wrong);
    expect((await mailOf(row.id)).readAs).toBeNull();
  });

  test('is taken in as it was read while it was parked', async () => {
    const row = await bring('away@cust.example', 'Auto-Submitted: auto-replied\r\n');
    await readIn(row.id, 'koi8-r');
    expect((await mailOf(row.id)).text).toBe(words);
    const { conversationId } = await ask<{ conversationId: string }>('POST /api/ledger/:id/recovery', {
      id: row.id,
    });
    expect(await shown(conversationId)).toEqual([{ name: words, row: words, subject: words, text: words }]);
  });
});
