import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DnsServer, startDnsServer } from '../../../tests/support/dns-server.ts';
import { freshDns } from '../ask-dns.ts';
import { checkRecords } from './check-records.ts';
import type { DnsAsk } from './look-up.ts';

let server: DnsServer;
let number = 0;

beforeAll(async () => {
  server = await startDnsServer();
});
afterAll(() => server.stop());

/** A domain of a test's own, and what is asked for its line. */
function newAsk(part: Partial<DnsAsk> = {}): DnsAsk {
  number += 1;
  const domain = `shop${number}.example`;
  return {
    domain,
    address: `help@${domain}`,
    door: false,
    ownHost: 'service.example',
    hasMailbox: true,
    outgoingHost: 'smtp.host.example',
    selectors: ['s1'],
    seenReturnPath: null,
    ...part,
  };
}

async function checked(ask: DnsAsk) {
  const rows = await checkRecords(ask, freshDns([server.address]));
  return Object.fromEntries(rows.map((row) => [row.id, row]));
}

const keyOf = (modulusLength: number) =>
  `v=DKIM1; k=rsa; p=${generateKeyPairSync('rsa', { modulusLength }).publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;

test('a domain with nothing set is told what to set, record by record', async () => {
  const ask = newAsk({ door: true, hasMailbox: false });
  server.set('smtp.host.example', 'A', ['198.51.100.9']);
  const { mx, spf, dkim, dmarc, ...rest } = await checked(ask);
  expect(mx).toMatchObject({ state: 'bad', set: '10 service.example', found: [] });
  expect(spf).toMatchObject({ state: 'bad', set: 'v=spf1 a:smtp.host.example ~all', name: ask.domain });
  expect(dkim).toMatchObject({ state: 'bad', name: `s1._domainkey.${ask.domain}` });
  expect(dmarc).toMatchObject({
    state: 'bad',
    name: `_dmarc.${ask.domain}`,
    set: `v=DMARC1; p=quarantine; rua=mailto:postmaster@${ask.domain}`,
  });
  expect(rest['return-path']).toMatchObject({ state: 'bad' });
});

test('a domain with everything set is told that it is good', async () => {
  const ask = newAsk();
  server.set('smtp.host.example', 'A', ['198.51.100.9']);
  server.set(ask.domain, 'MX', ['10 mx.host.example']);
  server.set(ask.domain, 'TXT', ['unrelated=1', 'v=spf1 ip4:198.51.100.0/24 -all']);
  server.set(`s1._domainkey.${ask.domain}`, 'TXT', [keyOf(2_048)]);
  server.set(`_dmarc.${ask.domain}`, 'TXT', ['v=DMARC1; p=reject']);
  const found = await checked(ask);
  expect(Object.values(found).map((row) => [row.id, row.state])).toEqual([
    ['mx', 'good'],
    ['spf', 'good'],
    ['dkim', 'good'],
    ['dmarc', 'good'],
    ['return-path', 'good'],
  ]);
});

test('an SPF record that forgets the outgoing host is shown with it; two count for nothing, and “+all” is no record', async () => {
  const ask = newAsk({ outgoingHost: 'smtp.gmail.com' });
  server.set(ask.domain, 'TXT', ['v=spf1 ip4:203.0.113.5 -all']);
  expect((await checked(ask))['spf']).toMatchObject({
    set: 'v=spf1 ip4:203.0.113.5 include:_spf.google.com -all',
  });
  server.set(ask.domain, 'TXT', ['v=spf1 include:_spf.google.com ~all']);
  expect((await checked(ask))['spf']).toMatchObject({ state: 'good', set: 'v=spf1 include:_spf.google.com ~all' });
  server.set(ask.domain, 'TXT', ['v=spf1 -all', 'v=spf1 include:_spf.google.com ~all']);
  expect((await checked(ask))['spf']).toMatchObject({ state: 'bad', says: expect.stringContaining('several') });
  server.set(ask.domain, 'TXT', ['v=spf1 +all']);
  expect((await checked(ask))['spf']).toMatchObject({ state: 'bad', says: expect.stringContaining('everybody') });
  const other = newAsk();
  server.set('smtp.host.example', 'A', ['198.51.100.9']);
  server.set(other.domain, 'TXT', ['v=spf1 ip4:203.0.113.5 -all']);
  expect((await checked(other))['spf']).toMatchObject({
    state: 'bad',
    says: expect.stringContaining('does not allow'),
  });
  server.set('inside.host.example', 'A', ['10.0.0.4']);
  server.set(ask.domain, 'TXT', ['v=spf1 -all']);
  expect((await checked({ ...ask, outgoingHost: 'inside.host.example' }))['spf']).toMatchObject({ state: 'unknown' });
});

test('a DKIM key is judged by its length, and one withdrawn or broken is named', async () => {
  const ask = newAsk({ selectors: ['old', 's1'] });
  const name = `s1._domainkey.${ask.domain}`;
  const dkim = async (value: string) => {
    server.set(name, 'TXT', [value]);
    return (await checked(ask))['dkim'];
  };
  expect(await dkim(keyOf(1_024))).toMatchObject({ state: 'warning', name, says: expect.stringContaining('1024') });
  expect(await dkim('v=DKIM1; p=')).toMatchObject({ state: 'bad', says: expect.stringContaining('withdrawn') });
  expect(await dkim('v=DKIM1; k=rsa; p=AAAA')).toMatchObject({
    state: 'bad',
    says: expect.stringContaining('cannot be read'),
  });
  expect((await checked({ ...ask, selectors: [] }))['dkim']).toMatchObject({
    state: 'unknown',
    says: expect.stringContaining('test'),
  });
});

test('a domain stands under the DMARC rule of the one above it; one that only watches is a warning', async () => {
  const above = newAsk();
  const ask = { ...above, domain: `mail.${above.domain}` };
  server.set(`_dmarc.${above.domain}`, 'TXT', ['v=DMARC1; p=reject; sp=none']);
  expect((await checked(ask))['dmarc']).toMatchObject({
    state: 'warning',
    says: expect.stringContaining(above.domain),
  });
  expect((await checked(above))['dmarc']).toMatchObject({ state: 'good' });
});

test('what a test showed of the return path is held against the domain', async () => {
  const ask = newAsk();
  server.set(ask.domain, 'MX', ['10 mx.host.example']);
  expect((await checked({ ...ask, seenReturnPath: 'bounces.carrier.example' }))['return-path']).toMatchObject({
    state: 'warning',
    found: ['bounces.carrier.example'],
  });
  expect((await checked({ ...ask, seenReturnPath: ask.domain }))['return-path']).toMatchObject({ state: 'good' });
});

test('name servers that do not answer end in words, within the time', async () => {
  const rows = await checkRecords(newAsk(), () => new Promise(() => undefined), 50);
  expect(rows.every((row) => row.state === 'unknown' && row.says.includes('did not answer'))).toBe(true);
});
