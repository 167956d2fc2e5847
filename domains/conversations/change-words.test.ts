import { expect, test } from 'vitest';
import { standardQueueOf } from '#domains/teams';
import { newId } from '#platform/database';
import { openDesk } from '../../tests/support/desk.ts';
import { useWorld } from '../../tests/support/world.ts';
import { addReason, addStatus, changeReason, changeStatus, changeTag, mergeTag } from './change-words.ts';
import { conversationView, tag } from './index.ts';
import { listWords } from './words.ts';

const world = useWorld();
const monday = new Date('2026-11-16T09:00:00Z');

test('archiving a reason takes those below it along, and the list offers none of them', async () => {
  const desk = await openDesk(world());
  const { workspace } = desk;
  const [delivery, late] = [newId(), newId()];
  const add = (id: string, name: string, parentId: string | null) =>
    workspace.act(workspace.owner, (ctx) => addReason(ctx, { id, brandId: workspace.brandId, parentId, name }));
  await add(delivery, 'Delivery', null);
  await add(late, 'Late', delivery);
  const names = async () =>
    (await workspace.read(workspace.owner, (ctx) => listWords(ctx))).reasons.map(({ name }) => name);
  expect(await names()).toEqual(['Delivery', 'Late']);
  await workspace.act(workspace.owner, (ctx) => changeReason(ctx, delivery, { name: 'Delivery', archived: true }));
  expect(await names()).toEqual([]);
});

test('merging a tag gives its conversations the other, once', async () => {
  const desk = await openDesk(world());
  const { workspace } = desk;
  const agent = await workspace.teammate('agent');
  const one = await desk.mail({ text: 'One', at: monday });
  const two = await desk.mail({ text: 'Two', at: monday });
  await workspace.act(agent, (ctx) => tag(ctx, one.conversationId, ['refund', 'refunds']));
  await workspace.act(agent, (ctx) => tag(ctx, two.conversationId, ['refunds']));
  const { tags } = await workspace.read(agent, (ctx) => listWords(ctx));
  const id = (name: string): string => tags.find((each) => each.name === name)?.id ?? '';
  await workspace.act(workspace.owner, (ctx) => mergeTag(ctx, id('refunds'), id('refund')));
  for (const { conversationId } of [one, two]) {
    const view = await workspace.read(agent, (ctx) => conversationView(ctx, conversationId));
    expect(view.tags.map(({ name }) => name)).toEqual(['refund']);
  }
  await expect(
    workspace.act(workspace.owner, (ctx) => changeTag(ctx, id('refund'), { name: 'Refunds', archived: false })),
  ).rejects.toMatchObject({ code: 'conversations/name-taken' });
});

test('a status of one’s own comes and goes; the standard ones stay', async () => {
  const { workspace } = await openDesk(world());
  const id = newId();
  await workspace.act(workspace.owner, (ctx) => addStatus(ctx, { id, name: 'With the carrier', category: 'on-hold' }));
  const statuses = async () => (await workspace.read(workspace.owner, (ctx) => listWords(ctx))).statuses;
  expect((await statuses()).some(({ name }) => name === 'With the carrier')).toBe(true);
  await workspace.act(workspace.owner, (ctx) => changeStatus(ctx, id, { name: 'With the carrier', archived: true }));
  const standard = (await statuses()).find(({ category }) => category === 'on-hold');
  await expect(
    workspace.act(workspace.owner, (ctx) => changeStatus(ctx, standard?.id ?? '', { name: 'X', archived: true })),
  ).rejects.toMatchObject({ code: 'conversations/standard-stays' });
});

test('a workspace that opens in Spanish starts with statuses and a queue in Spanish', async () => {
  const spanish = await world().newWorkspace({ locale: 'es-MX' });
  const { statuses } = await spanish.read(spanish.owner, listWords);
  expect(statuses.map(({ name }) => name).toSorted()).toEqual([
    'Abierta',
    'Cerrada',
    'En espera',
    'Esperando al cliente',
  ]);
  expect(await spanish.read(null, (ctx) => standardQueueOf(ctx, spanish.brandId))).toMatchObject({ name: 'Consultas' });
});
