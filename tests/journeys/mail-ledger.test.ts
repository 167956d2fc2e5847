import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { until } from '../support/until.ts';
import { axeClean, browserMissing, phone, useBrowser } from '../support/browser.ts';
import { type DnsServer, startDnsServer } from '../support/dns-server.ts';
import { type MailRig, mailRigMissing, startMailRig } from '../support/mail-rig.ts';
import { entryOf } from './inbox.ts';
import { useProgram, useShop } from './started-program.ts';

/** Through real hosts, on a busy machine, in milliseconds. */
const arriveLimitMs = 60_000;
const missing = browserMissing() ?? mailRigMissing();
const browser = useBrowser();
let dns: DnsServer | undefined;
const program = useProgram({
  missing,
  settings: async () => {
    dns = await startDnsServer();
    return { DNS_SERVERS: dns.address };
  },
});
const shop = useShop(program, browser);
let rig: MailRig | undefined;
let lineId = '';
const address = 'help@desk.test';
const away = { 'Auto-Submitted': 'auto-replied' };

beforeAll(async () => {
  if (missing) return;
  rig = await startMailRig();
  const server = { host: '127.0.0.1', secure: false };
  const line = await shop().ask<{ id: string }>('POST', '/api/lines', {
    brandId: shop().brandId,
    channel: 'email',
    name: 'Help',
    address,
    settings: { imap: { ...server, port: rig.imapPort, user: address }, smtp: { ...server, port: rig.smtpPort } },
    secrets: { imapPassword: 'pw' },
  });
  lineId = line.id;
}, 120_000);
afterAll(async () => {
  await rig?.stop();
  await dns?.stop();
});
beforeEach((context) => {
  if (missing) context.skip(missing);
});

const write = (mail: {
  from: string;
  subject: string;
  headers?: Record<string, string>;
  inReplyTo?: string;
  messageId?: string;
}) => rig?.send({ to: address, text: `About ${mail.subject}`, ...mail });

/** The ledger with a row of this subject in it; it is loaded anew until the mail is there. */
async function ledgerWith(page: Page, subject: string): Promise<void> {
  await page.goto(`/settings/channels/${lineId}/ledger`);
  await page.getByRole('heading', { name: 'Mail ledger', level: 1 }).waitFor();
  const row = page.getByRole('button', { name: `Look at ${subject}` });
  const end = Date.now() + arriveLimitMs;
  while (Date.now() < end && (await row.count()) === 0) {
    await page.reload();
    await page.getByRole('heading', { name: 'Mail ledger', level: 1 }).waitFor();
    await row.waitFor({ timeout: 3_000 }).catch(() => undefined);
  }
  await row.waitFor();
}

test('a mail that comes while the ledger is open stands in it by itself, and the table holds it too', async () => {
  const { page } = await shop().open(`/settings/channels/${lineId}/ledger`);
  await page.getByRole('heading', { name: 'Mail ledger' }).waitFor();
  await page.getByText('No mail came by this line yet').waitFor();
  await write({ from: 'Lena <lena@cust.test>', subject: 'While you watch' });
  await page.getByRole('row').filter({ hasText: 'While you watch' }).waitFor({ timeout: arriveLimitMs });
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'As a table (CSV)' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/^mail-ledger help@desk\.test .*\.csv$/);
  const [, ...rows] = readFileSync(await saved.path(), 'utf8')
    .trimEnd()
    .split('\r\n');
  expect(rows).toEqual([expect.stringContaining(',lena@cust.test,While you watch,opened,opened,')]);
});

