import { afterEach, expect, test, vi } from 'vitest';
import { aWorld, openScreen, type Screen, startServer, teammate, type World } from './test-world.ts';

const soon = { timeout: 5_000, interval: 10 };
const opened: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close();
});

test('a screen gets its own view of what changed, and the rooms it is in now', async () => {
  const { world, live, screen } = await scene();
  const priya = await screen('priya');
  expect(await priya.join('parcels:team-post')).toEqual({ ok: true, head: '1', people: [] });
  commit(world, live, 'p1', 'post', 2);
  await vi.waitFor(() => expect(priya.changed).toHaveLength(1), soon);
  expect(priya.changed[0]).toEqual({
    topic: 'parcels',
    id: 'p1',
    version: 2,
    view: { id: 'p1', teamId: 'post', version: 2 },
    rooms: ['parcels:team-post'],
  });
});

test('a burst of changes is loaded once for all readers', async () => {
  const { world, live, screen } = await scene();
  const [priya, again] = [await screen('priya'), await screen('priya')];
  await Promise.all([priya.join('parcels:all'), again.join('parcels:all')]);
  for (let version = 2; version < 20; version += 1) commit(world, live, 'p1', 'post', version);
  await vi.waitFor(() => expect([priya.changed.length, again.changed.length]).toEqual([1, 1]), soon);
  expect(world.loads).toEqual([['p1']]);
  expect(priya.changed[0]).toMatchObject({ version: 19 });
});

test('who may not see gets nothing, neither by a room nor by a list that others share', async () => {
  const { world, live, screen } = await scene();
  const [priya, sam] = [await screen('priya'), await screen('sam')];
  expect(await sam.join('parcels:team-post')).toEqual({ ok: false });
  expect(await sam.join('parcels:p1')).toEqual({ ok: false });
  expect(await sam.join('nothing:p1')).toEqual({ ok: false });
  await Promise.all([priya.join('parcels:all'), sam.join('parcels:all')]);
  commit(world, live, 'p1', 'post', 2);
  commit(world, live, 'p2', 'shop', 2);
  await vi.waitFor(() => expect([priya.changed.length, sam.changed.length]).toEqual([2, 2]), soon);
  expect(JSON.stringify(sam.changed)).not.toContain('post');
  // Unseen before and after: not even told that it changed.
  commit(world, live, 'p1', 'post', 3);
  commit(world, live, 'p2', 'shop', 3);
  await vi.waitFor(() => expect(sam.changed.filter((message) => message.id === 'p2')).toHaveLength(2), soon);
  expect(sam.changed.filter((message) => message.id === 'p1')).toHaveLength(1);
});

test('what leaves a reader is gone for them, and its room is closed', async () => {
  const { world, live, screen } = await scene();
  const [priya, sam] = [await screen('priya'), await screen('sam')];
  await priya.join('parcels:team-post');
  await priya.join('parcels:p1');
  await sam.join('parcels:team-shop');
  commit(world, live, 'p1', 'shop', 2);
  await vi.waitFor(() => expect(priya.changed).toEqual([{ topic: 'parcels', id: 'p1', gone: true }]), soon);
  await vi.waitFor(() => expect(priya.left).toEqual(['parcels:p1']), soon);
  expect(sam.changed).toMatchObject([{ id: 'p1', rooms: ['parcels:team-shop'] }]);
  world.parcels.delete('p1');
  live.publish([{ workspaceId: 'north', topic: 'parcels', subjectId: 'p1' }]);
  await vi.waitFor(() => expect(sam.changed.at(-1)).toEqual({ topic: 'parcels', id: 'p1', gone: true }), soon);
  expect(priya.changed).toHaveLength(1);
});

