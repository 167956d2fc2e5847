import type { Locator, Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { axeClean, browserMissing, useBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { entryOf, openByKeys, rowOf } from './inbox.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);
const from = 'Maya Lindqvist <maya@cust.test>';

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

test('a mail in the wrong conversation says why it is there, is moved by keys, and comes back by Z or later', async () => {
  await shop().write({ from, subject: 'Tent pole', text: 'The pole broke.' });
  const first = await shop().write({ from, subject: 'Invoice 12', text: 'The sum is wrong.' });
  await shop().write({ from, subject: 'Re: Invoice 12', text: 'And the pole is green.', inReplyTo: first });
  const { page } = await shop().open('/inbox/all');
  await openByKeys(page, 'Invoice 12');
  const mail = entryOf(page, 'And the pole is green.');
  await mail.waitFor();

  await askWhy(page);
  await mail.getByText('It says that it answers a message of this conversation.').waitFor();
  await axeClean(page, 'why is this message here');
  await mail.getByRole('button', { name: 'Move to another conversation' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Move this message' });
  await dialog.getByRole('radio', { name: /Tent pole/ }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'The message is in #' }).waitFor();
  await mail.waitFor({ state: 'detached' });
  await page.keyboard.press('z');
  await page.getByRole('status').filter({ hasText: 'Undone' }).waitFor();
  await mail.waitFor();

  await dragOnto(page, mail.getByText('Maya Lindqvist').first(), rowOf(page, 'Tent pole'));
  await page.getByRole('status').filter({ hasText: 'The message is in #' }).waitFor();
  await mail.waitFor({ state: 'detached' });
  await rowOf(page, 'Tent pole').click();
  await mail.waitFor();
  await askWhy(page);
  await mail.getByText(/^Olive Owner moved it here/).waitFor();
  await mail.getByRole('button', { name: 'Put it back' }).click();
  await mail.waitFor({ state: 'detached' });
});

test('from one mail on a conversation is split off, and joined again', async () => {
  const first = await shop().write({ from, subject: 'Backpack', text: 'A strap came loose.' });
  await shop().write({ from, subject: 'Re: Backpack', text: 'A new matter: my address.', inReplyTo: first });
  const { page } = await shop().open('/inbox/all');
  await openByKeys(page, 'Backpack');
  const mail = entryOf(page, 'A new matter: my address.');
  await mail.waitFor();
  await askWhy(page);
  await mail.getByRole('button', { name: 'Split from here' }).click();
  const dialog = page.getByRole('dialog', { name: /^Split #/ });
  await dialog.getByRole('textbox').fill('New address');
  await page.keyboard.press('Enter');
  await rowOf(page, 'New address').waitFor();
  await entryOf(page, 'A strap came loose.').waitFor({ state: 'detached' });
  await page.keyboard.press('z');
  await entryOf(page, 'A strap came loose.').waitFor();
  await mail.waitFor();
  await rowOf(page, 'New address').waitFor({ state: 'detached' });
  expect(await page.getByRole('dialog').count()).toBe(0);
});

/** Opens the menu of the newest message by keys, and asks why it stands there. */
async function askWhy(page: Page): Promise<void> {
  const button = page.getByRole('feed').getByRole('article').last().getByRole('button', { name: 'About this message' });
  const why = page.getByRole('menuitem', { name: 'Why is this message here?' });
  await until('the menu is open', async () => {
    await button.focus();
    await page.keyboard.press('Enter');
    await why.waitFor({ timeout: 2_000 }).catch(() => undefined);
    return why.isVisible();
  });
  await why.focus();
  await page.keyboard.press('Enter');
}

/** Drags until the target shows that it would take it, and lets go. */
async function dragOnto(page: Page, what: Locator, target: Locator): Promise<void> {
  await what.hover();
  await page.mouse.down();
  const { x, y } = (await target.boundingBox()) ?? { x: 0, y: 0 };
  let step = 0;
  await until('the row shows that it takes it', async () => {
    step = (step + 1) % 20;
    await page.mouse.move(x + 40 + step, y + 20 + step);
    return target.evaluate((row: { style: { outline: string } }) => row.style.outline !== '');
  });
  await page.mouse.up();
}
