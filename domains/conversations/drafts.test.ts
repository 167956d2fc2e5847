import { expect, test } from 'vitest';
import { openDesk } from '../../tests/support/desk.ts';
import { useWorld } from '../../tests/support/world.ts';
import { newId } from '#platform/database';
import { addNote } from './add-note.ts';
import { colleagueDrafts } from './colleague-drafts.ts';
import { draftsOf, saveDraft } from './drafts.ts';
import { reply } from './reply.ts';

const world = useWorld();

test('what was sent is no draft any more on any device; what was written since is', async () => {
  const desk = await openDesk(world());
  const { workspace } = desk;
  const { conversationId: id } = await desk.mail({ at: new Date('2026-11-16T09:00:00Z') });
  const save = (kind: 'reply' | 'note', revision: number, text: string) =>
    workspace.act(workspace.owner, (ctx) => saveDraft(ctx, id, { kind, id: newId(), revision, text, content: {} }));
  const kept = async () =>
    (await workspace.read(workspace.owner, (ctx) => draftsOf(ctx, id))).drafts.map(({ kind, text }) => [kind, text]);
  await save('reply', 3, 'On its w');
  await save('note', 5, 'Ask Bea');
  const said = { text: 'On its way', lastSeenVersion: 9, sendAnyway: true, then: 'wait' } as const;
  await workspace.act(workspace.owner, (ctx) => reply(ctx, id, { ...said, id: newId(), draftRevision: 4 }));
  expect(await kept()).toEqual([['note', 'Ask Bea']]);

  await save('reply', 6, 'And one thing more');
  await workspace.act(workspace.owner, (ctx) => reply(ctx, id, { ...said, id: newId(), draftRevision: 5 }));
  const note = { id: newId(), text: 'Ask Bea', mentions: [], draftRevision: 6 };
  await workspace.act(workspace.owner, (ctx) => addNote(ctx, id, note));
  expect(await kept()).toEqual([['reply', 'And one thing more']]);
});

test('what a colleague has begun is read by who may write there, and by nobody who only reads', async () => {
  const desk = await openDesk(world());
  const { workspace } = desk;
  const agent = await workspace.teammate('agent');
  const { conversationId: id } = await desk.mail({ at: new Date('2026-11-16T09:00:00Z') });
  const begun = { kind: 'reply', id: newId(), revision: 1, text: 'Between us: no', content: {} } as const;
  await workspace.act(workspace.owner, (ctx) => saveDraft(ctx, id, begun));
  const seenBy = async (actor: typeof workspace.owner) =>
    (await workspace.read(actor, (ctx) => colleagueDrafts(ctx, id))).drafts.map(({ text }) => text);
  expect(await seenBy(agent)).toEqual(['Between us: no']);
  const reads = new Map([...agent.permissions].filter(([name]) => name === 'conversations.read'));
  expect(reads.size).toBe(1);
  expect(await seenBy({ ...agent, permissions: reads })).toEqual([]);
});
