import { expect, test } from 'vitest';
import { openBrand } from '#domains/brands';
import { addNote, assign, close, confide, list, saveDraft, setPriority } from '#domains/conversations';
import { newId } from '#platform/database';
import type { Actor } from '#platform/policy';
import { openDesk } from '../../tests/support/desk.ts';
import { useWorld } from '../../tests/support/world.ts';
import type { SavedView } from './contract.ts';
import { countFilter, countViews } from './count-views.ts';
import { exportView } from './export-view.ts';
import { viewsOf } from './queries.ts';
import { changeView, makeView, removeView, restoreView } from './save-view.ts';

const world = useWorld();
const monday = new Date('2026-11-16T09:00:00Z');
const minutes = (count: number): Date => new Date(monday.getTime() + count * 60_000);
const urgentOrMine: SavedView['filter'] = {
  match: 'all',
  of: [
    { field: 'status', op: 'is', values: ['open'] },
    {
      match: 'any',
      of: [
        { field: 'priority', op: 'is', values: [4] },
        { field: 'assignee', op: 'is', values: ['me'] },
      ],
    },
  ],
};
const wish = { visibility: 'mine' as const, teamId: null, columns: [], sort: 'newest' as const };

test('a view holds what its conditions say, counted and listed alike, for the eyes of each', async () => {
  const desk = await openDesk(world());
  const { workspace } = desk;
  const agent = await workspace.teammate('agent');
  const urgent = await desk.mail({ at: monday, subject: 'Urgent' });
  const mine = await desk.mail({ at: minutes(1), subject: 'Mine' });
  const closed = await desk.mail({ at: minutes(2), subject: 'Closed' });
  await desk.mail({ at: minutes(3), subject: 'Other' });
  await workspace.act(workspace.owner, (ctx) => setPriority(ctx, urgent.conversationId, 4));
  await workspace.act(workspace.owner, (ctx) => assign(ctx, mine.conversationId, { assigneeId: agent.id }));
  await workspace.act(workspace.owner, (ctx) => setPriority(ctx, closed.conversationId, 4));
  await workspace.act(workspace.owner, (ctx) => close(ctx, closed.conversationId, 'answered'));
  const view = { ...wish, id: newId(), name: 'Mine or urgent', filter: urgentOrMine };
  await workspace.act(workspace.owner, (ctx) => makeView(ctx, { ...view, visibility: 'everybody' }));

  const listed = async (actor: typeof workspace.owner): Promise<string[]> =>
    (
      await workspace.read(actor, (ctx) =>
        list(ctx, { box: 'filter', filter: urgentOrMine, order: 'newest', limit: 10 }),
      )
    ).rows.map(({ subject }) => subject);
  expect(await listed(agent)).toEqual(['Mine', 'Urgent']);
  expect(await listed(workspace.owner)).toEqual(['Urgent']);
  expect(await workspace.read(agent, countViews)).toEqual({ rows: [{ id: view.id, count: 2 }], againInMs: null });
  expect((await workspace.read(workspace.owner, countViews)).rows).toEqual([{ id: view.id, count: 1 }]);
  // a number of before the newest change says when to ask again
  await workspace.act(workspace.owner, (ctx) => setPriority(ctx, urgent.conversationId, 3));
  const old = await workspace.read(agent, countViews);
  expect(old.rows[0]?.count).toBe(old.againInMs === null ? 1 : 2);
});

test('one’s own view is nobody else’s, and who may not set things up shares with nobody', async () => {
  const { workspace } = await openDesk(world());
  const agent = await workspace.teammate('agent');
  const other = await workspace.teammate('agent');
  const view = { ...wish, id: newId(), name: 'My own', filter: urgentOrMine };
  await workspace.act(agent, (ctx) => makeView(ctx, view));
  expect(await workspace.read(other, viewsOf)).toEqual([]);
  await expect(workspace.act(other, (ctx) => removeView(ctx, view.id))).rejects.toMatchObject({ status: 404 });
  await expect(
    workspace.act(agent, (ctx) => changeView(ctx, view.id, { visibility: 'everybody' })),
  ).rejects.toMatchObject({ code: 'views/may-not-share' });
  const renamed = await workspace.act(agent, (ctx) => changeView(ctx, view.id, { name: 'Renamed', position: 3 }));
  expect(renamed).toMatchObject({ name: 'Renamed', position: 3, can: ['change'] });
  await workspace.act(agent, (ctx) => removeView(ctx, view.id));
  expect(await workspace.read(agent, viewsOf)).toEqual([]);
  await expect(workspace.act(other, (ctx) => restoreView(ctx, view.id))).rejects.toMatchObject({ status: 404 });
  await workspace.act(agent, (ctx) => restoreView(ctx, view.id));
  expect((await workspace.read(agent, viewsOf)).map(({ name }) => name)).toEqual(['Renamed']);
});

