import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openLine } from '#domains/brands';
import { addNote, claimMessage, makePromise, receive, reply, start, startContact } from '#domains/conversations';
import { findOrMakeCustomer } from '#domains/customers';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import { openWorld, useWorld } from '../support/world.ts';
import type { Workspace } from '../support/workspace.ts';
import { aDesk, aReply, type Desk } from './story-desk.ts';

const world = useWorld();
const monday = new Date('2026-11-16T09:00:00Z');
const after = (minutes: number): Date => new Date(monday.getTime() + minutes * 60_000);
const otherBody = { code: 'same-id-other-body', status: 409 };

test('a note, a reply and a promise sent twice are there once; the same id for something else is refused', async () => {
  const desk = await aDesk(world());
  const { workspace } = desk;
  const ann = await workspace.teammate('team-leader');
  const { conversationId } = await desk.mail({ at: monday });
  const [noteId, replyId, promiseId] = [newId(), newId(), newId()];
  const note = (text: string, mentions: string[] = []) =>
    workspace.act(ann, (ctx) => addNote(ctx, conversationId, { id: noteId, text, mentions }), after(1));
  const answer = (more: object = {}) =>
    workspace.act(ann, (ctx) => reply(ctx, conversationId, { ...aReply(replyId), ...more }), after(2));
  const promise = (words: string) =>
    workspace.act(
      ann,
      (ctx) => makePromise(ctx, conversationId, { id: promiseId, dueAt: after(600), words }),
      after(3),
    );

  expect((await note('Called the depot')).entry).toEqual((await note('Called the depot')).entry);
  await expect(note('Called nobody')).rejects.toMatchObject(otherBody);
  await expect(note('Called the depot', [ann.id])).rejects.toMatchObject(otherBody);
  const first = await answer();
  expect((await answer()).entry).toEqual(first.entry);
  await expect(answer({ text: 'It is lost.' })).rejects.toMatchObject(otherBody);
  await expect(answer({ to: ['somebody.else@lindqvist.example'] })).rejects.toMatchObject(otherBody);
  expect((await promise('A call')).promises).toEqual((await promise('A call')).promises);
  await expect(promise('A refund')).rejects.toMatchObject(otherBody);
  expect(await counts(workspace)).toMatchObject({ entries: 3, deliveries: 1, promises: 1 });
});

test('a conversation started twice is one; its id with another first message is refused', async () => {
  const { workspace, brandId } = await aDesk(world());
  const ann = await workspace.teammate('agent');
  const line = await workspace.act(null, (ctx) =>
    openLine(ctx, { brandId, channel: 'email', name: 'Out', address: `${newId()}@desk.test` }),
  );
  const given = {
    id: newId(),
    messageId: newId(),
    lineId: line.id,
    to: 'petra@lindqvist.example',
    subject: 'Your order',
    text: 'It is on its way.',
  };
  const begin = (more: object = {}) => workspace.act(ann, (ctx) => start(ctx, { ...given, ...more }), monday);
  expect((await begin()).id).toBe((await begin()).id);
  await expect(begin({ messageId: newId() })).rejects.toMatchObject(otherBody);
  await expect(begin({ subject: 'Another order' })).rejects.toMatchObject(otherBody);
  await expect(begin({ text: 'It is lost.' })).rejects.toMatchObject(otherBody);
  expect(await counts(workspace)).toMatchObject({ conversations: 1, entries: 1, deliveries: 1, customers: 1 });
});

test('a message and a call that reach us twice count once', async () => {
  const { workspace, brandId } = await aDesk(world());
  const line = await workspace.act(null, (ctx) =>
    openLine(ctx, { brandId, channel: 'email', name: 'In', address: `${newId()}@desk.test` }),
  );
  const entryId = newId();
  const contactId = newId();
  const mail = (text: string) =>
    workspace.act(null, (ctx) => aMail(ctx, { brandId, lineId: line.id, entryId, text }), monday);
  const call = () =>
    workspace.act(
      null,
      async (ctx) => {
        const who = await findOrMakeCustomer(ctx, { brandId, kind: 'phone', value: '+49 30 901820', at: monday });
        const begun = {
          contactId,
          conversationId: null,
          lineId: line.id,
          channel: 'voice',
          brandId,
          ...who,
          customerName: '',
          address: '+4930901820',
        };
        return startContact(ctx, { ...begun, direction: 'in', subject: '', startedAt: monday });
      },
      monday,
    );
  const { opened: _, ...first } = await mail('Hello');
  expect(await mail('Hello')).toMatchObject(first);
  await expect(mail('Hello again')).rejects.toMatchObject(otherBody);
  expect((await call()).conversationId).toBe((await call()).conversationId);
  expect(await counts(workspace)).toMatchObject({ conversations: 2, contacts: 2, entries: 1 });
});

test('two processes that want to send the same reply: one gets it', async () => {
  const desk = await aDesk(world());
  const { workspace } = desk;
  const ann = await workspace.teammate('agent');
  const { conversationId } = await desk.mail({ at: monday });
  await workspace.act(ann, (ctx) => reply(ctx, conversationId, { ...aReply(), undoWindowSeconds: 0 }), after(1));
  const claim = (claimedBy: string) =>
    workspace.act(null, (ctx) => claimMessage(ctx, { conversationId, channel: 'email', claimedBy }), after(2));
  const claims = await Promise.all(['one', 'two', 'three', 'four'].map(claim));
  expect(claims.filter((claimed) => claimed !== null)).toHaveLength(1);
});

