import type { Locator, Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '#platform/database';
import { axeClean, browserMissing, phone, useBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { entryOf, reads, replyField, startReply } from './inbox.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);
const number = '+49 30 901820';
const name = 'Maya Lindqvist';

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});
beforeAll(async () => {
  if (browserMissing()) return;
  // One matter, whichever way the customer comes: a call joins what is open.
  const line = {
    channel: 'voice',
    name: 'Telephone',
    address: '+351 21 000 111',
    casePolicy: 'open-conversation',
    settings: {},
  };
  const { brandId } = shop();
  await shop().ask('POST', '/api/lines', { brandId, ...line });
  for (const reason of ['Broken', 'Late', 'Refund'])
    await shop().ask('POST', '/api/reasons', { id: newId(), brandId, parentId: null, name: reason });
});

const card = (page: Page) => page.getByRole('alertdialog', { name: `Incoming call from ${name}` });
const bar = (page: Page) => page.getByRole('region', { name: `Call with ${name}` });

/** What goes leaves the focus to what comes, never to the page's body. */
const focusIsIn = (page: Page, selector: string) =>
  until(`the focus is in ${selector}`, () =>
    page.evaluate<boolean>(`document.activeElement.closest(${JSON.stringify(selector)}) !== null`),
  );

async function ring(subject: string): Promise<void> {
  await shop().ask('POST', '/api/simulated-calls', { id: newId(), number, name, subject });
}

test('a call rings, is answered, held, resumed, ended and wrapped up, in the conversation of the same customer’s mail', async () => {
  await shop().write({
    subject: 'The pole of my tent broke',
    text: 'It snapped in the wind.',
    from: `${name} <maya@cust.test>`,
  });
  const { id, customer } = await shop().conversation('The pole of my tent broke');
  await shop().ask('POST', `/api/customers/${customer.id}/identities`, { kind: 'phone', value: number });
  const { page } = await shop().open('/inbox/all');
  await chooseState(page, 'Available');
  await ring('');
  await card(page).waitFor();
  await axeClean(page, 'a call that rings');
  await page.keyboard.press('Shift+A');
  await bar(page).waitFor();
  await page.waitForURL(`**/inbox/*/${id}`);
  await entryOf(page, 'It snapped in the wind.').waitFor();
  await stateIs(page, 'Busy');
  await reads(bar(page).getByRole('timer'), /^0?0:0[1-9]|0?0:[1-9]\d/);

  await page.keyboard.press('Shift+H');
  await bar(page).getByText('On hold').waitFor();
  await bar(page).getByRole('button', { name: 'Resume' }).click();
  await bar(page).getByRole('button', { name: 'Hold' }).waitFor();
  await page.keyboard.press('Shift+E');
  await page.getByRole('button', { name: 'Yes, hang up' }).press('Enter');
  const wrapUp = page.getByRole('form', { name: `Wrap up the call with ${name}` });
  await wrapUp.waitFor();
  await focusIsIn(page, 'form');
  await stateIs(page, 'Wrap-up');
  await axeClean(page, 'the wrap-up');
  await wrapUp.getByRole('radio').first().press('Space');
  await reasonByArrows(page, wrapUp);
  await wrapUp.getByLabel('Note').fill('A new pole goes out today.');
  await wrapUp.getByRole('button', { name: 'Finish' }).press('Enter');
  await wrapUp.waitFor({ state: 'detached' });
  await focusIsIn(page, '[role="listbox"]');
  await stateIs(page, 'Available');
  await entryOf(page, /Maya and Olive/).waitFor();
  await entryOf(page, 'A new pole goes out today.').waitFor();
  await entryOf(page, 'It snapped in the wind.').waitFor();
  // Two contacts: the mail and the call.
  await reads(page.getByRole('complementary', { name: 'Customer' }), /Contacts\s*2/);
});

test('whose day is calls and who is not available is told so, and is it by one button', async () => {
  const open = await shop().invite('Amara Calls', 'call-agent');
  const { page } = await open('/inbox/my-work');
  const line = page.getByRole('status').filter({ hasText: 'You are offline: no call comes to you.' });
  await line.waitFor();
  await axeClean(page, 'not available');
  await page.setViewportSize(phone);
  await axeClean(page, 'not available on a phone');
  await page.getByRole('button', { name: 'Be available' }).press('Enter');
  await line.waitFor({ state: 'detached' });
});

test('what somebody writes stays as it is while a call rings and is answered', async () => {
  await shop().write({ subject: 'A half-written answer', text: 'Which size fits?', from: 'Hugo <hugo@cust.test>' });
  const { id } = await shop().conversation('A half-written answer');
  const { page } = await shop().open(`/inbox/all/${id}`);
  await chooseState(page, 'Available');
  await entryOf(page, 'Which size fits?').waitFor();
  await startReply(page, 'The medium one');
  await ring('Again the pole');
  await card(page).waitFor();
  // R40: whoever writes goes on writing.
  await page.keyboard.type(' fits');
  await reads(replyField(page), 'The medium one fits');
  await card(page)
    .getByRole('button', { name: /^Answer/ })
    .click();
  await bar(page).waitFor();
  await until('the conversation of the call is open', () => !page.url().includes(id));
  await page.goBack();
  await reads(replyField(page), 'The medium one fits');
  await bar(page).getByRole('button', { name: 'Hang up' }).click();
  await page.getByRole('button', { name: 'Yes, hang up' }).click();
  await page.getByRole('form').getByRole('button', { name: 'Finish' }).waitFor();
  const reason = page.getByRole('form').getByRole('radio').first();
  if ((await reason.count()) > 0) await reason.click();
  await page.getByRole('form').getByRole('button', { name: 'Finish' }).click();
  await stateIs(page, 'Available');
});

/** One stop for Tab, whichever is chosen; arrows go round and choose. */
async function reasonByArrows(page: Page, wrapUp: Locator): Promise<void> {
  const radios = wrapUp.getByRole('radio');
  const last = (await radios.count()) - 1;
  await page.keyboard.press('ArrowLeft');
  expect(await radios.nth(last).getAttribute('aria-checked')).toBe('true');
  await page.keyboard.press('ArrowDown');
  expect(await radios.first().getAttribute('aria-checked')).toBe('true');
  await page.keyboard.press('Tab');
  expect(await wrapUp.getByLabel('Note').evaluate((field) => field.matches(':focus'))).toBe(true);
}

async function chooseState(page: Page, state: string): Promise<void> {
  const button = page.getByRole('button', { name: /^Change your state, now/ });
  await button.waitFor();
  if ((await button.textContent()) === state) return;
  await button.click();
  await page.getByRole('menuitem', { name: state }).click();
  await stateIs(page, state);
}

function stateIs(page: Page, state: string): Promise<void> {
  return page.getByRole('button', { name: `Change your state, now ${state}` }).waitFor();
}
