import { expect, test } from 'vitest';
import { completeTask, listTasks, removeTemplate, writeTemplate } from '#domains/checklists';
import { confide, list } from '#domains/conversations';
import { openQueue } from '#domains/teams';
import { newId } from '#platform/database';
import { openDesk as openChats } from '../../tests/support/chat-desk.ts';
import { openDesk } from '../../tests/support/desk.ts';
import { after, knockAt } from '../../tests/support/phone.ts';
import { useWorld } from '../../tests/support/world.ts';
import { conversationView } from '#domains/conversations';
import { fillText } from './fill-text.ts';
import { addMacro, listMacros, type MacroGiven } from './macros.ts';
import { previewMacro } from './preview-macro.ts';
import { runMacro } from './run-macro.ts';
import { undoMacro } from './undo-run.ts';

const world = useWorld();
const monday = new Date('2026-11-16T09:00:00Z');
const mine: MacroGiven = { name: 'Refund', text: '', actions: [], visibility: 'mine', teamId: null, brandId: null };

test('a customer’s name is never read as a variable, and what nobody knows is named', () => {
  const variables = { 'customer.firstName': '{agent.name}', 'agent.name': 'Priya', due: null };
  expect(fillText('Hi {customer.firstName}, {due} {nothing} {} { }', variables)).toEqual({
    text: 'Hi {agent.name}, {due} {nothing} {} { }',
    missing: ['due', 'nothing'],
  });
});

test('a macro writes and does all it says in one go, and one undo takes all of it back', async () => {
  const desk = await openDesk(world());
  const agent = await desk.workspace.teammate('agent', { name: 'Priya Raman' });
  const { conversationId, number } = await desk.mail({ subject: 'Pole', text: 'Broken', at: monday });
  const id = newId();
  const actions: MacroGiven['actions'] = [
    { do: 'assign', teammateId: 'me' },
    { do: 'tag', names: ['refund'] },
    { do: 'priority', priority: 4 },
    { do: 'promise', minutes: 120, words: 'The refund' },
    { do: 'note', text: 'Refund for {number}' },
    { do: 'close' },
  ];
  await desk.workspace.act(agent, (ctx) =>
    addMacro(ctx, id, { ...mine, text: 'Hello {customer.firstName}, {agent.firstName} here.', actions }),
  );
  const before = await desk.workspace.read(agent, (ctx) => conversationView(ctx, conversationId));
  const preview = await desk.workspace.read(agent, (ctx) => previewMacro(ctx, conversationId, id));
  expect(preview.text).toMatch(/^Hello \S+, Priya here\.$/);
  expect(preview.actions.map(({ refused }) => refused)).toEqual([null, null, null, null, null, null]);

  const runId = newId();
  const run = () =>
    desk.workspace.act(
      agent,
      (ctx) => runMacro(ctx, conversationId, { id: runId, macroId: id, hasWords: true, anyway: true }),
      monday,
    );
  const ran = await run();
  expect(ran.left).toEqual(['close']);
  expect(ran.conversation).toMatchObject({
    assigneeId: agent.id,
    priority: 4,
    status: { category: 'open' },
    tags: [{ name: 'refund' }],
    promises: [{ words: 'The refund', keptAt: null }],
    lastEntryKind: 'note',
    preview: `Refund for #${number}`,
  });
  expect((await run()).conversation.promises).toHaveLength(1);

  const { conversation } = await desk.workspace.act(agent, (ctx) => undoMacro(ctx, runId), monday);
  expect(conversation).toMatchObject({
    assigneeId: before.assigneeId,
    priority: before.priority,
    tags: [],
    promises: [],
    preview: before.preview,
    lastEntryKind: before.lastEntryKind,
  });
  expect((await desk.workspace.read(agent, (ctx) => listMacros(ctx)))[0]?.usedCount).toBe(1);
});

