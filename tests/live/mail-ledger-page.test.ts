import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDoor, type OpenDoor } from '#domains/channel-email';
import type { LedgerMail, LedgerRow, LedgerSummary, MailRule } from '#domains/channel-email/contract';
import { ledgerOf, mailLine, sendTo } from '../support/mail-world.ts';
import type { Workspace } from '../support/workspace.ts';
import { useWorld } from '../support/world.ts';

const world = useWorld();
let door: OpenDoor;
let workspace: Workspace;
let lineId: string;
let address: string;
let number = 0;
const beginning = '2000-01-01T00:00:00.000Z';

beforeAll(async () => {
  door = await openDoor(world().tools, { host: '127.0.0.1', port: 0, protocol: 'smtp' });
});
afterAll(() => door.close());
beforeEach(async () => {
  workspace = await world().newWorkspace();
  number += 1;
  address = `page${number}@shop.example`;
  lineId = await mailLine(world(), workspace, { address, settings: { budgetPerHour: 3 } });
});

/** Asks a route as the HTTP room does. */
async function ask<T>(method: string, path: string, params: object, more: { query?: object; body?: object } = {}) {
  const handler = world().house.handlers.find(({ route }) => route.method === method && route.path === path);
  if (!handler) throw new Error(`There is no ${method} ${path}.`);
  const input = { params, query: more.query ?? {}, body: more.body ?? {}, files: world().files } as never;
  const asker = { workspaceId: workspace.id, actor: workspace.owner };
  if (handler.outside) return (await handler.outside(world().tools, input, asker)) as T;
  const run = (ctx: unknown) => handler.run(ctx as never, input);
  return (await (method === 'GET' ? workspace.read(asker.actor, run) : workspace.act(asker.actor, run))) as T;
}

const page = (query: object) =>
  ask<{ rows: LedgerRow[]; next: string | null }>(
    'GET',
    '/api/lines/:id/ledger',
    { id: lineId },
    { query: { limit: 50, ...query } },
  );
const summary = () =>
  ask<LedgerSummary>('GET', '/api/lines/:id/ledger-summary', { id: lineId }, { query: { since: beginning } });
const mailOf = (id: string) => ask<LedgerMail>('GET', '/api/ledger/:id', { id });
const write = (from: string, subject: string, more: object = {}) =>
  sendTo(door.port, { from, to: address, subject, text: `About ${subject}`, ...more });
const away = { headers: { 'Auto-Submitted': 'auto-replied' } };
const news = { headers: { 'List-Id': 'Weekly news <weekly.bulk.example>', Precedence: 'list' } };
const last = async () => {
  const row = (await page({})).rows[0];
  if (!row) throw new Error('The ledger is empty.');
  return row;
};