test('two first messages of one new customer at the same moment are both received, and are one customer’s', async () => {
  const { workspace, brandId } = await aDesk(world());
  const line = await workspace.act(null, (ctx) =>
    openLine(ctx, { brandId, channel: 'email', name: 'In', address: `${newId()}@desk.test` }),
  );
  const received = await Promise.all(
    ['One', 'Two', 'Three', 'Four'].map((text) =>
      workspace.act(null, (ctx) => aMail(ctx, { brandId, lineId: line.id, entryId: newId(), text }), monday),
    ),
  );
  expect(new Set(received.map(({ number }) => number)).size).toBe(4);
  expect(await counts(workspace)).toMatchObject({ customers: 1, identities: 1, conversations: 4, entries: 4 });
});

test('the same reply sent twice at the same moment is one message with one delivery', async () => {
  const desk = await aDesk(world());
  const { workspace } = desk;
  const ann = await workspace.teammate('agent');
  const { conversationId } = await desk.mail({ at: monday });
  const id = newId();
  const sent = await Promise.all(
    [1, 2, 3].map(() => workspace.act(ann, (ctx) => reply(ctx, conversationId, aReply(id)), after(1))),
  );
  expect(new Set(sent.map(({ entry }) => entry.id))).toEqual(new Set([id]));
  expect(await counts(workspace)).toMatchObject({ entries: 2, deliveries: 1 });
});

test('a transaction whose connection is cut before it commits leaves nothing, and tells nobody', async () => {
  const apart = await openWorld();
  try {
    const workspace = await apart.newWorkspace();
    const line = await workspace.act(null, (ctx) =>
      openLine(ctx, { brandId: workspace.brandId, channel: 'email', name: 'In', address: `${newId()}@desk.test` }),
    );
    const before = { ...(await counts(workspace)), queued: apart.queued.length, published: apart.published.length };
    const cut = workspace.act(
      null,
      async (ctx) => {
        await aMail(ctx, { brandId: workspace.brandId, lineId: line.id, entryId: newId(), text: 'Lost on the way' });
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(ctx.db);
        await apart.database.pool.query('select pg_terminate_backend($1, 5000)', [rows[0]?.pid]);
        await sql`select 1`.execute(ctx.db);
      },
      monday,
    );
    await expect(cut).rejects.toThrow();
    expect({ ...(await counts(workspace)), queued: apart.queued.length, published: apart.published.length }).toEqual(
      before,
    );
    // and the next one finds a connection that works
    await workspace.act(
      null,
      (ctx) => aMail(ctx, { brandId: workspace.brandId, lineId: line.id, entryId: newId(), text: 'Arrived' }),
      monday,
    );
    expect(await counts(workspace)).toMatchObject({ conversations: 1, entries: 1 });
  } finally {
    await apart.close();
  }
});

test('two who wait for each other: the database stops one, it is run again, and both have done their work once', async () => {
  const desk = await aDesk(world());
  const { workspace } = desk;
  const ann = await workspace.teammate('agent');
  const [one, two] = [await desk.mail({ at: monday }), await desk.mail({ at: after(1), subject: 'Poles' })].map(
    ({ conversationId }) => conversationId,
  );
  const arrived = new Set<string>();
  let tries = 0;
  /** Notes the one, waits until the other has its first lock too, then wants the other's. */
  const noteBoth = (name: string, [first = '', second = '']: readonly (string | undefined)[]): Promise<unknown> => {
    const [a, b] = [newId(), newId()];
    return workspace.act(
      ann,
      async (ctx) => {
        tries += 1;
        await addNote(ctx, first, { id: a, text: `${name} first`, mentions: [] });
        arrived.add(name);
        for (let waitedMs = 0; arrived.size < 2 && waitedMs < 10_000; waitedMs += 10) await sleep(10);
        await addNote(ctx, second, { id: b, text: `${name} second`, mentions: [] });
      },
      after(5),
    );
  };
  await Promise.all([noteBoth('left', [one, two]), noteBoth('right', [two, one])]);
  // one was stopped at least once; on a busy machine the two may meet like that again
  expect(tries).toBeGreaterThan(2);
  const notes = await desk.workspace.read(null, (ctx) =>
    sql<{
      count: number;
    }>`select count(*)::int as count from entries where workspace_id = ${ctx.workspaceId} and kind = 'note'`.execute(
      ctx.db,
    ),
  );
  expect(notes.rows).toEqual([{ count: 4 }]);
});

function aMail(
  ctx: Ctx,
  mail: { brandId: string; lineId: string; entryId: string; text: string },
): ReturnType<typeof receive> {
  return findOrMakeCustomer(ctx, {
    brandId: mail.brandId,
    kind: 'address',
    value: 'maya@lindqvist.example',
    name: 'Maya',
    at: monday,
  }).then((who) =>
    receive(ctx, {
      ...mail,
      ...who,
      conversationId: null,
      channel: 'email',
      customerName: 'Maya',
      occurredAt: monday,
      subject: mail.text,
      fromName: 'Maya',
      fromAddress: 'maya@lindqvist.example',
      recipients: [],
      files: [],
      evidence: { rule: 'new', score: 100, idsSeen: [] },
      automatic: false,
    }),
  );
}

const counted = [
  'conversations',
  'entries',
  'contacts',
  'deliveries',
  'promises',
  'customers',
  'identities',
  'events',
] as const;

/** How many rows of each table a workspace has. */
async function counts(workspace: Desk['workspace'] | Workspace): Promise<Record<string, number>> {
  return workspace.read(null, async (ctx) => {
    const found: Record<string, number> = {};
    for (const table of counted) {
      const { rows } = await sql<{
        count: number;
      }>`select count(*)::int as count from ${sql.table(table)} where workspace_id = ${ctx.workspaceId}`.execute(
        ctx.db,
      );
      found[table] = rows[0]?.count ?? 0;
    }
    return found;
  });
}
