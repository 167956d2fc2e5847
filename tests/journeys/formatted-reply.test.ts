import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { readMail, type Mail } from '#science/mail';
import { axeClean, browserMissing, useBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { arriveLimitMs, entryOf, reads, replyField, startReply } from './inbox.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);
const from = 'Alice Weber <alice@cust.test>';
/** One red dot. */
const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

test('bold, a list, a link and a pasted picture leave in both parts, and stand in the thread', async () => {
  const { page } = await openMail('The seam opened', 'Look at the seam.');
  await startReply(page, 'Dear Alice, ');
  // the plain field is there at once; asked for form, the editor stands in its place with the words and the caret
  await page.keyboard.press('Control+b');
  await isRich(page);
  await page.keyboard.type('a new one');
  await page.keyboard.press('Control+b');
  await page.keyboard.type(' is on its way.');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Shift+8');
  await page.keyboard.type('keep the box');
  await page.keyboard.press('Enter');
  await page.keyboard.type('send nothing back');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Shift+k');
  await page.getByRole('textbox', { name: 'Address the words lead to' }).fill('shop.test/care');
  await page.keyboard.press('Enter');
  await page.keyboard.type(' ');
  await pastePicture(page);
  await replyField(page).getByRole('img').waitFor();
  await axeClean(page, 'formatted writing');
  await page.keyboard.press('Control+Enter');

  const entry = entryOf(page, 'is on its way.');
  await entry.locator('strong').getByText('a new one').waitFor();
  await entry.locator('ul > li').getByText('send nothing back').waitFor();
  await entry.getByRole('img').waitFor();
  await axeClean(page, 'formatted message');

  const mail = await mailSaying('is on its way.');
  expect(mail.text).toMatch(/Dear Alice, a new one is on its way\.\r?\n- keep the box\r?\n- send nothing back/);
  expect(mail.text).toContain('shop.test/care');
  expect(mail.html).toMatch(/<strong>a new one<\/strong> is on its way\./);
  expect(mail.html).toMatch(/<li><div dir="auto">keep the box<\/div><\/li>/);
  expect(mail.html).toMatch(/href="https:\/\/shop\.test\/care"/);
  const [shown] = mail.attachments;
  expect(shown).toMatchObject({ isInline: true, type: 'image/png' });
  expect(Buffer.from(shown?.bytes ?? []).toString('base64')).toBe(picture);
  expect(mail.html).toContain(`src="cid:${shown?.contentId?.replace(/^<|>$/g, '')}"`);
});

test('words from elsewhere keep their form and nothing else, and a draft keeps it over a reload', async () => {
  const { page } = await openMail('Which oil', 'Which oil do you use?');
  await startReply(page, 'See: ');
  await paste(page, {
    'text/html':
      '<p style="color:red" onclick="x()">Take <b>linseed</b> <i>oil</i><img src="https://tracker.test/p.gif"></p><script>x()</script>',
    'text/plain': 'Take linseed oil',
  });
  await isRich(page);
  await reads(replyField(page), 'See: Take linseed oil');
  const markup = await replyField(page).innerHTML();
  expect(markup).toContain('<strong>linseed</strong> <em>oil</em>');
  expect(markup).not.toMatch(/color|onclick|script|tracker/);
  await page
    .getByRole('status')
    .filter({ hasText: /^Saved$/ })
    .waitFor();
  await page.reload();
  await isRich(page);
  await replyField(page).locator('strong').getByText('linseed').waitFor();
  await page.keyboard.press('r');
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' indeed');
  await page.keyboard.press('Control+Enter');
  // the plain field stands there again, and has the keys
  await reads(replyField(page), '');
  await until('the field has the focus', () =>
    replyField(page).evaluate((field: { matches(selector: string): boolean }) => field.matches(':focus')),
  );
  await page.keyboard.press('Escape');
  await page.getByRole('status').filter({ hasText: 'Sent to Alice' }).waitFor();
  await page.keyboard.press('z');
  await reads(replyField(page), 'See: Take linseed oil indeed');
  await replyField(page).locator('strong').getByText('linseed').waitFor();
  await page.keyboard.press('Escape');
});

test('macros run in formatted words and leave their form alone', async () => {
  await shop().ask('POST', '/api/macros', {
    id: crypto.randomUUID(),
    brandId: null,
    name: 'Greeting',
    text: 'Kind regards',
    actions: [],
  });
  const { page } = await openMail('Macro please', 'Hello?');
  await startReply(page, '');
  await page.keyboard.press('Control+b');
  await isRich(page);
  await page.keyboard.type('Thanks.');
  await page.keyboard.press('Control+b');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/greet');
  await page.getByRole('option', { name: /Greeting/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'Ran “Greeting”' }).waitFor();
  await reads(replyField(page), 'Thanks.Kind regards');
  await replyField(page).locator('strong').getByText('Thanks.').waitFor();
  await page.keyboard.type('!');
  await reads(replyField(page), 'Thanks.Kind regards!');
});

async function openMail(subject: string, text: string) {
  await shop().write({ from, subject, text });
  const { id } = await shop().conversation(subject);
  const screen = await shop().open(`/inbox/all/${id}`);
  await entryOf(screen.page, text).waitFor();
  return screen;
}

async function isRich(page: Page): Promise<void> {
  await page.locator('[data-pane="composer"] [contenteditable="true"]').waitFor();
}

/** Pastes into what has the focus, as a browser does. */
async function paste(page: Page, what: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate(
    `(() => {
      const data = new DataTransfer();
      for (const [kind, text] of Object.entries(${JSON.stringify(what)})) data.setData(kind, text);
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    })()`,
  );
}

async function pastePicture(page: Page): Promise<void> {
  await page.evaluate(
    `(() => {
      const bytes = Uint8Array.from(atob('${picture}'), (letter) => letter.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], 'seam.png', { type: 'image/png' }));
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    })()`,
  );
}

async function mailSaying(words: string): Promise<Mail> {
  return until(
    `a mail says “${words}”`,
    async () => {
      const mails = await Promise.all(
        program()
          .mailHost.mailsTo('alice@cust.test')
          .map((raw) => readMail(Buffer.from(String(raw), 'latin1'))),
      );
      return mails.find((mail) => mail.text?.includes(words)) ?? false;
    },
    arriveLimitMs,
  );
}
