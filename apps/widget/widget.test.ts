import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { openLine } from '#domains/brands';
import { newId } from '#platform/database';
import { gather } from '#platform/domain';
import { createServer, type Server } from '#platform/http';
import type { Workspace } from '../../tests/support/workspace.ts';
import { until } from '../../tests/support/until.ts';
import { newVisitor, openWebsite } from '../../tests/support/website.ts';
import { useWorld } from '../../tests/support/world.ts';
import { mountWidget } from './server/mount-widget.ts';

const world = useWorld();
let server: Server;
let workspace: Workspace;
let chatty: Workspace;

beforeAll(async () => {
  workspace = await world().newWorkspace();
  chatty = await world().newWorkspace();
  await workspace.act(null, (ctx) =>
    openLine(ctx, {
      channel: 'email',
      name: 'Help',
      address: `widget-${workspace.id}@fernhill.example`,
      settings: { door: true },
    }),
  );
  server = await createServer({ house: gather([], []), tools: world().tools, authenticate: async () => null });
  mountWidget(server.app, world().tools, () => () => undefined);
});

test('any site may load the loader, which is small and loads nothing but our frame', async () => {
  const { body, headers } = await server.app.inject('/widget/loader.js');
  expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
  expect(headers['content-type']).toContain('javascript');
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(6 * 1024);
  expect(gzipSync(body).byteLength).toBeLessThanOrEqual(2.25 * 1024);
  expect(body.match(/origin \+ '[^']+'/g)).toEqual(["origin + '/widget/frame'"]);
  expect(
    (await server.app.inject({ url: '/widget/loader.js', headers: { 'if-none-match': String(headers['etag']) } }))
      .statusCode,
  ).toBe(304);
});

test('the frame stands on any site, runs our script alone, and shows the ways to a person', async () => {
  const { body, headers } = await server.app.inject(`/widget/frame?brand=${workspace.brandId}`);
  expect(headers['content-security-policy']).toContain('frame-ancestors *');
  expect(headers['content-security-policy']).toContain("script-src 'self'");
  expect(headers['x-frame-options']).toBeUndefined();
  expect(body).toContain(`mailto:widget-${workspace.id}@fernhill.example`);
  expect(body).toContain('There is no chat here yet');
  const { key } = await openWebsite(chatty);
  const withChat = (await server.app.inject(`/widget/frame?brand=${chatty.brandId}`)).body;
  expect(withChat).toContain(`href="/widget/frame?site=${key}"`);
  expect(withChat).not.toContain('There is no chat here yet');
});

test('the chat of a website stands where its line says, asks our address alone, and is light', async () => {
  const { key } = await openWebsite(workspace, { sites: ['https://Shop.example', 'https://*.shop.example:8443'] });
  const { body, headers } = await server.app.inject({
    url: `/widget/frame?site=${key}`,
    headers: { 'accept-language': 'es' },
  });
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("frame-ancestors 'self' https://shop.example https://*.shop.example:8443");
  expect(policy).toContain("connect-src 'self'");
  expect(headers['x-frame-options']).toBeUndefined();
  expect(headers['cache-control']).toBe('no-store');
  expect(body).toContain('<html lang="es"');
  const parts = [...body.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map(([, path = '']) => path);
  expect(parts).toHaveLength(3);
  const modules = readdirSync(join(import.meta.dirname, 'public/chat')).map((name) => `/widget/chat/${name}`);
  const texts = await Promise.all(
    ['/widget/loader.js', ...modules, ...parts.filter((path) => path.endsWith('.css'))].map(
      async (url) => (await server.app.inject(url)).body,
    ),
  );
  const bytes = [body, ...texts].map((text) => gzipSync(text).byteLength).reduce((sum, one) => sum + one, 0);
  // the budget of the whole first load is 40 kB, the font beside it
  expect(bytes).toBeLessThanOrEqual(24 * 1024);
});

test('what stands in the settings of a line never becomes markup, nor a rule of the policy', async () => {
  const greeting = '</script><script>alert(1)</script>';
  const { key } = await openWebsite(workspace, { greeting });
  const { body } = await server.app.inject(`/widget/frame?site=${key}`);
  expect(body).not.toContain(greeting);
  expect(body).toContain('\\u003c/script>');
  for (const site of [
    "https://a.example; script-src 'unsafe-inline'",
    'https://a.example/page',
    'javascript:alert(1)',
    '*',
  ])
    await expect(openWebsite(workspace, { sites: [site] })).rejects.toMatchObject({ code: 'invalid-input' });
});

test('a key that is no website’s says so, and the page to try it shows the line of HTML at work', async () => {
  for (const url of ['/widget/frame?site=nobody-22222222', '/widget/try?site=nobody-22222222', '/widget/try']) {
    const { statusCode, body } = await server.app.inject(url);
    expect([statusCode, body.includes('There is no chat here')], url).toEqual([404, true]);
  }
  const { key } = await openWebsite(workspace);
  const { body } = await server.app.inject(`/widget/try?site=${key}`);
  expect(body).toContain(`<script src="/widget/loader.js" data-site="${key}" async></script>`);
});

test('the open line wants a pass that somebody wrote by', async () => {
  const { key } = await openWebsite(workspace);
  const asked = (authorization: string) =>
    server.app.inject({ url: `/widget/changes?site=${key}`, headers: { authorization } });
  expect((await asked('')).statusCode).toBe(401);
  expect((await asked(`Visitor ${newId()}.${'s'.repeat(40)}`)).statusCode).toBe(404);
});

test('windows that close while we look who they are leave no line behind', async () => {
  const { key } = await openWebsite(workspace);
  const { tools } = world();
  let isHeld = false;
  let asked = 0;
  const gate = Promise.withResolvers<void>();
  const slow: typeof tools = {
    ...tools,
    async read(who, verb) {
      asked += isHeld ? 1 : 0;
      if (isHeld) await gate.promise;
      return tools.read(who, verb);
    },
  };
  const held = await createServer({ house: world().house, tools: slow, authenticate: async () => null });
  mountWidget(held.app, slow, () => () => undefined);
  const { port } = await held.listen({ host: '127.0.0.1', port: 0 });
  const visitor = newVisitor(held, key);
  await visitor.says('Hello');
  const listens = (signal?: AbortSignal) =>
    fetch(`http://127.0.0.1:${port}/widget/changes?site=${key}`, {
      headers: { authorization: `Visitor ${visitor.pass}` },
      ...(signal ? { signal } : {}),
    });
  isHeld = true;
  const gone = Array.from({ length: 6 }, () => new AbortController());
  const tries = gone.map(({ signal }) => listens(signal).catch(() => 'closed'));
  await until('all six are being looked up', () => asked === 6);
  for (const one of gone) one.abort();
  expect(await Promise.all(tries)).toEqual(gone.map(() => 'closed'));
  await until('their connections are over', () => openConnections(held).then((count) => count === 0));
  isHeld = false;
  gate.resolve();
  const here = async () => {
    const { is_here: isHere } = await world()
      .database.db.selectFrom('chat_visitors')
      .select('is_here')
      .where('workspace_id', '=', workspace.id)
      .where('id', '=', visitor.id)
      .executeTakeFirstOrThrow();
    return isHere;
  };
  // as many as one may have, each of them open: none of those that went counts
  const open = await Promise.all(gone.map(() => listens()));
  expect(open.map(({ status }) => status)).toEqual(gone.map(() => 200));
  expect((await listens()).status).toBe(429);
  await until('they are there', here);
  await held.close();
  expect(await here()).toBe(false);
});

/** How many connections a server has open. */
function openConnections({ app }: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    app.server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });
}

test('no other page of ours may be framed by others', async () => {
  expect((await server.app.inject('/api')).headers['content-security-policy']).toContain("frame-ancestors 'self'");
});

test('an address without a brand says so', async () => {
  const { statusCode, body } = await server.app.inject('/widget/frame?brand=nobody&brand=twice');
  expect(statusCode).toBe(200);
  expect((await server.app.inject('/widget/frame?brand=nobody')).body).toContain('There is nobody here');
  expect(body).toContain('<!doctype html>');
});

test('the scripts are plain enough for any browser of the last years', () => {
  for (const name of ['loader.js', 'frame.js']) {
    expect(() => new Function(readFileSync(join(import.meta.dirname, 'public', name), 'utf8'))).not.toThrow();
  }
});