test('of some conversations a filter says which it holds, for the eyes of who asks; one being written is counted', async () => {
  const desk = await openDesk(world());
  const { workspace } = desk;
  const agent = await workspace.teammate('agent');
  const urgent = await desk.mail({ at: monday, subject: 'Urgent' });
  const other = await desk.mail({ at: minutes(1), subject: 'Other' });
  await workspace.act(workspace.owner, (ctx) => setPriority(ctx, urgent.conversationId, 4));
  const asked = { box: 'filter' as const, filter: urgentOrMine, order: 'newest' as const, limit: 10 };
  const held = async (only: readonly string[], actor: Actor = agent) =>
    (await workspace.read(actor, (ctx) => list(ctx, { ...asked, only }))).rows.map(({ subject }) => subject);
  const both = [urgent.conversationId, other.conversationId];
  expect(await held(both)).toEqual(['Urgent']);
  expect(await held([other.conversationId])).toEqual([]);
  expect(await held(both, { ...agent, teamIds: new Set() })).toEqual([]);
  const text = JSON.stringify(urgentOrMine);
  expect(await workspace.read(agent, (ctx) => countFilter(ctx, text))).toEqual({ count: 1 });
  await expect(workspace.read(agent, (ctx) => countFilter(ctx, '{'))).rejects.toMatchObject({ status: 422 });
});

test('where somebody asked for me, and where I began to write, are lists of mine alone', async () => {
  const desk = await openDesk(world());
  const { act, read, owner, teammate } = desk.workspace;
  const agent = await teammate('agent');
  const { conversationId } = await desk.mail({ at: monday, subject: 'Who knows?' });
  await desk.mail({ at: minutes(1), subject: 'Other' });
  const note = { id: newId(), text: 'You do', mentions: [agent.id] };
  await act(owner, (ctx) => addNote(ctx, conversationId, note));
  const draft = { kind: 'reply' as const, id: newId(), revision: 1, text: 'I do', content: {} };
  await act(owner, (ctx) => saveDraft(ctx, conversationId, draft));
  const held = async (actor: Actor, field: 'mentioned' | 'drafted') => {
    const filter = { match: 'all' as const, of: [{ field, op: 'is' as const, yes: true }] };
    const page = await read(actor, (ctx) => list(ctx, { box: 'filter', filter, order: 'newest', limit: 10 }));
    return page.rows.map(({ subject }) => subject);
  };
  expect(await held(agent, 'mentioned')).toEqual(['Who knows?']);
  expect(await held(owner, 'mentioned')).toEqual([]);
  expect(await held(agent, 'drafted')).toEqual([]);
  expect(await held(owner, 'drafted')).toEqual(['Who knows?']);
});

test('rows leave as CSV for those who may, without formulas, and that they left is told', async () => {
  const desk = await openDesk(world());
  const { workspace } = desk;
  const agent = await workspace.teammate('agent');
  await desk.mail({ at: monday, subject: '=1+1, "tent"' });
  const view = { ...wish, id: newId(), name: 'All', filter: { match: 'all' as const, of: [] } };
  await workspace.act(workspace.owner, (ctx) =>
    makeView(ctx, { ...view, visibility: 'everybody', columns: ['subject', 'status', 'priority'] }),
  );
  const who = { workspaceId: workspace.id, actor: workspace.owner };
  const { bytes } = await exportView(world().tools, view.id, who);
  let text = '';
  for await (const piece of bytes as AsyncIterable<string>) text += piece;
  expect(text).toBe('\ufeffsubject,status,priority\r\n"\'=1+1, ""tent""",open,normal\r\n');
  await expect(exportView(world().tools, view.id, { ...who, actor: agent })).rejects.toMatchObject({
    code: 'views/may-not-export',
  });
});

