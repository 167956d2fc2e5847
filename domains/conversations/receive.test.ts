import { expect, test } from 'vitest';
import { openLine } from '#domains/brands';
import { findOrMakeCustomer } from '#domains/customers';
import { newId } from '#platform/database';
import { useWorld, type World } from '../../tests/support/world.ts';
import type { Workspace } from '../../tests/support/workspace.ts';
import { claimMessage, close, list, receive, recordDeliveries, reply, undoSend } from './index.ts';
import { boxes } from './boxes.ts';

const world = useWorld();
const monday = new Date('2026-11-16T09:00:00Z');
const after = (minutes: number): Date => new Date(monday.getTime() + minutes * 60_000);

test('a mail opens a conversation that waits in a queue, and the answer leaves once', async () => {
  const desk = await aDesk(world());
  const agent = await desk.workspace.teammate('agent');
  const { conversationId } = await desk.mail({ subject: 'Where is my order?', at: monday });

  const waiting = await desk.workspace.read(agent, (ctx) =>
    list(ctx, { box: 'queue', queueId: desk.workspace.queueId, order: 'due', limit: 10 }),
  );
  expect(waiting.rows.map(({ subject, waitingSince, unread }) => ({ subject, waitingSince, unread }))).toEqual([
    { subject: 'Where is my order?', waitingSince: monday.toISOString(), unread: true },
  ]);

  const entryId = newId();
  const answered = await desk.workspace.act(
    agent,
    (ctx) => reply(ctx, conversationId, { ...aReply(entryId), lastSeenVersion: waiting.rows[0]?.version ?? 0 }),
    after(5),
  );
  expect(answered.entry.deliveries.map(({ recipient, state }) => ({ recipient, state }))).toEqual([
    { recipient: 'maya@lindqvist.example', state: 'held' },
  ]);
  expect(answered.conversation.status.category).toBe('waiting');
  expect(answered.conversation.assigneeId).toBe(agent.id);

  const ask = { conversationId, channel: 'email', claimedBy: 'test' };
  expect(await desk.workspace.act(null, (ctx) => claimMessage(ctx, ask), after(5))).toBeNull();
  const claimed = await desk.workspace.act(null, (ctx) => claimMessage(ctx, ask), after(6));
  expect(claimed?.recipients.map(({ address }) => address)).toEqual(['maya@lindqvist.example']);
  const other = { ...ask, claimedBy: 'another' };
  expect(await desk.workspace.act(null, (ctx) => claimMessage(ctx, other), after(7))).toBeNull();
  // asked again under its own name, because nobody heard that it was committed
  expect(await desk.workspace.act(null, (ctx) => claimMessage(ctx, ask), after(7))).toEqual(claimed);
  await desk.workspace.act(
    null,
    (ctx) =>
      recordDeliveries(
        ctx,
        entryId,
        (claimed?.recipients ?? []).map(({ deliveryId }) => ({ deliveryId, outcome: 'sent' })),
      ),
    after(7),
  );
  expect(await desk.workspace.act(null, (ctx) => claimMessage(ctx, ask), after(8))).toBeNull();
});

test('nobody answers blind: what came meanwhile is shown, and nothing is sent', async () => {
  const desk = await aDesk(world());
  const agent = await desk.workspace.teammate('agent');
  const { conversationId } = await desk.mail({ subject: 'Tent', at: monday });
  const seen = await desk.versionOf(conversationId);
  await desk.mail({ subject: 'Re: Tent', at: after(3), conversationId, text: 'It is urgent' });
  const blind = desk.workspace.act(
    agent,
    (ctx) => reply(ctx, conversationId, { ...aReply(newId()), lastSeenVersion: seen }),
    after(4),
  );
  await expect(blind).rejects.toMatchObject({
    code: 'conversations/newer-came',
    status: 409,
    more: { entries: [{ text: 'It is urgent' }] },
  });
});

