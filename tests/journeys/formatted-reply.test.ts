import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { browserMissing, useBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { entryOf, reads, replyField, startReply } from './inbox.ts';
import { isRich, replyWithForm } from './reply-with-form.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);
const from = 'Alice Weber <alice@cust.test>';
beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

test('bold, a list, a link and a pasted picture leave in both parts, and stand in the thread', async () => {
  const { page } = await openMail('The seam opened', 'Look at the seam.');
  await replyWithForm(page, () => program().mailHost.mailsTo('alice@cust.test'));
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