test('the commit says which lists a row left, so no others hear of it', async () => {
  const { world, live, screen } = await scene();
  teammate(world, 'ines', ['mail']);
  const [priya, sam, ines] = [await screen('priya'), await screen('sam'), await screen('ines')];
  await priya.join('parcels:team-post');
  await sam.join('parcels:team-shop');
  await ines.join('parcels:team-mail');
  world.parcels.set('p1', { id: 'p1', teamId: 'shop', version: 2 });
  live.publish([{ workspaceId: 'north', topic: 'parcels', subjectId: 'p1', formerRooms: ['parcels:team-post'] }]);
  await vi.waitFor(() => expect(priya.changed).toEqual([{ topic: 'parcels', id: 'p1', gone: true }]), soon);
  await vi.waitFor(() => expect(sam.changed).toMatchObject([{ id: 'p1', version: 2 }]), soon);
  expect(ines.changed).toEqual([]);
});

test('nothing crosses from one workspace to another', async () => {
  const { world, live, screen } = await scene();
  teammate(world, 'stranger', ['post'], 'south');
  const stranger = await screen('stranger');
  await stranger.join('parcels:all');
  const priya = await screen('priya');
  await priya.join('parcels:all');
  commit(world, live, 'p1', 'post', 2);
  await vi.waitFor(() => expect(priya.changed).toHaveLength(1), soon);
  expect(stranger.changed).toEqual([]);
});

test('heads are pushed, one query a room; a commit that nobody published shows in the next', async () => {
  const { world, screen } = await scene({ beatMs: 100 });
  const [priya, again] = [await screen('priya'), await screen('priya')];
  await Promise.all([priya.join('parcels:all'), again.join('parcels:all')]);
  world.parcels.set('p1', { id: 'p1', teamId: 'post', version: 7 });
  world.heads.length = 0;
  await vi.waitFor(() => expect([priya.heads.at(-1), again.heads.at(-1)]).toEqual(['7', '7']), soon);
  expect(world.heads.length).toBeLessThanOrEqual(Math.max(priya.heads.length, again.heads.length));
});

test('a head tells nothing of rows that those of other rights see, and is asked for once for all of the same', async () => {
  const { world, screen } = await scene({ beatMs: 100 });
  teammate(world, 'ines', ['post']);
  const [priya, ines, sam] = [await screen('priya'), await screen('ines'), await screen('sam')];
  await Promise.all([priya, ines, sam].map((one) => one.join('parcels:all')));
  world.parcels.set('p1', { id: 'p1', teamId: 'post', version: 7 });
  world.heads.length = 0;
  await vi.waitFor(() => expect([priya.heads.at(-1), ines.heads.at(-1)]).toEqual(['7', '7']), soon);
  await vi.waitFor(() => expect(sam.heads.length).toBeGreaterThan(2), soon);
  expect(sam.heads).not.toContain('7');
  expect(world.heads.length).toBeLessThanOrEqual(2 * Math.max(priya.heads.length, sam.heads.length));
});

test('when a teammate leaves a team, their rooms are asked for again and what they hold is fetched anew', async () => {
  const { world, live, screen } = await scene();
  const priya = await screen('priya');
  await priya.join('parcels:team-post');
  await priya.join('parcels:all');
  teammate(world, 'priya', ['shop']);
  live.recheck('north', ['priya']);
  await vi.waitFor(() => expect(priya.left).toEqual(['parcels:team-post']), soon);
  await vi.waitFor(() => expect(priya.refetched).toEqual([['parcels:all']]), soon);
  commit(world, live, 'p1', 'post', 2);
  commit(world, live, 'p2', 'shop', 2);
  await vi.waitFor(() => expect(priya.changed.some((message) => message.id === 'p2')).toBe(true), soon);
  expect(JSON.stringify(priya.changed)).not.toContain('post');
});

test('a session that ended is put out at the next beat and cannot come back', async () => {
  const { world, screen } = await scene({ beatMs: 100 });
  const priya = await screen('priya');
  await priya.join('parcels:all');
  world.sessions.delete('priya');
  await vi.waitFor(() => expect(priya.states).toEqual(['connecting', 'live', 'away', 'signed-out']), soon);
});

