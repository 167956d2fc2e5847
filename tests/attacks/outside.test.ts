import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { authenticate } from '#domains/identity';
import { createServer, type Server } from '#platform/http';
import { mountFronts } from '../../apps/server/mount-fronts.ts';
import { useWorld } from '../support/world.ts';
import { house } from './every-route.ts';

/** Attacks on where we lead a browser, and by methods nobody asked for. */
const world = useWorld();
let server: Server;
let port = 0;
beforeAll(async () => {
  const { tools } = world();
  await world().newWorkspace();
  server = await createServer({ house, tools, authenticate: (headers) => authenticate(tools, headers) });
  await mountFronts(server, { tools, watch: () => () => undefined }, '/nowhere');
  ({ port } = await server.listen({ host: '127.0.0.1', port: 0 }));
});
afterAll(() => server?.close());

test('no address of ours leads a browser to another host', async () => {
  const wishes = ['//elsewhere.example', '/%2F%2Felsewhere.example', '/\\elsewhere.example', '/%5Celsewhere.example'];
  const words = ['next', 'to', 'url', 'redirect', 'redirect_uri', 'return_to', 'goTo', 'state', 'place'];
  const asks = words.map((word) => `${word}=${encodeURIComponent('https://elsewhere.example/')}`).join('&');
  const led: unknown[] = [];
  for (const front of [
    '',
    '/sign-in',
    '/careers',
    '/help',
    '/widget/frame',
    '/mail-consent',
    '/api',
    '/api/notice-mail/stop',
  ])
    for (const url of [`${front}?${asks}`, ...wishes.map((wish) => `${front}${wish}`)]) {
      const { headers, statusCode } = await server.app.inject({ url: url.startsWith('?') ? `/${url}` : url });
      if (/^(https?:)?[/\\]{2}/.test(String(headers.location ?? '')))
        led.push({ url, statusCode, to: headers.location });
    }
  expect(led).toEqual([]);
});

test('TRACE and other methods nobody asked for answer nothing of what was sent', async () => {
  for (const method of ['TRACE', 'PROPFIND', 'MKCOL']) {
    const answer = await new Promise<{ status: number; text: string }>((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, method, path: '/api/session', headers: { 'x-mark': 'seen' } });
      sent.on('response', (reply) => {
        let text = '';
        reply.on('data', (part: Buffer) => (text += part.toString()));
        reply.on('end', () => resolve({ status: reply.statusCode ?? 0, text }));
      });
      sent.on('error', reject);
      sent.end();
    });
    expect(answer.status, method).toBeGreaterThanOrEqual(400);
    expect(answer.text).not.toContain('seen');
  }
});