test('a line is tried there and back, and its records are checked against the name servers', async () => {
  dns?.set('desk.test', 'MX', ['10 mx.desk.test']);
  dns?.set('desk.test', 'TXT', ['v=spf1 ip4:203.0.113.7 -all']);
  dns?.set('_dmarc.desk.test', 'TXT', ['v=DMARC1; p=none']);
  const { page } = await shop().open(`/settings/channels/${lineId}`);
  const records = page.getByRole('region', { name: 'Records of desk.test' });
  await records.getByText('Mail arrives at mx.desk.test').waitFor();
  await records.getByText('It only watches (p=none)').waitFor();
  await records.getByText('It does not allow').or(records.getByText('no public address')).first().waitFor();
  await axeClean(page, 'the line with its records');
  await page.context().grantPermissions(['clipboard-read']);
  await records
    .getByRole('button', { name: /^Copy: / })
    .last()
    .click();
  await records.getByRole('button', { name: /^Copied: / }).waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/^v=DMARC1;/);

  await page.getByRole('button', { name: 'Send a test' }).click();
  await page.getByText('It works: the test went out and came back.').waitFor({ timeout: arriveLimitMs });
  await page.getByText('127.0.0.1 took the last test.').waitFor();

  dns?.set('_dmarc.desk.test', 'TXT', ['v=DMARC1; p=reject']);
  await records.getByRole('button', { name: 'Check now' }).click();
  await records.getByText('Mail that only pretends to be yours is refused.').waitFor();
  await page.getByRole('link', { name: 'Look at it in the ledger' }).click();
  await page.getByText('A test of this line: it came back, as it should.').first().waitFor();
});

test('a parked mail is put where it belongs by a key; a rule is made of the next, and obeyed', async () => {
  await write({ from: 'ann@cust.test', subject: 'Where is my tent?', messageId: '<tent-1@cust.test>' });
  const { page } = await shop().open('/inbox/all');
  await ledgerWith(page, 'Where is my tent?');
  await write({ from: 'ann@cust.test', subject: 'Away: my tent', headers: away, inReplyTo: '<tent-1@cust.test>' });
  await ledgerWith(page, 'Away: my tent');
  await page.getByRole('button', { name: 'Look at Away: my tent' }).click();
  await page.getByRole('region', { name: 'Put it where it belongs' }).getByText('Where is my tent?').waitFor();
  await axeClean(page, 'a parked mail with its places');
  await page.keyboard.press('1');
  await entryOf(page, 'About Away: my tent').waitFor();
  await entryOf(page, 'About Where is my tent?').waitFor();

  await write({ from: 'robot@cust.test', subject: 'Report 1', headers: away });
  await ledgerWith(page, 'Report 1');
  await page.getByRole('button', { name: 'Look at Report 1' }).click();
  await page.getByRole('button', { name: 'Always do this' }).click();
  await page.getByRole('menuitem', { name: 'Let robot@cust.test through' }).click();
  await page.getByText('Kept. The next mail like this is treated so.').waitFor();
  await write({ from: 'robot@cust.test', subject: 'Report 2', headers: away });
  await ledgerWith(page, 'Report 2');
  await page.getByRole('row').filter({ hasText: 'Report 2' }).getByText('New conversation').waitFor();

  await page.getByRole('button', { name: 'Rules', exact: true }).click();
  await page.getByRole('button', { name: 'Take back the rule about robot@cust.test' }).click();
  await page.getByText('No rule yet.').waitFor();
});

test('the ledger is held against the host, found by words, and fits a phone in the dark', async () => {
  const { page } = await shop().open(`/settings/channels/${lineId}/ledger`);
  await page.getByRole('button', { name: 'Look now' }).click();
  await page.getByText(/Checked: each of the \d+ mails at the host has its row here/).waitFor();
  await page.getByText(/checked against the mail server at/).waitFor();
  await page.getByRole('searchbox', { name: 'Sender, subject or message id' }).fill('tent');
  await page.getByRole('row').filter({ hasText: 'Report 1' }).waitFor({ state: 'detached' });
  await until(
    'the found mails are there',
    async () => (await page.getByRole('row').filter({ hasText: 'tent' }).count()) === 2,
  );
  await axeClean(page, 'the ledger filtered');
  const small = await shop().open(`/settings/channels/${lineId}/ledger`, { viewport: phone, colorScheme: 'dark' });
  await small.page.getByRole('button', { name: 'Look at Report 2' }).waitFor();
  await axeClean(small.page, 'the ledger on a phone in the dark');
});
