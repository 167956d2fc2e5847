import { expect, test } from 'vitest';
import { listLive, reply } from '#domains/conversations';
import { newId } from '#platform/database';
import { openDesk } from '../../tests/support/chat-desk.ts';
import { after } from '../../tests/support/phone.ts';
import { useWorld } from '../../tests/support/world.ts';
import { takeChat } from './take-chat.ts';

const world = useWorld();

test('a customer’s words open a chat and join it; it waits for anybody until somebody takes it', async () => {
  const desk = await openDesk(world());
  const agent = await desk.workspace.teammate('chat-agent');
  const id = await desk.says(0, 'emil', 'Is the large in stock?');
  expect(await desk.says(1, 'emil', 'In Hamburg?')).toBe(id);
  const before = await desk.workspace.read(agent, listLive);
  expect(before.waiting.map((row) => row.id)).toEqual([id]);
  expect(before.mine).toEqual([]);
  await desk.workspace.act(agent, (ctx) => takeChat(ctx, id), after(2));
  await desk.workspace.act(agent, (ctx) => takeChat(ctx, id), after(2));
  const taken = await desk.workspace.read(agent, listLive);
  expect(taken.mine.map((row) => row.id)).toEqual([id]);
  expect(taken.waiting).toEqual([]);
});

test('the first who takes a chat has it, and past the limit nothing is taken', async () => {
  const desk = await openDesk(world());
  const [one, other] = [await desk.workspace.teammate('chat-agent'), await desk.workspace.teammate('chat-agent')];
  const ids = [];
  for (const [index, who] of ['a', 'b', 'c', 'd'].entries()) ids.push(await desk.says(index, who, `I am ${who}.`));
  const take = (agent: typeof one, id: string) => desk.workspace.act(agent, (ctx) => takeChat(ctx, id), after(9));
  for (const id of ids.slice(0, 3)) await take(one, id);
  await expect(take(other, ids[0] ?? '')).rejects.toMatchObject({ code: 'chats/taken-by-another' });
  await expect(take(one, ids[3] ?? '')).rejects.toMatchObject({ code: 'chats/limit-reached' });
  await take(other, ids[3] ?? '');
  // the order is the one they came in, whoever wrote last
  await desk.says(20, 'b', 'Still here?');
  expect((await desk.workspace.read(one, listLive)).mine.map((row) => row.id)).toEqual(ids.slice(0, 3));
});

test('while the customer goes on typing a reply still leaves; a colleague’s reply stops it', async () => {
  const desk = await openDesk(world());
  const [one, other] = [await desk.workspace.teammate('chat-agent'), await desk.workspace.teammate('chat-agent')];
  const id = await desk.says(0, 'grace', 'May I fly with gas?');
  await desk.workspace.act(one, (ctx) => takeChat(ctx, id), after(1));
  const seen = await desk.version(id);
  await desk.says(2, 'grace', 'With a stove too?');
  const answer = (agent: typeof one, text: string) =>
    desk.workspace.act(
      agent,
      (ctx) => reply(ctx, id, { id: newId(), text, lastSeenVersion: seen, sendAnyway: false, then: 'stay' }),
      after(3),
    );
  const { entry } = await answer(one, 'No gas, the stove may fly.');
  expect(entry.deliveries).toMatchObject([{ recipient: 'grace', recipientKind: 'to' }]);
  await expect(answer(other, 'I answer too.')).rejects.toMatchObject({ code: 'conversations/newer-came' });
});
