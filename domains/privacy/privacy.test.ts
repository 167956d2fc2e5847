import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { addNote, claimMessage, close, makePromise, recordDeliveries, reopen, reply } from '#domains/conversations';
import { changeCustomer, mergeCustomers } from '#domains/customers';
import { newId } from '#platform/database';
import { routeName } from '#platform/domain';
import type { Actor } from '#platform/policy';
import { type Desk, openDesk } from '../../tests/support/desk.ts';
import { findText } from '../../tests/support/find-text.ts';
import { useWorld } from '../../tests/support/world.ts';
import { eraseCustomer } from './erase-customer.ts';
import { exportCustomer } from './export-customer.ts';

const world = useWorld();
const nine = new Date('2026-11-16T09:00:00Z');
const after = (minutes: number): Date => new Date(nine.getTime() + minutes * 60_000);
const period = { from: after(-60), to: after(600) };

test('an erased customer is nowhere in the database, and their files are gone with the sweep', async () => {
  const { desk, owner, customerId, word, file } = await aTalkativeCustomer();
  const other = await desk.mail({
    at: nine,
    subject: 'Somebody else',
    text: `other${word.slice(6)}`,
    from: { address: 'jo@example.org', name: 'Jo' },
  });
  const everywhere = [
    'conversations',
    'customers',
    'deliveries',
    'drafts',
    'entry_bodies',
    'files',
    'identities',
    'participants',
    'promises',
    'threads',
  ];
  expect(await findText(world().database.pool, word)).toEqual(everywhere.map((table) => `public.${table}`));

  const proof = await desk.workspace.act(
    owner,
    (ctx) => eraseCustomer(ctx, customerId, 'asked-by-customer'),
    after(200),
  );
  // small files lie in the database: their bytes too go with the sweep
  expect(await findText(world().database.pool, word)).toEqual(['public.files']);
  expect(proof.removed).toMatchObject({
    customers: 2,
    conversations: 3,
    entry_bodies: 6,
    drafts: 1,
    files: 2,
    promises: 1,
    deliveries: 1,
  });
  expect(await findText(world().database.pool, `other${word.slice(6)}`)).toEqual([
    'public.conversations',
    'public.entry_bodies',
  ]);
  expect(other.customerId).not.toBe(customerId);

  await world().database.pool.query(`update files set stored_at = now() - interval '2 days'`);
  await world().files.sweep(desk.workspace.id);
  await expect(world().files.read(desk.workspace.id, file)).rejects.toMatchObject({ status: 404 });
  expect(await findText(world().database.pool, word)).toEqual([]);
});

test('history is the same byte for byte after an erasure, and so is every figure', async () => {
  const { desk, owner, customerId } = await aTalkativeCustomer();
  const history = await historyOf(desk);
  const figures = await figuresOf(desk);
  expect(history.size).toBeGreaterThan(10);
  expect(figures.get('contacts-count')).toEqual({ value: 4, sampleSize: 4 });

  await desk.workspace.act(owner, (ctx) => eraseCustomer(ctx, customerId, 'no-longer-needed'), after(200));
  const later = await historyOf(desk);
  expect(new Map([...later].filter(([id]) => history.has(id)))).toEqual(history);
  expect(await figuresOf(desk)).toEqual(figures);
});

test('the proof and the log say who erased when and why, and nothing of the person', async () => {
  const { desk, owner, customerId } = await aTalkativeCustomer();
  const proof = await desk.workspace.act(owner, (ctx) => eraseCustomer(ctx, customerId, 'unlawful'), after(200));
  const read = <T>(name: string): Promise<{ rows: T[] }> =>
    desk.workspace.read(owner, (ctx) => askRoute(name, ctx, { query: { limit: 50 } }));
  expect((await read('GET /api/erasures')).rows).toEqual([proof]);
  const log = (await read<{ action: string }>('GET /api/audit')).rows;
  expect(log.filter(({ action }) => action === 'customer.erased')).toEqual([
    expect.objectContaining({
      at: after(200).toISOString(),
      actorId: owner.id,
      actorName: 'Olive Owner',
      action: 'customer.erased',
      objectId: customerId,
      change: { after: { erasureId: proof.id, reason: 'unlawful', hash: proof.hash } },
    }),
  ]);
  const again = await desk.workspace.act(owner, (ctx) => eraseCustomer(ctx, customerId, 'unlawful'), after(201));
  expect(again.removed).toMatchObject({ customers: 0, entry_bodies: 0 });
});

