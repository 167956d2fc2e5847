import { expect, onTestFinished, test } from 'vitest';
import { openLine } from '#domains/brands';
import { teammateById } from '#domains/identity';
import { chooseNotice as choose } from '#domains/notices/contract';
import { newId } from '#platform/database';
import { openDesk } from '../../tests/support/desk.ts';
import { startMailHost } from '../../tests/support/mail-host.ts';
import { useWorld } from '../../tests/support/world.ts';
import { confide } from './confide.ts';
import { addNote } from './index.ts';

const world = useWorld();
const monday = new Date('2026-11-16T09:00:00Z');
const after = (minutes: number): Date => new Date(monday.getTime() + minutes * 60_000);

test('a notice that waits to be mailed is not mailed once its conversation is taken from its reader', async () => {
  const host = await startMailHost();
  onTestFinished(() => host.stop());
  const desk = await openDesk(world());
  const { workspace } = desk;
  const settings = { door: true, smtp: { host: '127.0.0.1', port: host.port, secure: false } };
  const line = { brandId: workspace.brandId, name: 'Mail', address: `m-${newId()}@desk.test`, settings };
  await workspace.act(workspace.owner, (ctx) => openLine(ctx, { ...line, channel: 'email' }));
  const agent = await workspace.teammate('agent');
  const friend = await workspace.teammate('agent');
  const handler = world().house.handlers.find(({ route }) => route === choose);
  const wish = { params: { kind: 'note-mention' }, body: { silenced: false, mail: 'digest' } };
  await workspace.act(friend, async (ctx) => handler?.run(ctx, wish as never));
  const named = async (text: string) => {
    const { conversationId } = await desk.mail({ text, at: monday });
    const note = { id: newId(), text: '@friend look', mentions: [friend.id] };
    await workspace.act(agent, (ctx) => addNote(ctx, conversationId, note), after(1));
    return conversationId;
  };
  const taken = await named('Of the quokka');
  const kept = await named('Of the weather');
  await world().runJobs(after(2));
  await workspace.act(agent, (ctx) => confide(ctx, taken, []), after(3));
  await world().runJobs(after(61));
  const to = await workspace.read(null, (ctx) => teammateById(ctx, friend.id));
  const mails = host.mailsTo(to?.address ?? '').map((raw) => raw.replaceAll('=\r\n', ''));
  expect(mails).toHaveLength(1);
  expect(mails[0]).toContain(`/inbox/all/${kept}`);
  expect(mails[0]).not.toContain(taken);
});
