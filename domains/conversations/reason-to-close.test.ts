import { expect, test } from 'vitest';
import { writeSetting } from '#domains/identity';
import { newId } from '#platform/database';
import { openDesk } from '../../tests/support/desk.ts';
import { useWorld } from '../../tests/support/world.ts';
import { addReason } from './change-words.ts';
import { close, conversationView, reply, setReason } from './index.ts';

const world = useWorld();
const monday = new Date('2026-11-16T09:00:00Z');
const after = (minutes: number): Date => new Date(monday.getTime() + minutes * 60_000);

test('where a brand asks for a reason, nobody closes without one, and a reply that closes is not sent', async () => {
  const desk = await openDesk(world());
  const agent = await desk.workspace.teammate('agent');
  const { brandId, owner } = desk.workspace;
  const { conversationId: id } = await desk.mail({ at: monday });
  await desk.workspace.act(owner, (ctx) => writeSetting(ctx, 'conversations.reason-to-close', [brandId]));
  const { conversationId: without } = await desk.mail({ text: 'Two', at: after(1) });
  // a brand that has no reasons can ask for none
  await desk.workspace.act(agent, (ctx) => close(ctx, without, 'answered'), after(2));
  const reasonId = newId();
  await desk.workspace.act(owner, (ctx) => addReason(ctx, { id: reasonId, brandId, parentId: null, name: 'Delivery' }));
  const needed = { code: 'conversations/reason-needed' };
  await expect(desk.workspace.act(agent, (ctx) => close(ctx, id, 'answered', true))).rejects.toMatchObject(needed);
  const answer = { id: newId(), text: 'Friday.', lastSeenVersion: 0, sendAnyway: true, then: 'close' } as const;
  await expect(desk.workspace.act(agent, (ctx) => reply(ctx, id, answer))).rejects.toMatchObject(needed);
  expect(await desk.workspace.read(agent, (ctx) => conversationView(ctx, id))).toMatchObject({ lastEntryKind: 'in' });
  await desk.workspace.act(agent, (ctx) => setReason(ctx, id, reasonId), after(3));
  await desk.workspace.act(agent, (ctx) => reply(ctx, id, answer), after(4));
  const { conversationId: spam } = await desk.mail({ text: 'Buy', at: after(5) });
  await desk.workspace.act(agent, (ctx) => close(ctx, spam, 'spam'), after(6));
  expect(await desk.workspace.read(agent, (ctx) => conversationView(ctx, id))).toMatchObject({
    status: { category: 'closed' },
  });
});
