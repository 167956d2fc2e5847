import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { openLine } from '#domains/brands';
import { gather } from '#platform/domain';
import { createServer, type Server } from '#platform/http';
import type { Workspace } from '../../tests/support/workspace.ts';
import { useWorld } from '../../tests/support/world.ts';
import { mountWidget } from './server/mount-widget.ts';

const world = useWorld();
let server: Server;
let workspace: Workspace;

beforeAll(async () => {
  workspace = await world().newWorkspace();
  await workspace.act(null, (ctx) =>
    openLine(ctx, {
      channel: 'email',
      name: 'Help',
      address: `widget-${workspace.id}@fernhill.example`,
      settings: { door: true },
    }),
  );
  server = await createServer({ house: gather([], []), tools: world().tools, authenticate: async () => null });
  mountWidget(server.app, world().tools);
});

test('any site may load the loader, which is small and loads nothing but our frame', async () => {
  const { body, headers } = await server.app.inject('/widget/loader.js');
  expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
  expect(headers['content-type']).toContain('javascript');
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(5 * 1024);
  expect(gzipSync(body).byteLength).toBeLessThanOrEqual(2 * 1024);
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
});

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