test('a reply taken back within its window never leaves, and the customer waits again', async () => {
  const desk = await aDesk(world());
  const agent = await desk.workspace.teammate('agent');
  const { conversationId } = await desk.mail({ subject: 'Poles', at: monday });
  const entryId = newId();
  await desk.workspace.act(
    agent,
    (ctx) => reply(ctx, conversationId, { ...aReply(entryId), sendAnyway: true }),
    after(5),
  );
  const back = await desk.workspace.act(agent, (ctx) => undoSend(ctx, entryId), after(5));
  expect(back.text).toBe('On its way!');
  expect(back.conversation).toMatchObject({
    status: { category: 'open' },
    waitingSince: monday.toISOString(),
    lastEntryKind: 'in',
  });
  expect(
    await desk.workspace.act(
      null,
      (ctx) => claimMessage(ctx, { conversationId, channel: 'email', claimedBy: 'test' }),
      after(10),
    ),
  ).toBeNull();
});

test('counts are kept through opening, answering and closing', async () => {
  const desk = await aDesk(world());
  const agent = await desk.workspace.teammate('agent');
  const first = await desk.mail({ subject: 'One', at: monday });
  await desk.mail({ subject: 'Two', at: after(1) });
  const openIn = async (): Promise<number | undefined> =>
    (await desk.workspace.read(agent, (ctx) => boxes(ctx))).boxes.find(({ box }) => box === 'queue')?.open;
  expect(await openIn()).toBe(2);
  await world().tick(after(2));
  expect(await openIn()).toBe(2);
  await desk.workspace.act(agent, (ctx) => close(ctx, first.conversationId, 'answered'), after(3));
  expect(await openIn()).toBe(1);
  await world().tick(after(4));
  expect(await openIn()).toBe(1);
});

test('a teammate of another team, and of another workspace, sees nothing of it', async () => {
  const desk = await aDesk(world());
  const stranger = await (await world().newWorkspace()).teammate('team-leader');
  const outsider = await desk.workspace.teammate('agent', { inTeam: false });
  const { conversationId } = await desk.mail({ subject: 'Private', at: monday });
  for (const actor of [stranger, outsider]) {
    await expect(desk.workspace.act(actor, (ctx) => close(ctx, conversationId, 'answered'))).rejects.toMatchObject({
      status: 404,
    });
    const seen = await desk.workspace.read(actor, (ctx) => list(ctx, { box: 'all', order: 'newest', limit: 10 }));
    expect(seen.rows).toEqual([]);
  }
});

function aReply(id: string) {
  return { id, text: 'On its way!', lastSeenVersion: 0, sendAnyway: false, then: 'wait' as const };
}

interface Mail {
  readonly subject: string;
  readonly at: Date;
  readonly text?: string;
  readonly conversationId?: string;
}

/** A workspace with one mail line and one customer, and a way for her to write. */
async function aDesk(here: World) {
  const workspace: Workspace = await here.newWorkspace();
  const line = await workspace.act(workspace.owner, (ctx) =>
    openLine(ctx, {
      brandId: workspace.brandId,
      channel: 'email',
      name: 'Support',
      address: `support-${workspace.id.slice(-8)}@desk.test`,
      settings: {},
    }),
  );
  return {
    workspace,
    mail: (mail: Mail) =>
      workspace.act(
        null,
        async (ctx) => {
          const customer = await findOrMakeCustomer(ctx, {
            brandId: workspace.brandId,
            kind: 'address',
            value: 'maya@lindqvist.example',
            name: 'Maya Lindqvist',
            at: mail.at,
          });
          return receive(ctx, {
            entryId: newId(),
            conversationId: mail.conversationId ?? null,
            lineId: line.id,
            channel: 'email',
            brandId: workspace.brandId,
            customerId: customer.customerId,
            identityId: customer.identityId,
            customerName: 'Maya Lindqvist',
            occurredAt: mail.at,
            subject: mail.subject,
            text: mail.text ?? mail.subject,
            fromName: 'Maya Lindqvist',
            fromAddress: 'maya@lindqvist.example',
            recipients: [],
            files: [],
            evidence: { rule: 'new', score: 100, idsSeen: [] },
            automatic: false,
          });
        },
        mail.at,
      ),
    versionOf: async (id: string) =>
      (await workspace.read(null, (ctx) => list(ctx, { box: 'all', order: 'newest', limit: 10 }))).rows.find(
        (row) => row.id === id,
      )?.version ?? 0,
  };
}