describe('the page of the ledger', () => {
  test('counts by what became of a mail, and only what waits for somebody waits', async () => {
    await write('a@cust.example', 'First');
    await write('b@cust.example', 'Away', away);
    await write('news@bulk.example', 'News', news);
    await write('Boss <>', 'From nobody', { from: undefined, replyTo: undefined });
    const { kinds, waiting, isCut } = await summary();
    expect(Object.fromEntries(kinds.map((one) => [one.kind, one.count]))).toEqual({
      opened: 1,
      automatic: 1,
      list: 1,
      parked: 1,
    });
    expect({ waiting, isCut }).toEqual({ waiting: 1, isCut: false });
    const parked = await page({ kind: 'parked' });
    expect(parked.rows.map((row) => row.subject)).toEqual(['From nobody']);
    // the database and the program name a mail's kind alike
    const { rows } = await world().database.pool.query(
      'select id, mail_kind(fate, reason) as kind from mail_ledger where workspace_id = $1',
      [workspace.id],
    );
    const shown = new Map((await page({})).rows.map((row) => [row.id, row.kind]));
    for (const row of rows) expect(shown.get(row.id)).toBe(row.kind);
  });

  test('finds by a part of sender, subject or message id, by time, and goes on where a page ended', async () => {
    for (const n of [1, 2, 3])
      await write(`p${n}@cust.example`, `Tent pole ${n}`, { messageId: `<pole-${n}@cust.example>` });
    await write('q@other.example', '100% wool_socks');
    expect((await page({ text: 'TENT POLE' })).rows.map((row) => row.subject)).toEqual([
      'Tent pole 3',
      'Tent pole 2',
      'Tent pole 1',
    ]);
    expect((await page({ text: 'other.example' })).rows).toHaveLength(1);
    expect((await page({ text: 'pole-2@' })).rows.map((row) => row.subject)).toEqual(['Tent pole 2']);
    expect((await page({ text: '100% w' })).rows).toHaveLength(1);
    expect((await page({ text: '1__%' })).rows).toHaveLength(0);
    const first = await page({ limit: 2, text: 'tent' });
    const second = await page({ limit: 2, text: 'tent', after: first.next });
    expect(second.rows.map((row) => row.subject)).toEqual(['Tent pole 1']);
    expect((await page({ since: new Date(Date.now() + 60_000).toISOString() })).rows).toEqual([]);
    expect((await page({ until: beginning })).rows).toEqual([]);
  });

  test('a mail says what it says, whether its sender is proven, and a parked one where it can go', async () => {
    await write('ann@cust.example', 'Where is it?', { messageId: '<where-1@cust.example>' });
    const opened = await last();
    expect(opened).toMatchObject({ kind: 'opened', number: expect.any(Number), can: [] });
    await write('ann@cust.example', 'Away: Where is it?', { ...away, inReplyTo: '<where-1@cust.example>' });
    const parked = await mailOf((await last()).id);
    expect(parked).toMatchObject({
      text: 'About Away: Where is it?',
      sender: { verdict: 'none' },
      can: ['recover', 'leave'],
      places: [{ conversationId: opened.conversationId, number: opened.number, isClosed: false }],
    });
    const put = await ask<{ conversationId: string; mail: LedgerRow }>(
      'POST',
      '/api/ledger/:id/recovery',
      { id: parked.id },
      { body: { conversationId: opened.conversationId } },
    );
    expect(put).toMatchObject({
      conversationId: opened.conversationId,
      mail: { kind: 'threaded', number: opened.number },
    });
  });

  test('a parked mail can be given a conversation of its own, but none that its signs do not lead to', async () => {
    await write('ann@cust.example', 'Where is it?', { messageId: '<where-2@cust.example>' });
    const opened = await last();
    await write('zoe@cust.example', 'Another matter');
    const strange = await last();
    await write('ann@cust.example', 'Away', { ...away, inReplyTo: '<where-2@cust.example>' });
    const { id } = await last();
    const recovery = (body: object) =>
      ask<{ conversationId: string }>('POST', '/api/ledger/:id/recovery', { id }, { body });
    await expect(recovery({ conversationId: strange.conversationId })).rejects.toMatchObject({ status: 404 });
    const put = await recovery({ apart: true });
    expect([opened.conversationId, strange.conversationId]).not.toContain(put.conversationId);
    await expect(recovery({ apart: true })).rejects.toMatchObject({ status: 409 });
  });

  test('one left aside waits no more, and can still be taken in', async () => {
    await write('Boss <>', 'From nobody', { from: undefined });
    const { id } = await last();
    expect(await ask('POST', '/api/ledger/:id/left', { id })).toMatchObject({ kind: 'left', can: ['recover'] });
    expect((await summary()).waiting).toBe(0);
    await expect(ask('POST', '/api/ledger/:id/left', { id })).rejects.toMatchObject({ status: 409 });
    const put = await ask<{ mail: LedgerRow }>(
      'POST',
      '/api/ledger/:id/recovery',
      { id },
      { body: { address: 'boss@cust.example' } },
    );
    expect(put.mail.kind).toBe('opened');
  });
});

