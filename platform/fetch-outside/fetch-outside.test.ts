import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Resolver } from 'node:dns/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type DnsServer, startDnsServer } from '../../tests/support/dns-server.ts';
import { fetchOutside, isPublicAddress, type OutsideOptions, outsideUrl } from './index.ts';

let answer: (request: IncomingMessage, response: ServerResponse) => void;
let asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(`${request.headers.host} ${request.url}`);
  answer(request, response);
});
let port: number;
let dns: DnsServer;
const resolver = new Resolver({ timeout: 1_000, tries: 1 });

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
  dns = await startDnsServer();
  resolver.setServers([dns.address]);
});
afterEach(() => {
  asked = [];
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await dns.stop();
});

/** A fetch whose names come from our own name server; the hosts named are allowed as an operator would allow them. */
function get(address: string, allowed: readonly string[] = [], more: OutsideOptions = {}) {
  const privateHosts = allowed.map((host) => `${host}:${port}`);
  return fetchOutside(address, { resolve: (host) => resolver.resolve4(host), privateHosts, ...more });
}
const here = (host: string, path = '/'): string => `http://${host}:${port}${path}`;

test.each([
  ['8.8.8.8', true],
  ['2606:4700:4700::1111', true],
  ['127.0.0.1', false],
  ['127.255.0.9', false],
  ['0.0.0.0', false],
  ['10.1.2.3', false],
  ['172.31.255.255', false],
  ['172.32.0.1', true],
  ['192.168.0.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['ff02::1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:8.8.8.8', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['2001:0:7f00:1::', false],
  ['not-an-address', false],
])('%s is public: %s', (address, isPublic) => expect(isPublicAddress(address)).toBe(isPublic));

test.each(['ftp://example.com/', 'file:///etc/passwd', 'javascript:1', 'no address', 'https://a:b@example.com/'])(
  'never fetches %s',
  (address) => expect(() => outsideUrl(address)).toThrow(),
);

test('a text comes with its kind, from the address that the name has', async () => {
  dns.set('jobs.example', 'A', ['127.0.0.1']);
  answer = (_request, response) =>
    response.setHeader('content-type', 'application/json; charset=iso-8859-1').end(Buffer.from('Se\xf1or', 'latin1'));
  expect(await get(here('jobs.example', '/feed'), ['jobs.example'])).toEqual({
    status: 200,
    mediaType: 'application/json',
    text: 'Señor',
    url: here('jobs.example', '/feed'),
  });
  expect(asked).toEqual([`jobs.example:${port} /feed`]);
});

test('a private address is never asked: written out, written oddly, or answered by a name server', async () => {
  dns.set('inside.example', 'A', ['127.0.0.1']);
  dns.set('two.example', 'A', ['93.184.216.34', '10.0.0.1']);
  answer = (_request, response) => response.end('secret');
  for (const address of [
    here('127.0.0.1'),
    here('2130706433'),
    here('0x7f.1'),
    here('[::1]'),
    here('[::ffff:127.0.0.1]'),
    here('169.254.169.254', '/latest/meta-data'),
    here('inside.example'),
    here('two.example'),
  ])
    await expect(get(address), address).rejects.toMatchObject({ why: 'private' });
  expect(asked).toEqual([]);
});

test('a name that changes its mind between the look and the connection gains nothing', async () => {
  const answers = [['127.0.0.1'], ['127.0.0.2']];
  let looks = 0;
  answer = (_request, response) => response.end('once');
  await get(here('rebound.example'), ['rebound.example'], {
    resolve: async () => answers[Math.min(looks++, 1)] as string[],
  });
  expect(looks).toBe(1);
});

test('each redirect is looked at anew, and they end', async () => {
  dns.set('open.example', 'A', ['127.0.0.1']);
  dns.set('hidden.example', 'A', ['127.0.0.1']);
  answer = ({ url }, response) =>
    url === '/round'
      ? response.writeHead(302, { location: '/round' }).end()
      : response.writeHead(301, { location: String(url).slice(1) }).end();
  const lead = (to: string): Promise<unknown> => get(here('open.example', `/${to}`), ['open.example']);
  await expect(lead(here('hidden.example'))).rejects.toMatchObject({ why: 'private' });
  await expect(lead(here('[::1]'))).rejects.toMatchObject({ why: 'private' });
  await expect(lead('file:///etc/passwd')).rejects.toMatchObject({ why: 'address' });
  await expect(lead('round')).rejects.toMatchObject({ why: 'redirects' });
  expect(asked.some((one) => one.startsWith('hidden'))).toBe(false);
});

test('what is too large, too slow, packed or not there is said in words', async () => {
  dns.set('slow.example', 'A', ['127.0.0.1']);
  const slow = (more: OutsideOptions = {}) => get(here('slow.example'), ['slow.example'], more);
  answer = (_request, response) => response.end('x'.repeat(5_000));
  await expect(slow({ limitBytes: 1_000 })).rejects.toMatchObject({ why: 'too-large' });
  answer = (_request, response) => {
    response.write('x'.repeat(800));
    response.end('x'.repeat(800));
  };
  await expect(slow({ limitBytes: 1_000 })).rejects.toMatchObject({ why: 'too-large' });
  answer = (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('?');
  await expect(slow()).rejects.toMatchObject({ why: 'answer' });
  answer = (_request, response) => void response.write('begins and never ends');
  await expect(slow({ timeoutMs: 50 })).rejects.toMatchObject({ why: 'too-slow' });
  await expect(get(here('nowhere.example'))).rejects.toMatchObject({ why: 'unreachable' });
});