test('what is confidential is in no export of who is not let in, not even where it became so after they asked', async () => {
  const desk = await openDesk(world());
  const { workspace } = desk;
  const leader = await workspace.teammate('team-leader');
  await desk.mail({ at: monday, subject: 'Plain' });
  const secret = await desk.mail({ at: minutes(1), subject: 'Quokka 7431' });
  const late = await desk.mail({ at: minutes(2), subject: 'Quokka 7432' });
  const shut = (id: string, teammateIds: string[] = []) =>
    workspace.act(workspace.owner, (ctx) => confide(ctx, id, teammateIds));
  await shut(secret.conversationId);
  const view = { ...wish, id: newId(), name: 'All', filter: { match: 'all' as const, of: [] } };
  await workspace.act(workspace.owner, (ctx) =>
    makeView(ctx, { ...view, visibility: 'everybody', columns: ['subject'] }),
  );
  const exported = async (meanwhile: () => Promise<unknown>): Promise<string[]> => {
    const { bytes } = await exportView(world().tools, view.id, { workspaceId: workspace.id, actor: leader });
    await meanwhile();
    let text = '';
    for await (const piece of bytes as AsyncIterable<string>) text += piece;
    return text.trim().split('\r\n').slice(1);
  };
  expect(await exported(() => shut(late.conversationId))).toEqual(['Plain']);
  expect(await exported(() => shut(secret.conversationId, [leader.id]))).toEqual(['Quokka 7431', 'Plain']);
});

test('a shared view of one brand is not there, by name or at all, for who serves another; who serves one shares with no other', async () => {
  const { workspace } = await openDesk(world());
  const { act, read, owner, brandId } = workspace;
  const second = await act(owner, (ctx) => openBrand(ctx, { name: 'Norrsken' }));
  const serving = (actor: Actor, brand: string): Actor => ({ ...actor, brandIds: new Set([brand]) });
  const ours = serving(await workspace.teammate('team-leader'), brandId);
  const theirs = serving(await workspace.teammate('team-leader'), second.id);
  const shared = { ...wish, filter: urgentOrMine, visibility: 'team' as const, teamId: workspace.teamId };
  const view = await act(ours, (ctx) => makeView(ctx, { ...shared, id: newId(), name: 'Leaving clients' }));
  expect(view.brandId).toBe(brandId);
  const names = async (actor: Actor) => (await read(actor, viewsOf)).map(({ name }) => name);
  expect(await names(ours)).toEqual(['Leaving clients']);
  expect(await names(theirs)).toEqual([]);
  await expect(act(theirs, (ctx) => changeView(ctx, view.id, { name: 'Mine now' }))).rejects.toMatchObject({
    status: 404,
  });
  const across = (brand: string | null) =>
    act(ours, (ctx) => makeView(ctx, { ...shared, id: newId(), name: 'Across', brandId: brand }));
  await expect(across(second.id)).rejects.toMatchObject({ status: 404 });
  await expect(across(null)).rejects.toMatchObject({ code: 'views/may-not-share' });
});

test('a number that was counted for one reader is no other reader’s: not of another brand, nor of another team', async () => {
  const desk = await openDesk(world());
  const { workspace } = desk;
  await desk.mail({ at: monday, subject: 'One' });
  await desk.mail({ at: minutes(1), subject: 'Two' });
  const view = { ...wish, id: newId(), name: 'All', filter: { match: 'all' as const, of: [] } };
  await workspace.act(workspace.owner, (ctx) => makeView(ctx, { ...view, visibility: 'everybody' }));
  const countFor = async (actor: Actor) =>
    (await workspace.read(actor, countViews)).rows.find(({ id }) => id === view.id)?.count;
  expect(await countFor(workspace.owner)).toBe(2);
  expect(await countFor({ ...workspace.owner, brandIds: new Set([newId()]) })).toBe(0);
  const agent = await workspace.teammate('agent');
  const reach = new Map([...agent.permissions, ['conversations.read', 'team'] as const]);
  const ofTeam = { ...agent, permissions: reach };
  expect(await countFor(ofTeam)).toBe(2);
  expect(await countFor({ ...ofTeam, id: newId(), teamIds: new Set([newId()]) })).toBe(0);
});
