import { expect, test } from 'vitest';
import { conversationView } from '#domains/conversations';
import { openDesk } from '../../tests/support/chat-desk.ts';
import { openDesk as openMail } from '../../tests/support/desk.ts';
import { openALine } from '../../tests/support/phone.ts';
import { useWorld } from '../../tests/support/world.ts';

const world = useWorld();

test('a chat is answered where it was written, and nobody who only wrote a mail or rang is answered in a chat', async () => {
  const chats = await openDesk(world());
  const chatted = await chats.says(0, 'olek', 'Do you repair zips?');
  const { workspace, mail, lineId } = await openMail(world());
  await openALine(workspace, 'chat', `${workspace.id.slice(-8)}.chat.test`);
  const { conversationId: mailed } = await mail({ at: new Date('2026-11-16T09:00:00Z') });

  const linesOf = async (at: typeof workspace, id: string): Promise<readonly string[]> =>
    (await at.read(at.owner, (ctx) => conversationView(ctx, id))).replyLines.map(({ channel }) => channel);
  expect(await linesOf(chats.workspace, chatted)).toEqual(['chat']);
  expect(await linesOf(workspace, mailed)).toEqual(['email']);
  const [line] = (await workspace.read(workspace.owner, (ctx) => conversationView(ctx, mailed))).replyLines;
  expect(line?.id).toBe(lineId);
});
