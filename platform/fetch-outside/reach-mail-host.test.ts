import { expect, test } from 'vitest';
import { type InsideHosts, readConfig } from '#platform/config';
import { reachMailHost } from './index.ts';

const reach = (host: string, mailPrivateHosts: InsideHosts = 'any', port = 993) =>
  reachMailHost({ mailPrivateHosts }, { host, port }).then(
    ({ host: to }) => to,
    (error: Error) => error.name,
  );

test.each([
  ['8.8.8.8', '8.8.8.8'],
  ['127.0.0.1', '127.0.0.1'],
  ['192.168.1.20', '192.168.1.20'],
  ['10.1.2.3', '10.1.2.3'],
  ['fd00::25', 'fd00::25'],
  ['[::1]', '::1'],
  ['2130706433', '127.0.0.1'],
  ['169.254.169.254', 'PrivateAddress'],
  ['2852039166', 'PrivateAddress'],
  ['0xa9.0xfe.0xa9.0xfe', 'PrivateAddress'],
  ['fe80::1', 'PrivateAddress'],
  ['::ffff:169.254.169.254', 'PrivateAddress'],
  ['::ffff:10.0.0.1', '::ffff:10.0.0.1'],
  ['0.0.0.0', 'PrivateAddress'],
  ['224.0.0.1', 'PrivateAddress'],
])('where the operator says nothing, a mail host at %s: %s', async (host, to) => expect(await reach(host)).toBe(to));

test('an operator who shares the server shuts private networks, but for hosts they name with their port', async () => {
  for (const host of ['127.0.0.1', 'localhost', '2130706433', '192.168.1.20', '[::1]', 'fd00::25'])
    expect(await reach(host, []), host).toBe('PrivateAddress');
  expect(await reach('8.8.8.8', [])).toBe('8.8.8.8');
  expect(await reach('localhost', ['localhost:993'])).toMatch(/^127\.|^::1$/);
  expect(await reach('localhost', ['localhost:993'], 25)).toBe('PrivateAddress');
  expect(await reach('127.0.0.1', ['localhost:993'])).toBe('PrivateAddress');
});

test('the certificate is asked for by the name that was typed; the connection goes to the address that was judged', async () => {
  expect(await reachMailHost({ mailPrivateHosts: 'any' }, { host: 'localhost', port: 993 })).toEqual({
    host: expect.stringMatching(/^127\.|^::1$/),
    servername: 'localhost',
  });
});

test('the setting says any, none, or hosts with their port', () => {
  expect(readConfig({}).mailPrivateHosts).toBe('any');
  expect(readConfig({ MAIL_PRIVATE_HOSTS: 'any' }).mailPrivateHosts).toBe('any');
  expect(readConfig({ MAIL_PRIVATE_HOSTS: 'none' }).mailPrivateHosts).toEqual([]);
  expect(readConfig({ MAIL_PRIVATE_HOSTS: 'mail.lan:993, mail.lan:587' }).mailPrivateHosts).toEqual([
    'mail.lan:993',
    'mail.lan:587',
  ]);
  expect(() => readConfig({ MAIL_PRIVATE_HOSTS: 'mail.lan' })).toThrow();
});
