import { beforeEach, expect, test } from 'vitest';
import { axeClean, browserMissing, phone, useBrowser } from '../support/browser.ts';
import { sendTo } from '../support/mail-world.ts';
import { until } from '../support/until.ts';
import { entryOf, startReply } from './inbox.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

test('pictures from elsewhere are loaded when asked for, always from one sender, and what nobody sees never', async () => {
  const subject = 'Our new catalogue';
  const html =
    '<p>Look:</p><img src="https://pictures.test/page.png" alt="Page"><img src="https://pictures.test/seen.gif" width="1" height="1">';
  await sendTo(program().doorPort, { from: 'Paula <paula@cust.test>', to: shop().address, subject, html });
  const { id } = await shop().conversation(subject);
  const { page } = await shop().open('/inbox/all');
  const loaded: string[] = [];
  await page.route('https://pictures.test/**', async (route) => {
    loaded.push(new URL(route.request().url()).pathname);
    await route.fulfill({ status: 200, contentType: 'image/png', body: '' });
  });
  await page.goto(`/inbox/all/${id}`);
  const always = page.getByRole('button', { name: 'Always show those of Paula' });
  await always.waitFor();
  expect(loaded).toEqual([]);
  await page.getByRole('button', { name: 'Show remote images' }).click();
  await until('the picture is asked for', () => loaded.length > 0);
  await always.click();
  const askAgain = page.getByRole('button', { name: /^Pictures of Paula are always shown/ });
  await askAgain.waitFor();
  loaded.length = 0;
  await page.reload();
  await until('the picture is asked for by itself', () => loaded.length > 0);
  expect(new Set(loaded)).toEqual(new Set(['/page.png']));
  await askAgain.click();
  await page.getByRole('button', { name: 'Show remote images' }).waitFor();
  loaded.length = 0;
  await page.reload();
  await always.waitFor();
  expect(loaded).toEqual([]);
});

test('an address that mail came back from is told before one writes to it, and trusted again by a press', async () => {
  const subject = 'A question';
  await shop().write({ from: 'Gone <gone@cust.test>', subject, text: 'Are you there?' });
  const { id, version } = await shop().conversation(subject);
  await shop().ask('POST', `/api/conversations/${id}/messages`, {
    id: crypto.randomUUID(),
    text: 'We are.',
    lastSeenVersion: version,
    undoWindowSeconds: 0,
  });
  const sent = await until('the answer left', () => program().mailHost.mailsTo('gone@cust.test')[0] ?? false, 30_000);
  const messageId = /^Message-ID:\s*<([^>]+)>/im.exec(sent)?.[1] ?? '';
  await sendTo(program().doorPort, { envelope: { from: '', to: [shop().address] }, raw: reportAbout(messageId) });

  const { page } = await shop().open(`/inbox/all/${id}`);
  await entryOf(page, 'Are you there?').waitFor();
  await startReply(page, 'Hello');
  const composer = page.locator('[data-pane="composer"]');
  await composer.getByText(/^Mail to gone@cust\.test has come back since/).waitFor();
  await axeClean(page, 'undeliverable');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize(phone);
  await axeClean(page, 'undeliverable, dark, on a phone');
  await composer.getByRole('button', { name: 'Try it again' }).click();
  await composer.getByText(/^Mail to gone/).waitFor({ state: 'detached' });
});

function reportAbout(messageId: string): string {
  const part = (type: string, ...lines: string[]): string[] => ['--b', `Content-Type: ${type}`, '', ...lines, ''];
  return [
    'From: MAILER-DAEMON@mx.test',
    `To: ${shop().address}`,
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    ...part('text/plain', 'No such user.'),
    ...part(
      'message/delivery-status',
      'Reporting-MTA: dns; mx.test',
      '',
      'Final-Recipient: rfc822; gone@cust.test',
      'Action: failed',
      'Status: 5.1.1',
    ),
    ...part('message/rfc822', `Message-ID: <${messageId}>`, 'Subject: Re: A question', '', 'We are.'),
    '--b--',
    '',
  ].join('\r\n');
}