test('a macro puts a checklist there; its undo takes back what is not done, and without the checklist nothing is done', async () => {
  const desk = await openDesk(world());
  const agent = await desk.workspace.teammate('agent');
  const leader = await desk.workspace.teammate('administrator');
  const { conversationId } = await desk.mail({ text: 'Broken', at: monday });
  const [id, runId, templateId] = [newId(), newId(), newId()];
  const tasks = ['Ask for a picture', 'Order the part'].map((title) => ({ title, dueInHours: 24, toMe: true }));
  await desk.workspace.act(leader, (ctx) => writeTemplate(ctx, { id: templateId, name: 'Warranty', tasks }));
  const actions: MacroGiven['actions'] = [{ do: 'checklist', templateId }];
  await desk.workspace.act(agent, (ctx) => addMacro(ctx, id, { ...mine, actions }));
  const preview = await desk.workspace.read(agent, (ctx) => previewMacro(ctx, conversationId, id));
  expect(preview.actions).toMatchObject([{ name: 'Warranty', refused: null }]);
  const run = (as: string) =>
    desk.workspace.act(
      agent,
      (ctx) => runMacro(ctx, conversationId, { id: as, macroId: id, hasWords: false, anyway: true }),
      monday,
    );
  await run(runId);
  const there = () => desk.workspace.read(agent, (ctx) => listTasks(ctx, conversationId));
  const made = await there();
  expect(made).toMatchObject(
    tasks.map(({ title }) => ({ title, assigneeId: agent.id, dueAt: '2026-11-17T09:00:00.000Z' })),
  );
  await desk.workspace.act(agent, (ctx) => completeTask(ctx, made[0]?.id ?? '', true));
  await desk.workspace.act(agent, (ctx) => undoMacro(ctx, runId));
  expect((await there()).map(({ title }) => title)).toEqual(['Ask for a picture']);

  await desk.workspace.act(leader, (ctx) => removeTemplate(ctx, templateId));
  await expect(run(newId())).rejects.toMatchObject({ code: 'macros/step-gone' });
});

test('undo leaves alone what a colleague changed since', async () => {
  const desk = await openDesk(world());
  const agent = await desk.workspace.teammate('agent');
  const { conversationId } = await desk.mail({ text: 'Broken', at: monday });
  const [id, runId] = [newId(), newId()];
  await desk.workspace.act(agent, (ctx) => addMacro(ctx, id, { ...mine, actions: [{ do: 'priority', priority: 4 }] }));
  await desk.workspace.act(agent, (ctx) =>
    runMacro(ctx, conversationId, { id: runId, macroId: id, hasWords: false, anyway: true }),
  );
  const { setPriority } = await import('#domains/conversations');
  await desk.workspace.act(agent, (ctx) => setPriority(ctx, conversationId, 1));
  const { conversation } = await desk.workspace.act(agent, (ctx) => undoMacro(ctx, runId));
  expect(conversation.priority).toBe(1);
});

test('a macro allows nobody anything, and nothing of it happens when one act is refused', async () => {
  const desk = await openDesk(world());
  const agent = await desk.workspace.teammate('agent');
  const writer = {
    ...agent,
    permissions: new Map([...agent.permissions].filter(([name]) => name !== 'conversations.assign')),
  };
  const { conversationId } = await desk.mail({ text: 'Broken', at: monday });
  const id = newId();
  const actions: MacroGiven['actions'] = [
    { do: 'tag', names: ['x'] },
    { do: 'priority', priority: 4 },
  ];
  await desk.workspace.act(writer, (ctx) => addMacro(ctx, id, { ...mine, actions }));
  await expect(
    desk.workspace.act(writer, (ctx) =>
      runMacro(ctx, conversationId, { id: newId(), macroId: id, hasWords: false, anyway: true }),
    ),
  ).rejects.toMatchObject({ code: 'conversations/may-not-assign' });
  const row = (await desk.workspace.read(agent, (ctx) => list(ctx, { box: 'all', order: 'newest', limit: 5 }))).rows[0];
  expect(row?.priority).toBe(2);
  expect((await desk.workspace.read(agent, (ctx) => conversationView(ctx, conversationId))).tags).toEqual([]);
});