test('an export holds every part of the customer and of the records merged into them, and is in the log', async () => {
  const { desk, owner, customerId, word } = await aTalkativeCustomer();
  const sent = await exportCustomer(world().tools, { params: { id: customerId } } as never, {
    workspaceId: desk.workspace.id,
    actor: owner,
  });
  const bundle = JSON.parse(await text(sent.bytes as Readable)) as {
    customerId: string;
    records: { parts: Record<string, unknown> }[];
  };
  expect(sent.fileName).toBe(`customer-${customerId}.json`);
  expect(bundle.customerId).toBe(customerId);
  expect(bundle.records).toHaveLength(2);
  const withPart = world()
    .house.domains.filter(({ personalData }) => personalData)
    .map(({ name }) => name);
  expect(withPart).toEqual(expect.arrayContaining(['customers', 'conversations']));
  for (const record of bundle.records) expect(Object.keys(record.parts)).toEqual(withPart);
  expect(JSON.stringify(bundle.records[0]?.parts['conversations'])).toContain(`${word} is broken`);
  expect(JSON.stringify(bundle)).not.toContain(`${word} is rude`); // an internal note is not theirs
  const { rows } = await desk.workspace.read(owner, (ctx) =>
    askRoute<{ rows: { action: string }[] }>('GET /api/audit', ctx, { query: { limit: 100 } }),
  );
  expect(rows.filter(({ action }) => action === 'customer.exported')).toMatchObject([
    { actorId: owner.id, objectId: customerId },
  ]);
});

test('who does not see a customer can neither export nor erase them', async () => {
  const { desk, owner, customerId } = await aTalkativeCustomer();
  const elsewhere = await world().newWorkspace();
  const ofOtherBrand: Actor = { ...owner, brandIds: new Set([newId()]) };
  const agent = await desk.workspace.teammate('agent');
  await expect(
    elsewhere.act(elsewhere.owner, (ctx) => eraseCustomer(ctx, customerId, 'unlawful')),
  ).rejects.toMatchObject({ status: 404 });
  await expect(
    desk.workspace.act(ofOtherBrand, (ctx) => eraseCustomer(ctx, customerId, 'unlawful')),
  ).rejects.toMatchObject({ status: 404 });
  await expect(desk.workspace.act(agent, (ctx) => eraseCustomer(ctx, customerId, 'unlawful'))).rejects.toMatchObject({
    status: 403,
  });
  const asker = { workspaceId: desk.workspace.id, actor: agent };
  await expect(exportCustomer(world().tools, { params: { id: customerId } } as never, asker)).rejects.toMatchObject({
    status: 403,
  });
  await expect(
    desk.workspace.read(agent, (ctx) => askRoute('GET /api/audit', ctx, { query: { limit: 1 } })),
  ).rejects.toMatchObject({ status: 403 });
});

test('what identity and brands change is in the log, page by page, and the log cannot be changed', async () => {
  const desk = await openDesk(world());
  await desk.workspace.teammate('agent');
  const { owner } = desk.workspace;
  const page = (query: object): Promise<{ rows: { action: string; actorId: string | null }[]; next: string | null }> =>
    desk.workspace.read(owner, (ctx) => askRoute('GET /api/audit', ctx, { query }));
  const all = await page({ limit: 100 });
  expect(all.rows.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['workspace.opened', 'teammate.joined', 'line.opened']),
  );
  expect(all.rows.find(({ action }) => action === 'line.opened')?.actorId).toBe(owner.id);
  const first = await page({ limit: 2 });
  const rest = await page({ limit: 100, after: first.next });
  expect([...first.rows, ...rest.rows]).toEqual(all.rows);
  await expect(page({ limit: 2, after: 'nonsense' })).rejects.toMatchObject({ status: 422 });
  await expect(world().database.pool.query(`update audit_log set action = 'nothing'`)).rejects.toThrow('append-only');
});

