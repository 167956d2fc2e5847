import type { Locator, Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { axeClean, browserMissing, phone, useBrowser } from '../support/browser.ts';
import { entryOf, reads, replyField, startReply } from './inbox.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

/** The list of copies of a reply that was to Alice, who is taken out of it; with its keys in the list. */
async function copiesOf(subject: string, options = {}): Promise<{ page: Page; copies: Locator; offers: Locator }> {
  await shop().write({ subject, text: 'Is it ready?' });
  const { id } = await shop().conversation(subject);
  const { page } = await shop().open(`/inbox/all/${id}`, options);
  await entryOf(page, 'Is it ready?').waitFor();
  await startReply(page, 'Yes.');
  await page.getByRole('button', { name: /Change who gets this/ }).press('Enter');
  await page.getByRole('button', { name: 'Take out Alice Weber' }).press('Enter');
  const copies = page.getByRole('combobox', { name: 'Cc: add an address', exact: true });
  await copies.focus();
  return { page, copies, offers: page.getByRole('listbox', { name: 'Cc: add an address' }) };
}

test('who gets a copy is found by name, taken by keys, taken out by Backspace, and kept when the field is left', async () => {
  const { page, copies, offers } = await copiesOf('The list of people');
  await page.keyboard.type('alice w');
  const alice = offers.getByRole('option', { name: 'Alice Weber alice@cust.test' });
  await alice.waitFor();
  // the words of a name are no address yet, and nothing says they are wrong
  expect(await copies.getAttribute('aria-invalid')).toBe('false');
  await page.keyboard.press('Escape');
  await offers.waitFor({ state: 'detached' });
  await reads(copies, 'alice w');
  await page.keyboard.press('ArrowDown');
  expect(await copies.getAttribute('aria-activedescendant')).toBe(await alice.getAttribute('id'));
  expect(await alice.getAttribute('aria-selected')).toBe('true');
  await axeClean(page, 'the list of people');
  await page.keyboard.press('Enter');
  const takeOut = page.getByRole('button', { name: 'Take out Alice Weber' });
  await takeOut.waitFor();
  // who gets it already is not offered once more
  await page.keyboard.press('ArrowDown');
  await offers.waitFor({ state: 'detached' });
  await page.keyboard.press('Backspace');
  await takeOut.waitFor({ state: 'detached' });

  await page.keyboard.type('bob@cust.test carla@');
  await page.getByRole('button', { name: 'Take out bob@cust.test' }).waitFor();
  await page.keyboard.press('Tab');
  await page.getByRole('alert').getByText('This is no address yet.').waitFor();
  await reads(copies, 'carla@');
  await copies.focus();
  await page.keyboard.press('End');
  await page.keyboard.type('cust.test');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Take out carla@cust.test' }).waitFor();
  await reads(replyField(page), 'Yes.');
});

test('on a phone, dark and right to left the list of people stays in the window', async () => {
  const { page, offers } = await copiesOf('The list on a phone', { viewport: phone, colorScheme: 'dark' });
  await page.evaluate('document.documentElement.dir = "rtl"');
  await page.keyboard.press('ArrowDown');
  const box = await offers.boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(phone.width);
  await axeClean(page, 'the list of people on a phone');
  await offers.getByRole('option', { name: /Alice Weber/ }).click();
  await page.getByRole('button', { name: 'Take out Alice Weber' }).waitFor();
});
