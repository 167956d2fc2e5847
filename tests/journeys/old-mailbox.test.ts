import { afterAll, beforeEach, expect, test } from 'vitest';
import { axeClean, browserMissing, openScreen, useBrowser } from '../support/browser.ts';
import { type DnsServer, startDnsServer } from '../support/dns-server.ts';
import { type MailRig, mailRigMissing, startMailRig } from '../support/mail-rig.ts';
import { useProgram } from './started-program.ts';

const browser = useBrowser();
let rig: MailRig;
let names: DnsServer;
const program = useProgram({
  settings: async () => {
    if (mailRigMissing()) return {};
    [rig, names] = await Promise.all([startMailRig(), startDnsServer()]);
    return { DNS_SERVERS: names.address };
  },
});

afterAll(async () => {
  await rig?.stop();
  await names?.stop();
});

beforeEach((context) => {
  const missing = browserMissing() ?? mailRigMissing();
  if (missing) context.skip(missing);
});

const dayMs = 86_400_000;

/** A mail that lay in the mailbox before Rapport did. */
async function lay(subject: string, daysAgo: number, flags: string[]): Promise<void> {
  const at = new Date(Date.now() - daysAgo * dayMs);
  const id = subject.replaceAll(' ', '-');
  const raw = `From: Maya Lindqvist <maya@cust.test>\r\nTo: desk@desk.test\r\nSubject: ${subject}\r\nMessage-ID: <${id}@cust.test>\r\nDate: ${at.toUTCString()}\r\n\r\nAbout it: ${subject}.\r\n`;
  await rig.append('desk@desk.test', [Buffer.from(raw)], { flags, at });
}

test('an old mailbox is found by its address, and what was read in it is at hand from the first day', async () => {
  await lay('Bent pole', 50, ['\\Seen']);
  await lay('Tent without pegs', 12, ['\\Seen']);
  await lay('Still waiting', 1, []);
  names.set('desk.test', 'MX', ['10 desk.test']);
  const { page } = await openScreen(browser(), program().url);
  await page.goto('/');
  await page.getByLabel('Your name', { exact: true }).fill('Daniel Osei');
  await page.getByLabel('E-mail', { exact: true }).fill('daniel@desk.test');
  await page.getByLabel('Password', { exact: true }).fill('three quiet herons');
  await page.keyboard.press('Enter');
  await page.getByLabel('Name of the organisation').fill('Fernhill');
  await page.keyboard.press('Enter');

  await page.getByLabel('Address', { exact: true }).fill('desk@desk.test');
  await page.getByLabel('Password or app password').fill('pw');
  await page.keyboard.press('Enter');
  await page.getByText('The domain of this address says nothing of its mailbox.', { exact: false }).waitFor();
  await axeClean(page, 'a mailbox that is not found');
  await page.getByLabel('Mailbox server').fill(`127.0.0.1:${rig.imapPort}`);
  await page.keyboard.press('Enter');
  await page.getByText('Signed in as desk@desk.test; INBOX holds 3 mails.', { exact: false }).waitFor();
  await page.getByText('1 mail, as a closed conversation').waitFor();
  await page.getByText('1 that nobody has read comes in as new mail.', { exact: false }).waitFor();
  await axeClean(page, 'what an old mailbox holds');
  await page.getByRole('radio', { name: 'All', exact: true }).click();
  await page.getByText('2 mails, as closed conversations').waitFor();
  await page.getByRole('button', { name: 'Continue' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Who works with you?' }).waitFor();

  const lines = (await (await page.request.get('/api/lines')).json()) as { rows: { id: string }[] };
  await page.goto(`/settings/channels/${lines.rows[0]?.id}`);
  const past = page.getByRole('region', { name: 'Mail from before this line' });
  await past.getByText('All 2 mails are in.').waitFor();
  await axeClean(page, 'a line with its past');
  await page.goto('/inbox/closed');
  await page.getByText('Bent pole', { exact: true }).waitFor();
  await page.getByText('Tent without pegs', { exact: true }).waitFor();
  await page.goto('/inbox/unassigned');
  await page.getByText('Still waiting', { exact: true }).waitFor();
  expect(await page.getByText('Bent pole', { exact: true }).count()).toBe(0);
});