/** A customer whose secret word stands wherever a word can stand: two records, three conversations, a note, a draft. */
async function aTalkativeCustomer() {
  const desk = await openDesk(world());
  const { workspace } = desk;
  const word = `quokka${newId().slice(-12)}`;
  const agent = await workspace.teammate('agent');
  const bytes = Buffer.from(`receipt of ${word}`);
  const from = (n: number) => ({ address: `${word}${n}@example.org`, name: `Maya ${word}` });
  const said = { subject: `My ${word}`, text: `${word} is broken`, html: `<p>${word} is broken</p>` };
  const first = await desk.mail({ at: nine, from: from(1), ...said, file: bytes, externalThreadId: `<${word}@host>` });
  await desk.mail({ at: after(5), from: from(1), ...said, conversationId: first.conversationId });
  const second = await desk.mail({ at: after(10), from: from(1), ...said });
  const merged = await desk.mail({ at: after(15), from: from(2), ...said });
  const { conversationId: id, customerId } = first;
  const act = <T>(verb: Parameters<typeof workspace.act<T>>[1], minutes: number): Promise<T> =>
    workspace.act(agent, verb, after(minutes));
  await act((ctx) => addNote(ctx, id, { id: newId(), text: `${word} is rude`, mentions: [] }), 20);
  await act((ctx) => makePromise(ctx, id, { id: newId(), dueAt: after(300), words: `Send ${word} again` }), 21);
  const draft = { params: { id, kind: 'note' }, body: { id: newId(), revision: 1, text: `${word}…` } };
  await act((ctx) => askRoute('PUT /api/conversations/:id/drafts/:kind', ctx, draft), 22);
  await act(
    (ctx) =>
      reply(ctx, second.conversationId, {
        id: newId(),
        text: `Dear ${word}`,
        lastSeenVersion: 0,
        sendAnyway: true,
        then: 'wait',
      }),
    23,
  );
  await act(async (ctx) => {
    const claimed = await claimMessage(ctx, {
      conversationId: second.conversationId,
      channel: 'email',
      claimedBy: 'test',
    });
    const refused = {
      outcome: 'failed',
      failure: `550 no ${word}1@example.org here`,
      providerId: `<1.${word}@host>`,
    } as const;
    await recordDeliveries(
      ctx,
      claimed?.entryId ?? '',
      (claimed?.recipients ?? []).map(({ deliveryId }) => ({ deliveryId, ...refused })),
    );
  }, 30);
  await act((ctx) => close(ctx, merged.conversationId, 'answered'), 24);
  await act((ctx) => reopen(ctx, merged.conversationId), 25);
  await workspace.act(
    workspace.owner,
    (ctx) => changeCustomer(ctx, customerId, { place: `At ${word}` } as never),
    after(26),
  );
  await workspace.act(workspace.owner, (ctx) => mergeCustomers(ctx, customerId, merged.customerId), after(27));
  const file = (await world().files.put(workspace.id, bytes)).sha256;
  return { desk, owner: workspace.owner, customerId, word, file };
}

/** Every event of the workspace, as the database writes the whole row. */
async function historyOf(desk: Desk): Promise<ReadonlyMap<string, string>> {
  const { rows } = await world().database.pool.query<{ id: string; whole: string }>(
    'select id, e::text as whole from events e where workspace_id = $1 order by id',
    [desk.workspace.id],
  );
  return new Map(rows.map(({ id, whole }) => [id, whole]));
}

async function figuresOf(desk: Desk) {
  const figures = new Map<string, { value: number | null; sampleSize: number }>();
  for (const [id, metric] of world().house.metrics)
    figures.set(id, await desk.workspace.read(null, (ctx) => metric.value(ctx, period)));
  return figures;
}

/** Asks as the server would, after parsing. */
async function askRoute<T>(name: string, ctx: unknown, input: object): Promise<T> {
  const handler = world().house.handlers.find(({ route }) => routeName(route) === name);
  if (!handler) throw new Error(`There is no route ${name}.`);
  return (await handler.run(ctx as never, input as never)) as T;
}
