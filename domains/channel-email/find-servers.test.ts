import { expect, test } from 'vitest';
import type { AskDns } from './ask-dns.ts';
import { findServers } from './find-servers.ts';

/** Name servers that know this and nothing else. */
function knowing(records: Readonly<Record<string, readonly unknown[]>>): AskDns {
  return async (name, type) => {
    const found = records[`${type} ${name}`];
    if (!found) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    return found;
  };
}

const address = 'Help@Fernhill.example';

test('what a domain says of itself goes before who takes its mail', async () => {
  const dns = knowing({
    'SRV _imaps._tcp.fernhill.example': [
      { name: 'spare.fernhill.example', port: 993, priority: 20, weight: 0 },
      { name: 'Box.fernhill.example.', port: 9993, priority: 10, weight: 0 },
    ],
    'SRV _submission._tcp.fernhill.example': [{ name: 'out.fernhill.example', port: 587, priority: 0, weight: 0 }],
    'MX fernhill.example': [{ exchange: 'aspmx.l.google.com', priority: 1 }],
  });
  expect(await findServers(dns, address)).toEqual({
    by: 'said',
    imap: { host: 'box.fernhill.example', port: 9993, secure: true },
    smtp: { host: 'out.fernhill.example', port: 587, secure: false },
  });
});

test('a large host is known by who takes the mail of a domain', async () => {
  const google = knowing({
    'MX fernhill.example': [
      { exchange: 'other.example', priority: 50 },
      { exchange: 'aspmx.l.google.com.', priority: 1 },
    ],
  });
  expect(await findServers(google, address)).toMatchObject({ by: 'host', imap: { host: 'imap.gmail.com', port: 993 } });
  const microsoft = knowing({ 'MX fernhill.example': [{ exchange: 'x.mail.protection.outlook.com', priority: 0 }] });
  expect(await findServers(microsoft, address)).toMatchObject({
    smtp: { host: 'smtp.office365.com', port: 587, secure: false },
  });
  // somebody whose name only ends like theirs
  const other = knowing({ 'MX fernhill.example': [{ exchange: 'notgoogle.com', priority: 1 }] });
  expect(await findServers(other, address)).toEqual({ by: 'nothing', imap: null, smtp: null });
});

test('else the names that most hosts use, where they exist', async () => {
  const dns = knowing({ 'A mail.fernhill.example': ['192.0.2.1'] });
  expect(await findServers(dns, address)).toEqual({
    by: 'name',
    imap: { host: 'mail.fernhill.example', port: 993, secure: true },
    smtp: { host: 'mail.fernhill.example', port: 465, secure: true },
  });
});

test('a domain that says it has no such service is believed', async () => {
  const dns = knowing({ 'SRV _imaps._tcp.fernhill.example': [{ name: '.', port: 0, priority: 0, weight: 0 }] });
  expect(await findServers(dns, address)).toEqual({ by: 'nothing', imap: null, smtp: null });
});

test('name servers that are away are trouble, not an answer', async () => {
  const away: AskDns = async () => {
    throw Object.assign(new Error('timeout'), { code: 'ETIMEOUT' });
  };
  await expect(findServers(away, address)).rejects.toThrow('timeout');
});
