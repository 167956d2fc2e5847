import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callTokens } from './token-call.ts';

const asked: string[] = [];
/** A host inside our network: leads on, and notes who came. */
const inside = createServer((heard, answer) => {
  asked.push(`${heard.method} ${heard.url}`);
  answer.writeHead(302, { location: '/secret' }).end('{}');
});
let insidePort = 0;

beforeAll(async () => {
  await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve));
  insidePort = (inside.address() as AddressInfo).port;
});
afterAll(() => new Promise((resolve) => inside.close(resolve)));

const ask = (address: string, privateHosts: readonly string[] = []) =>
  callTokens({ privateHosts }, address, { id: 'desk', secret: 'a secret' }, { grant_type: 'refresh_token' }).then(
    () => 'a token',
    (error: unknown) => String(error),
  );

test('the sign-in of a mailbox asks no host inside, written in whatever way, and never without TLS', async () => {
  for (const host of [
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '10.0.0.1',
    '169.254.169.254',
  ])
    for (const scheme of ['http', 'https'])
      expect(await ask(`${scheme}://${host}:${insidePort}/token`), `${scheme}://${host}`).toMatch(/private address/);
  expect(await ask(`https://localhost:${insidePort}/token`)).toMatch(/private address/);
  expect(await ask('http://example.com/token')).toMatch(/without TLS/);
  expect(asked).toEqual([]);
});

test('a host inside that the operator named is asked, and where it leads on is not followed with the secret', async () => {
  expect(await ask(`http://127.0.0.1:${insidePort}/token`, [`127.0.0.1:${insidePort}`])).toMatch(/302 without a token/);
  expect(asked).toEqual(['POST /token']);
});