test('who reads the same conversation is seen at once, and gone when they leave', async () => {
  const { world, screen } = await scene();
  teammate(world, 'ines', ['post']);
  const [priya, ines] = [await screen('priya'), await screen('ines')];
  await priya.join('parcels:p1');
  priya.signal('parcels:p1', 'viewing');
  await vi.waitFor(() => expect(priya.people.at(-1)?.people).toEqual([{ teammateId: 'priya', kind: 'viewing' }]), soon);
  expect(await ines.join('parcels:p1')).toMatchObject({ people: [{ teammateId: 'priya', kind: 'viewing' }] });
  priya.signal('parcels:p1', 'writing');
  await vi.waitFor(() => expect(ines.people.at(-1)?.people).toEqual([{ teammateId: 'priya', kind: 'writing' }]), soon);
  priya.close();
  await vi.waitFor(() => expect(ines.people.at(-1)?.people).toEqual([]), soon);
});

test('a list hears who writes in one of its rows, without following the row; who may not see the row does not', async () => {
  const { world, screen } = await scene();
  teammate(world, 'ines', ['post']);
  const [priya, ines, sam] = [await screen('priya'), await screen('ines'), await screen('sam')];
  await Promise.all([ines.join('parcels:all'), sam.join('parcels:all'), priya.join('parcels:p1')]);
  priya.signal('parcels:p1', 'viewing');
  priya.signal('parcels:p1', 'writing');
  const writing = { room: 'parcels:p1', people: [{ teammateId: 'priya', kind: 'writing' }] };
  await vi.waitFor(() => expect(ines.people).toContainEqual(writing), soon);
  priya.close();
  await vi.waitFor(() => expect(ines.people.at(-1)).toEqual({ room: 'parcels:p1', people: [] }), soon);
  expect(sam.people.filter(({ room }) => room === 'parcels:p1')).toEqual([]);
});

test('after a lost connection the rooms are joined again and the screen is told to fetch', async () => {
  const { world, live, screen } = await scene();
  const priya = await screen('priya');
  await priya.join('parcels:all');
  live.drop();
  commit(world, live, 'p1', 'post', 5);
  await vi.waitFor(() => expect(priya.refetched).toEqual([['parcels:all']]), soon);
  await vi.waitFor(() => expect(priya.heads.at(-1)).toBe('5'), soon);
  commit(world, live, 'p1', 'post', 6);
  await vi.waitFor(() => expect(priya.changed.at(-1)).toMatchObject({ version: 6 }), soon);
});

test('a page of another site gets no socket, and pages still get answers', async () => {
  const { live } = await scene();
  const polling = `${live.url}/live/?EIO=4&transport=polling`;
  const foreign = await fetch(polling, { headers: { origin: 'https://elsewhere.test', cookie: 'priya' } });
  expect(foreign.status).toBe(403);
  expect((await fetch(polling, { headers: { origin: live.url } })).status).toBe(200);
  expect(await (await fetch(`${live.url}/inbox`)).text()).toBe('an ordinary page');
});

function commit(
  world: World,
  live: { publish: Awaited<ReturnType<typeof startServer>>['publish'] },
  id: string,
  teamId: string,
  version: number,
): void {
  world.parcels.set(id, { id, teamId, version });
  live.publish([{ workspaceId: 'north', topic: 'parcels', subjectId: id }]);
}

async function scene(options: { beatMs?: number } = {}) {
  const world = aWorld();
  teammate(world, 'priya', ['post']);
  teammate(world, 'sam', ['shop']);
  world.parcels.set('p1', { id: 'p1', teamId: 'post', version: 1 });
  const live = await startServer(world, options);
  opened.push(() => live.stop());
  const screen = async (cookie: string): Promise<Screen> => {
    const open = await openScreen(live.url, cookie);
    opened.push(() => open.close());
    return open;
  };
  return { world, live, screen };
}