test('who hands a conversation on to another team by a macro is told that it went, though they see it no more', async () => {
  const desk = await openDesk(world());
  const { workspace } = desk;
  const { owner, brandId } = workspace;
  const agent = await workspace.teammate('agent');
  const { conversationId } = await desk.mail({ at: monday });
  const team = (await knockAt(world(), workspace, owner, 'POST /api/teams', monday, { body: { name: 'Billing' } })) as {
    id: string;
  };
  const queue = await workspace.act(owner, (ctx) => openQueue(ctx, { name: 'Bills', brandId, teamId: team.id }));
  const macroId = newId();
  await workspace.act(agent, (ctx) =>
    addMacro(ctx, macroId, { ...mine, actions: [{ do: 'queue', queueId: queue.id }] }),
  );
  const narrow = { ...agent, permissions: new Map([...agent.permissions, ['conversations.read', 'team'] as const]) };
  const { conversation } = await workspace.act(narrow, (ctx) =>
    runMacro(ctx, conversationId, { id: newId(), macroId, hasWords: false, anyway: true }),
  );
  expect(conversation.queueId).toBe(queue.id);
  await expect(workspace.read(narrow, (ctx) => conversationView(ctx, conversationId))).rejects.toMatchObject({
    status: 404,
  });
});

test('a macro of mine, of my team and of everybody is offered to exactly those', async () => {
  const desk = await openDesk(world());
  const leader = await desk.workspace.teammate('administrator');
  const agent = await desk.workspace.teammate('agent');
  const outsider = await desk.workspace.teammate('agent', { inTeam: false });
  const add = (who: typeof leader, name: string, more: Partial<MacroGiven>) =>
    desk.workspace.act(who, (ctx) => addMacro(ctx, newId(), { ...mine, name, text: name, ...more }));
  await add(leader, 'All', { visibility: 'all' });
  await add(leader, 'Team', { visibility: 'team', teamId: desk.workspace.teamId });
  await add(leader, 'Leader', {});
  await add(agent, 'Agent', {});
  const names = async (who: typeof leader) =>
    (await desk.workspace.read(who, (ctx) => listMacros(ctx))).map(({ name }) => name).toSorted();
  expect(await names(agent)).toEqual(['Agent', 'All', 'Team']);
  expect(await names(outsider)).toEqual(['All']);
  expect(await names(leader)).toEqual(['All', 'Leader', 'Team']);
  await expect(add(agent, 'Not mine to give', { visibility: 'all' })).rejects.toMatchObject({
    code: 'macros/may-not-share',
  });
});

test('who is full is said where it is shown what a macro will do, and it is handed over all the same', async () => {
  const chats = await openChats(world());
  const { workspace } = chats;
  const agent = await workspace.teammate('agent');
  const colleague = await workspace.teammate('chat-agent', { name: 'Hana Kovač' });
  const ids = [await chats.says(0, 'ina', 'Hello?'), await chats.says(1, 'ole', 'Hello?')];
  const limit = { params: { id: colleague.id }, body: { limit: 1 } };
  await knockAt(world(), workspace, workspace.owner, 'PUT /api/teammates/:id/own-limit', after(2), limit);
  const macroId = newId();
  const actions: MacroGiven['actions'] = [{ do: 'assign', teammateId: colleague.id }, { do: 'close' }];
  await workspace.act(agent, (ctx) => addMacro(ctx, macroId, { ...mine, actions }));
  const full = async (id = '') =>
    (await workspace.read(agent, (ctx) => previewMacro(ctx, id, macroId))).actions.map((one) => one.full);
  const run = (id = '') =>
    workspace.act(agent, (ctx) => runMacro(ctx, id, { id: newId(), macroId, hasWords: true, anyway: true }), after(3));
  expect(await full(ids[0])).toEqual([null, null]);
  await run(ids[0]);
  expect(await full(ids[1])).toEqual([{ has: 1, limit: 1 }, null]);
  // whose it is already is handed to nobody
  expect(await full(ids[0])).toEqual([null, null]);
  expect((await run(ids[1])).conversation.assigneeId).toBe(colleague.id);
});

test('what a macro would do to a confidential conversation is told to nobody who is not let in', async () => {
  const desk = await openDesk(world());
  const agent = await desk.workspace.teammate('agent');
  const { conversationId } = await desk.mail({ subject: 'Quokka', text: 'Bitten', at: monday });
  const id = newId();
  await desk.workspace.act(agent, (ctx) => addMacro(ctx, id, { ...mine, text: 'About {subject}' }));
  const seen = () => desk.workspace.read(agent, (ctx) => previewMacro(ctx, conversationId, id));
  expect((await seen()).text).toBe('About Quokka');
  await desk.workspace.act(desk.workspace.owner, (ctx) => confide(ctx, conversationId, []));
  await expect(seen()).rejects.toMatchObject({ status: 404 });
});
