import { expect, test } from 'vitest';
import { newId } from '#platform/database';
import { copiesOfReply, deliverAt, mailLine, replyDue } from '../../tests/support/mail-world.ts';
import { startOddSmtp } from '../../tests/support/odd-smtp.ts';
import { useWorld } from '../../tests/support/world.ts';
import { giveTurn, nextWaiting, takeTurn } from './line-turns.ts';

const world = useWorld();

test('a reply that waits for a turn has a job of its own, should this process be killed', async ({
  onTestFinished,
}) => {
  const host = await startOddSmtp();
  onTestFinished(() => host.stop());
  const workspace = await world().newWorkspace();
  const address = 'help@shop.example';
  const settings = { smtp: { host: '127.0.0.1', port: host.port, secure: false } };
  const line = { lineId: await mailLine(world(), workspace, { address, settings }), address };
  const { id, conversationId } = await replyDue(world(), workspace, line);
  const state = async () => (await copiesOfReply(world(), workspace, id))[0]?.state;
  const others = ['one', 'other'];
  for (const name of others) takeTurn(workspace.id, line.lineId, name, newId());
  const now = new Date(Date.now() + 1_000);
  await deliverAt(world(), workspace, conversationId, now);
  expect(await state()).toBe('waiting');
  // what was remembered here is gone with the process that is killed
  for (const name of others) giveTurn(name);
  expect(nextWaiting(workspace.id)).toBe(conversationId);
  await world().runJobs(new Date(now.getTime() + 15_000));
  expect(await state()).toBe('sent');
});
