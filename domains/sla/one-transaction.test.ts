import { expect, test } from 'vitest';
import { loadMany, makePromise, receive } from '#domains/conversations';
import { findOrMakeCustomer } from '#domains/customers';
import { newId } from '#platform/database';
import { openDesk } from '../../tests/support/desk.ts';
import { useWorld } from '../../tests/support/world.ts';
import { readClocks } from './list-clocks.ts';

const world = useWorld();
const at = new Date('2026-03-02T09:00:00Z');

test('two messages taken in by one transaction, and a time promised there, are owed as if each had come alone', async () => {
  const { workspace, lineId } = await openDesk(world());
  const agent = await workspace.teammate('team-leader');
  const maya = { brandId: workspace.brandId, kind: 'address', value: 'maya@lindqvist.example', at } as const;
  const promised = { id: newId(), dueAt: new Date('2026-03-02T11:00:00Z'), words: 'Call before eleven' };
  const id = await workspace.act(
    agent,
    async (ctx) => {
      const { customerId, identityId } = await findOrMakeCustomer(ctx, maya);
      const message = {
        lineId,
        channel: 'email',
        brandId: workspace.brandId,
        customerId,
        identityId,
        customerName: 'Maya',
        occurredAt: at,
        subject: 'Two things',
        fromName: 'Maya',
        fromAddress: maya.value,
        recipients: [],
        files: [],
        evidence: { rule: 'new', score: 100, idsSeen: [] },
        automatic: false,
      };
      const { conversationId } = await receive(ctx, { ...message, conversationId: null, text: 'One.' });
      await receive(ctx, { ...message, conversationId, text: 'And two.' });
      await makePromise(ctx, conversationId, promised);
      return conversationId;
    },
    at,
  );
  expect(await workspace.read(agent, (ctx) => readClocks(ctx, id))).toMatchObject([
    { kind: 'first-reply', dueAt: '2026-03-02T13:00:00.000Z', state: 'running' },
  ]);
  const [row] = await workspace.read(null, (ctx) => loadMany(ctx, [id]));
  expect(row).toMatchObject({ entry_count: 2, due_at: promised.dueAt, due_kind: 'promise' });
});
