import { expect, test } from 'vitest';
import { writeSetting } from '#domains/identity';
import { newId } from '#platform/database';
import { openDesk } from '../../tests/support/desk.ts';
import { useWorld } from '../../tests/support/world.ts';
import { listTasks } from './tasks.ts';
import { addChecklist, changeTemplate, listTemplates, removeTemplate, writeTemplate } from './templates.ts';

const world = useWorld();
const monday = new Date('2026-11-16T09:00:00Z');

test('a checklist puts its tasks into a conversation in their order, due from then, and once', async () => {
  const desk = await openDesk(world());
  const agent = await desk.workspace.teammate('agent');
  const { conversationId } = await desk.mail({ at: monday });
  const checklist = {
    id: newId(),
    name: 'Broken tent',
    tasks: [
      { title: 'Ask for a picture', dueInHours: null, toMe: false },
      { title: 'Book the parcel', dueInHours: 4, toMe: true },
    ],
  };
  await desk.workspace.act(desk.workspace.owner, (ctx) => writeSetting(ctx, 'checklists.templates', [checklist]));
  expect(await desk.workspace.read(agent, listTemplates)).toEqual([checklist]);
  const given = { id: newId(), templateId: checklist.id };
  const add = (id: string) => desk.workspace.act(agent, (ctx) => addChecklist(ctx, id, given), monday);
  await add(conversationId);
  await add(conversationId);
  const tasks = await desk.workspace.read(agent, (ctx) => listTasks(ctx, conversationId));
  expect(tasks.map(({ title, assigneeId, dueAt }) => ({ title, assigneeId, dueAt }))).toEqual([
    { title: 'Ask for a picture', assigneeId: null, dueAt: null },
    { title: 'Book the parcel', assigneeId: agent.id, dueAt: '2026-11-16T13:00:00.000Z' },
  ]);
  const other = desk.workspace.act(agent, (ctx) =>
    addChecklist(ctx, conversationId, { ...given, templateId: newId() }),
  );
  await expect(other).rejects.toMatchObject({ status: 404 });
});

test('who may only read a conversation puts no checklist there, and a stranger does not see it', async () => {
  const desk = await openDesk(world());
  const outsider = await desk.workspace.teammate('agent', { inTeam: false });
  const { conversationId } = await desk.mail({ at: monday });
  const given = { id: newId(), templateId: newId() };
  const add = desk.workspace.act(outsider, (ctx) => addChecklist(ctx, conversationId, given));
  await expect(add).rejects.toMatchObject({ status: 404 });
});

test('two administrators who write checklists at once keep what both wrote', async () => {
  const { workspace } = await openDesk(world());
  const named = (name: string) => ({ id: newId(), name, tasks: [{ title: 'Ask', dueInHours: null, toMe: false }] });
  const [one, two, three] = [named('One'), named('Two'), named('Three')];
  const act = <T>(run: Parameters<typeof workspace.act<T>>[1]) => workspace.act(workspace.owner, run);
  await Promise.all([one, two, three].map((each) => act((ctx) => writeTemplate(ctx, each))));
  await Promise.all([
    act((ctx) => changeTemplate(ctx, { ...one, name: 'First' })),
    act((ctx) => removeTemplate(ctx, two.id)),
    act((ctx) => writeTemplate(ctx, three)),
  ]);
  expect((await workspace.read(workspace.owner, listTemplates)).map(({ name }) => name)).toEqual(['First', 'Three']);
  await expect(act((ctx) => changeTemplate(ctx, two))).rejects.toMatchObject({ status: 404 });
  const agent = await workspace.teammate('agent');
  await expect(workspace.act(agent, (ctx) => writeTemplate(ctx, one))).rejects.toMatchObject({ status: 403 });
});