describe('always do this', () => {
  const rule = async (of: 'sender' | 'list', act: 'let-through' | 'never') =>
    ask<{ rows: MailRule[] }>('POST', '/api/ledger/:id/rule', { id: (await last()).id }, { body: { of, act } });

  test('a sender let through is taken in from the next mail on, until it is taken back', async () => {
    await write('Robot <robot@shop.example>', 'Report 1', away);
    expect(await last()).toMatchObject({ kind: 'automatic' });
    const { rows } = await rule('sender', 'let-through');
    expect(rows).toMatchObject([{ of: 'sender', value: 'robot@shop.example', act: 'let-through', can: ['take-back'] }]);
    await write('Robot <ROBOT@shop.example>', 'Report 2', away);
    expect(await last()).toMatchObject({ kind: 'opened' });
    expect((await mailOf((await last()).id)).signs).toContainEqual({
      sign: 'rule',
      seen: 'A rule of this line lets robot@shop.example through.',
    });
    await ask('DELETE', '/api/mail-rules/:id', { id: rows[0]?.id });
    await write('Robot <robot@shop.example>', 'Report 3', away);
    expect(await last()).toMatchObject({ kind: 'automatic' });
  });

  test('a list let through, and one never taken in; the last word about it counts', async () => {
    await write('news@bulk.example', 'News 1', news);
    expect(await mailOf((await last()).id)).toMatchObject({ kind: 'list', list: 'weekly.bulk.example' });
    await rule('list', 'let-through');
    await write('other@bulk.example', 'News 2', news);
    expect(await last()).toMatchObject({ kind: 'opened' });
    expect((await rule('list', 'never')).rows).toHaveLength(1);
    await write('third@bulk.example', 'News 3', news);
    expect(await last()).toMatchObject({ kind: 'never', why: expect.stringContaining('weekly.bulk.example') });
    expect((await summary()).waiting).toBe(0);
  });

  test('a rule opens no way for loops and reports, and there is none about a mail that names nobody', async () => {
    await write('Boss <>', 'From nobody', { from: undefined });
    await expect(rule('sender', 'never')).rejects.toMatchObject({ status: 422 });
    await write('daemon@cust.example', 'Away', away);
    await rule('sender', 'let-through');
    const report = { headers: { 'Content-Type': 'multipart/report; report-type=feedback-report; boundary=b' } };
    await sendTo(door.port, {
      envelope: { from: 'daemon@cust.example', to: [address] },
      raw: `From: daemon@cust.example\r\nTo: ${address}\r\nSubject: complaint\r\nMIME-Version: 1.0\r\nContent-Type: ${report.headers['Content-Type']}\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nJunk\r\n--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nUser-Agent: x/1\r\nVersion: 1\r\n\r\n--b--\r\n`,
    });
    expect(await last()).toMatchObject({ kind: 'parked', reason: 'complaint' });
  });

  test('an address held back is let through by one press, and its next mail comes in', async () => {
    for (const n of [1, 2, 3, 4]) await write('busy@cust.example', `Busy ${n}`);
    expect(await last()).toMatchObject({ kind: 'parked', reason: 'budget' });
    const held = () =>
      ask<{ rows: { address: string; held: number }[] }>('GET', '/api/lines/:id/held-addresses', { id: lineId });
    expect((await held()).rows).toMatchObject([{ address: 'busy@cust.example', held: 1 }]);
    await ask(
      'POST',
      '/api/lines/:id/held-addresses/passes',
      { id: lineId },
      { body: { address: 'busy@cust.example' } },
    );
    expect((await held()).rows).toEqual([]);
    await write('busy@cust.example', 'Busy 5');
    expect(await last()).toMatchObject({ kind: 'opened' });
  });

  test('a customer who is erased takes the rules about their address along', async () => {
    await write('Dana <dana@cust.example>', 'Hello');
    await rule('sender', 'let-through');
    const [mail] = await ledgerOf(world(), workspace);
    const part = world().house.domains.find(({ name }) => name === 'channel-email')?.personalData;
    await workspace.act(null, async (ctx) => part?.erase(ctx, mail?.customer_id ?? ''));
    expect(await ask('GET', '/api/lines/:id/mail-rules', { id: lineId })).toEqual({ rows: [] });
  });
});
