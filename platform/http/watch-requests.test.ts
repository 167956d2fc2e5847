import { expect, test } from 'vitest';
import { createLog } from '#platform/log';
import type { SeenRequest } from './index.ts';
import { somebody, toyServer } from './test-server.ts';

const wish = '/api/wishes/019aa0c2-5f00-7000-8000-000000000001';

test('a request is seen by the pattern of its route, never by what was asked', async () => {
  const server = await toyServer({ session: somebody('wishes.change') });
  const seen: SeenRequest[] = [];
  server.watch((request) => void seen.push(request));
  await server.app.inject(`${wish}?near=maya@example.com`);
  await server.app.inject('/api/nothing/of/the/kind');
  expect(seen).toMatchObject([
    { method: 'GET', route: '/api/wishes/:id', status: 200, workspaceId: '019aa0c2-5f00-7000-8000-0000000000aa' },
    { method: 'GET', route: 'unknown', status: 404, workspaceId: null },
  ]);
});

test('changes are in the log, reading is a detail; the workspace only as a hash', async () => {
  const lines: { level: string; facts: Readonly<Record<string, unknown>> }[] = [];
  const note = (level: string) => (facts: Readonly<Record<string, unknown>>) => void lines.push({ level, facts });
  const { app } = await toyServer({
    session: somebody('wishes.change'),
    log: { debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') },
  });
  await app.inject(wish);
  await app.inject({ method: 'PUT', url: wish, payload: { text: 'My pole', kind: 'small' } });
  expect(lines).toMatchObject([
    { level: 'debug', facts: { method: 'GET', route: '/api/wishes/:id', status: 200 } },
    {
      level: 'info',
      facts: {
        method: 'PUT',
        route: '/api/wishes/:id',
        status: 200,
        workspace: expect.stringMatching(/^[0-9a-f]{8}$/),
      },
    },
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/019aa0c2|pole/);
});

test('whatever is refused is in the log, reads too: as what, from where, and by a mark of whom', async () => {
  // as the program writes it down: its log leaves out what carries somebody's words or address
  const written: string[] = [];
  const log = createLog({ level: 'warn', destination: { write: (line) => void written.push(line) } });
  const { app } = await toyServer({ session: somebody('nothing'), log });
  await app.inject(`${wish}?near=maya@example.com`);
  await app.inject({ method: 'PUT', url: wish, headers: { origin: 'https://elsewhere.test' }, payload: { text: 'x' } });
  await app.inject('/api/nothing/of/the/kind');
  const mark = expect.stringMatching(/^[0-9a-f]{8}$/);
  expect(written.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    {
      method: 'GET',
      route: '/api/wishes/:id',
      status: 403,
      code: 'may-not',
      client: '127.0.0.1',
      workspace: mark,
      who: mark,
    },
    { method: 'PUT', status: 403, code: 'foreign-origin', client: '127.0.0.1', who: null },
    { method: 'GET', route: 'unknown', status: 404, code: 'not-found' },
  ]);
  expect(written.join()).not.toMatch(/019aa0c2|maya/);
});
