import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDoor, type OpenDoor } from '#domains/channel-email';
import type { Actor } from '#platform/policy';
import { entriesOf, ledgerOf, mailLine, sendTo } from '../support/mail-world.ts';
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
  address = `ledger${number}@shop.example`;
  lineId = await mailLine(world(), workspace, { address });
});

/** Asks a route that reads, as the HTTP room does. */
async function ask(
  path: string,
  params: object,
  query: object = {},
  actor: Actor = workspace.owner,
): Promise<Record<string, unknown>> {
  const handler = world().house.handlers.find(({ route }) => route.method === 'GET' && route.path === path);
  if (!handler) throw new Error(`There is no ${path}.`);
  return (await workspace.read(actor, (ctx) =>
    handler.run(ctx as never, { params, query, files: world().files } as never),
  )) as Record<string, unknown>;
}

const from = 'Dana Reyes <dana@customer.example>';

describe('the ledger', () => {
  test('shows each mail with its fate, newest first, in pages, and its raw source', async () => {
    for (const n of [1, 2, 3]) await sendTo(door.port, { from, to: address, subject: `Mail ${n}`, text: `Body ${n}` });
    await sendTo(door.port, {
      from,
      to: address,
      subject: 'Away',
      text: 'Until Monday',
      headers: { 'Auto-Submitted': 'auto-replied' },
    });
    const first = (await ask('/api/lines/:id/ledger', { id: lineId }, { limit: 2 })) as {
      rows: { id: string; subject: string; can: string[] }[];
      next: string;
    };
    expect(first.rows.map((row) => row.subject)).toEqual(['Away', 'Mail 3']);
    expect(first.rows[0]?.can).toEqual(['recover', 'leave']);
    const second = (await ask(
      '/api/lines/:id/ledger',
      { id: lineId },
      { limit: 2, after: first.next },
    )) as typeof first;
    expect(second.rows.map((row) => row.subject)).toEqual(['Mail 2', 'Mail 1']);
    const parked = (await ask(
      '/api/lines/:id/ledger',
      { id: lineId },
      { limit: 50, kind: 'automatic' },
    )) as typeof first;
    expect(parked.rows).toHaveLength(1);
    const one = await ask('/api/ledger/:id', { id: second.rows[0]?.id });
    expect(one).toMatchObject({ fate: 'opened', rawIsCut: false, raw: expect.stringContaining('Body 2') });
  });

  test('does not exist for those of another workspace or another brand', async () => {
    await sendTo(door.port, { from, to: address, subject: 'Ours', text: 'x' });
    const [row] = await ledgerOf(world(), workspace);
    const otherBrand: Actor = { ...workspace.owner, brandIds: new Set([crypto.randomUUID()]) };
    await expect(ask('/api/ledger/:id', { id: row?.id }, {}, otherBrand)).rejects.toMatchObject({ status: 404 });
    await expect(ask('/api/lines/:id/ledger', { id: lineId }, { limit: 5 }, otherBrand)).rejects.toMatchObject({
      status: 404,
    });
    expect(await ask('/api/mailboxes', {}, {}, otherBrand)).toEqual({ rows: [] });
    const mine = workspace;
    workspace = await world().newWorkspace();
    await expect(ask('/api/ledger/:id', { id: row?.id })).rejects.toMatchObject({ status: 404 });
    expect(mine.id).not.toBe(workspace.id);
  });

  test('a customer is erased from it: addresses, subjects and raw mails, those parked from the same address too', async () => {
    await sendTo(door.port, { from, to: address, subject: 'My secret', text: 'Shh' });
    await sendTo(door.port, {
      from,
      to: address,
      subject: 'Away secret',
      text: 'Out',
      headers: { 'Auto-Submitted': 'auto-replied' },
    });
    await sendTo(door.port, { from: 'other@customer.example', to: address, subject: 'Not mine', text: 'x' });
    const [mine] = await ledgerOf(world(), workspace);
    const part = world().house.domains.find(({ name }) => name === 'channel-email')?.personalData;
    const customerId = mine?.customer_id ?? '';
    expect(await workspace.read(null, async (ctx) => part?.export(ctx, customerId))).toMatchObject({
      mails: [{ subject: 'My secret' }, { subject: 'Away secret' }],
    });
    expect(await workspace.act(null, async (ctx) => part?.erase(ctx, customerId))).toEqual({ mail_ledger: 2 });
    const rows = await ledgerOf(world(), workspace);
    expect(rows.map((row) => [row.subject, row.from_address, row.sha256 === null])).toEqual([
      [null, null, true],
      [null, null, true],
      ['Not mine', 'other@customer.example', false],
    ]);
    expect(JSON.stringify(rows.slice(0, 2))).not.toContain('dana');
  });

  test('a mail that breaks us is parked with its bytes, and the next one comes in', async () => {
    // a customer domain that throws stands for any mistake of ours
    await world().database.pool.query(`create function break_one() returns trigger language plpgsql as $$ begin
      if new.subject = 'Break' then raise exception 'broken on purpose'; end if; return new; end $$`);
    await world().database.pool.query(
      'create trigger break_one before insert on entry_bodies for each row execute function break_one()',
    );
    try {
      await sendTo(door.port, { from, to: address, subject: 'Break', text: 'keep my words' });
      await sendTo(door.port, { from, to: address, subject: 'Fine', text: 'x' });
    } finally {
      await world().database.pool.query('drop trigger break_one on entry_bodies');
      await world().database.pool.query('drop function break_one()');
    }
    const rows = await ledgerOf(world(), workspace);
    expect(rows.map((row) => row.fate)).toEqual(['parked', 'opened']);
    expect(Buffer.from(await world().files.read(workspace.id, rows[0]?.sha256 ?? '')).toString()).toContain(
      'keep my words',
    );
    const recover = world().house.handlers.find(({ route }) => route.path === '/api/ledger/:id/recovery');
    await recover?.outside?.(world().tools, { params: { id: rows[0]?.id }, body: {} } as never, {
      workspaceId: workspace.id,
      actor: workspace.owner,
    });
    expect((await entriesOf(world(), workspace)).map((entry) => entry.text).sort()).toEqual(['keep my words', 'x']);
  });

  test('health says how mailboxes and incoming mail are', async () => {
    const checks = world().house.health.filter(({ name }) => name.startsWith('channel-email.'));
    const reports = await Promise.all(checks.map((one) => one.check(world().tools, workspace.id)));
    expect(reports.map((report) => report.state)).toEqual(['good', 'good', 'good']);
    await mailLine(world(), workspace, {
      address: `box${number}@shop.example`,
      password: 'x',
      settings: { imap: { host: '127.0.0.1', port: 1, secure: false, user: 'box' } },
    });
    const [mailboxes] = await Promise.all(checks.map((one) => one.check(world().tools, workspace.id)));
    expect(mailboxes).toMatchObject({ state: 'bad', mend: expect.stringContaining('Support') });
  });
});
