import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/database';
import { useWorld } from '../../tests/support/world.ts';
import { addFeed, listFeeds, readFeedNow, removeFeed } from './feeds.ts';
import { fetchFeeds } from './fetch-feeds.ts';
import { dropPassedOutside, publicOutside } from './outside-openings.ts';

const world = useWorld();
let body = '';
let status = 200;
let whenAsked = async (): Promise<unknown> => null;
const server = createServer((_request, response) => {
  void whenAsked().then(() => response.writeHead(status, { 'content-type': 'text/html' }).end(body));
});
let address: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://localhost:${(server.address() as AddressInfo).port}/jobs`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const nine = new Date('2026-11-16T09:00:00Z');
const later = (days: number): Date => new Date(nine.getTime() + days * 86_400_000);

function publish(...postings: { title: string; [more: string]: unknown }[]): void {
  const whole = postings.map((one, index) => ({
    '@type': 'JobPosting',
    url: `/${index}`,
    identifier: one.title,
    ...one,
  }));
  body = `<html><script type="application/ld+json">${JSON.stringify(whole)}</script></html>`;
  status = 200;
}

async function aFeed() {
  const workspace = await world().newWorkspace();
  const { host } = new URL(address);
  const id = newId();
  const act = <T>(verb: Parameters<typeof workspace.act<T>>[1], now = nine) =>
    workspace.act(workspace.owner, verb, now);
  const given = { id, brandId: workspace.brandId, name: 'Harbour jobs', address };
  await act((ctx) => addFeed(ctx, given));
  const fetch = async (now: Date, privateHosts: readonly string[] = [host]): Promise<void> => {
    const tools = { ...world().tools, config: { ...world().tools.config, privateHosts }, now: () => now };
    const transact: typeof tools.transact = (who, verb) => world().tools.transact({ ...who, now }, verb);
    await fetchFeeds.run({ ...tools, transact }, { workspaceId: workspace.id });
  };
  const shown = (now: Date) => act((ctx) => publicOutside(ctx, workspace.brandId), now);
  return { workspace, id, act, given, fetch, shown };
}

test('a feed is read: its openings show with source, day, role and place, and go when they are gone from it', async () => {
  const { fetch, shown, act, id } = await aFeed();
  publish(
    {
      title: 'Call Center Specialist (night)',
      datePosted: '2026-11-02',
      jobLocation: { address: { addressCountry: 'Jamaica', addressLocality: 'Montego Bay' } },
    },
    { title: 'Baker', validThrough: '2026-11-18' },
  );
  await fetch(nine);
  expect(await shown(nine)).toMatchObject([
    {
      title: 'Call Center Specialist (night)',
      role: 'call-centre-specialist',
      place: 'jamaica',
      source: 'Harbour jobs',
    },
    { title: 'Baker', role: null, place: null },
  ]);
  // past its last day, though nobody read the feed anew
  expect(await shown(later(3))).toHaveLength(1);
  publish({ title: 'Baker', url: '/moved' });
  await act((ctx) => readFeedNow(ctx, id), later(1));
  await fetch(later(1));
  expect(await shown(later(1))).toMatchObject([{ title: 'Baker', url: expect.stringContaining('/moved') }]);
});

test('what cannot be read is told in words, what was read before stays a week, and no longer', async () => {
  const { fetch, shown, act } = await aFeed();
  publish({ title: 'Baker' });
  await fetch(nine);
  status = 503;
  await fetch(later(1));
  expect(await act((ctx) => listFeeds(ctx), later(1))).toMatchObject([
    { outcome: 'failed', says: 'Its server answered 503.', shown: 1, isBeingRead: false },
  ]);
  expect(await shown(later(6))).toHaveLength(1);
  expect(await shown(later(8))).toEqual([]);
  await act((ctx) => dropPassedOutside(ctx), later(8));
  expect(await act((ctx) => listFeeds(ctx), nine)).toMatchObject([{ shown: 0 }]);
});

test('a feed inside our own network is refused in words, and never asked', async () => {
  const { fetch, act } = await aFeed();
  await fetch(nine, []);
  const [feed] = await act((ctx) => listFeeds(ctx));
  expect(feed).toMatchObject({ outcome: 'failed', shown: 0 });
  expect(feed?.says).toContain('private network');
});

test('a feed is named once, of web addresses alone, is taken away with all that came from it, and is its brand’s', async () => {
  const { workspace, fetch, act, given, id, shown } = await aFeed();
  publish({ title: 'Baker' });
  await fetch(nine);
  expect(await act((ctx) => addFeed(ctx, given))).toHaveLength(1);
  await expect(act((ctx) => addFeed(ctx, { ...given, id: newId() }))).rejects.toMatchObject({
    code: 'hiring/feed-known',
  });
  const file = { ...given, id: newId(), address: 'file:///etc/passwd' };
  await expect(act((ctx) => addFeed(ctx, file))).rejects.toMatchObject({ code: 'hiring/feed-address' });
  const agent = await workspace.teammate('agent');
  await expect(workspace.act(agent, (ctx) => removeFeed(ctx, id), nine)).rejects.toMatchObject({ status: 404 });
  expect(await workspace.act(agent, (ctx) => listFeeds(ctx), nine)).toEqual([]);
  expect(await act((ctx) => removeFeed(ctx, id))).toEqual([]);
  expect(await shown(nine)).toEqual([]);
});

test('a feed that is taken away while it is read leaves nothing', async () => {
  const { fetch, act, id, shown } = await aFeed();
  publish({ title: 'Baker' });
  whenAsked = () => act((ctx) => removeFeed(ctx, id));
  await fetch(nine).finally(() => {
    whenAsked = async () => null;
  });
  expect(await shown(nine)).toEqual([]);
});
