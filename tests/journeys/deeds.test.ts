import { beforeEach, expect, test } from 'vitest';
import { axeClean, browserMissing, useBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { entryOf, openByKeys, reads, replyField, rowOf, startReply } from './inbox.ts';
import { pressFor } from './morning-deeds.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

test('an agent links two conversations by the keyboard, takes it back, and closes a whole that has an open part', async () => {
  await shop().write({ from: 'Ada <ada@cust.test>', subject: 'Checkout is down', text: 'I cannot pay.' });
  await shop().conversation('Checkout is down');
  await shop().write({ from: 'Bo <bo@cust.test>', subject: 'Card refused', text: 'My card is refused.' });
  const part = await shop().conversation('Card refused');
  const { page } = await shop().open('/inbox/all');
  await openByKeys(page, 'Checkout is down');
  await entryOf(page, 'I cannot pay.').waitFor();

  // what was written is found up to two seconds later, later still where much is going on
  const found = () => shop().ask<{ rows: unknown[] }>('GET', '/api/search?q=Card%20refused');
  await until('the search has read it', async () => (await found()).rows.length > 0);
  const dialog = page.getByRole('dialog', { name: /^Link #/ });
  await pressFor(page, 'b', dialog);
  await page.keyboard.type('Card refused');
  await dialog.getByRole('radio', { name: /Card refused/ }).waitFor();
  await dialog.getByLabel('This conversation').selectOption({ label: 'has as a part' });
  await dialog.getByRole('radio', { name: /Card refused/ }).focus();
  await page.keyboard.press('Space');
  await axeClean(page, 'link');
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'Linked with #' }).waitFor();
  const linked = page.getByRole('link', { name: /^#\d+ Card refused$/ });
  await linked.waitFor();
  await axeClean(page, 'linked');
  await page.keyboard.press('z');
  await page.getByRole('status').filter({ hasText: 'No longer linked' }).waitFor();
  await linked.waitFor({ state: 'detached' });

  const { id } = await shop().conversation('Checkout is down');
  await shop().ask('PUT', `/api/conversations/${id}/links/${part.id}/has-part`, {});
  await linked.waitFor();
  await page.keyboard.press('e');
  const ask = page.getByRole('dialog', { name: /has open parts$/ });
  await ask.getByRole('link', { name: /Card refused/ }).waitFor();
  await axeClean(page, 'open parts');
  await ask.getByRole('button', { name: 'Close all the same' }).focus();
  await page.keyboard.press('Enter');
  await rowOf(page, 'Checkout is down').waitFor({ state: 'detached' });
});

test('one reply goes to all that a problem causes, and the panel says how far it is', async () => {
  await shop().write({ from: 'Cy <cy@cust.test>', subject: 'No parcels move', text: 'The depot is closed.' });
  const problem = await shop().conversation('No parcels move');
  for (const name of ['dan', 'eve']) {
    await shop().write({ from: `${name} <${name}@cust.test>`, subject: `Late for ${name}`, text: 'Where is it?' });
    const { id } = await shop().conversation(`Late for ${name}`);
    await shop().ask('PUT', `/api/conversations/${problem.id}/links/${id}/causes`, {});
  }
  const { page } = await shop().open(`/inbox/all/${problem.id}`);
  await page.getByRole('button', { name: 'Answer all 2 it causes' }).click();
  const dialog = page.getByRole('dialog', { name: /^Answer all 2 conversations/ });
  await dialog.getByLabel('Your reply to all').fill('The depot opens again at noon.');
  await axeClean(page, 'answer all');
  await dialog.getByRole('button', { name: 'Send to 2' }).click();
  await page.getByText('2 of 2 answered').waitFor();
  await axeClean(page, 'answered all');
  for (const name of ['dan', 'eve'])
    await until(`${name} has it`, () => program().mailHost.mailsTo(`${name}@cust.test`).length > 0);
  expect(program().mailHost.mailsTo('dan@cust.test')).toHaveLength(1);
});

test('a reply leaves later: said in both hours, stopped by the customer, changed, called off into the field', async () => {
  const from = 'Fay <fay@cust.test>';
  const mailId = await shop().write({ from, subject: 'Missing spoon', text: 'One spoon is missing.' });
  const { id, customer } = await shop().conversation('Missing spoon');
  await shop().ask('PATCH', `/api/customers/${customer.id}`, { zone: 'Asia/Tokyo' });
  const { page } = await shop().open(`/inbox/all/${id}`);
  await entryOf(page, 'One spoon is missing.')
    .getByTitle(/ · \w{3} \d\d:\d\d for Fay · .* UTC$/)
    .waitFor();
  await startReply(page, 'It comes with the next parcel.');
  const dialog = page.getByRole('dialog', { name: 'Send later to Fay' });
  await pressFor(page, 'Control+Alt+Enter', dialog);
  await dialog.getByText(/^That is .* for Fay$/).waitFor();
  await dialog.getByRole('button', { name: /^Tomorrow/ }).click();
  await axeClean(page, 'send later');
  await dialog.getByRole('button', { name: /^Send \w+/ }).focus();
  await page.keyboard.press('Enter');
  const list = page.getByRole('region', { name: 'Leaves later' });
  await list.getByText('It comes with the next parcel.').waitFor();
  await list.getByText(/^Leaves .* for Fay\)$/).waitFor();
  await reads(replyField(page), '');
  await axeClean(page, 'leaves later');

  await shop().write({ from, subject: 'Re: Missing spoon', text: 'I found it!', inReplyTo: mailId });
  await list.getByText('Stopped: Fay wrote before it left.').waitFor();
  await axeClean(page, 'stopped');
  await list.getByRole('button', { name: 'Change' }).click();
  const edit = page.getByRole('dialog', { name: 'Change what leaves later' });
  await edit.getByLabel('Your reply').fill('Good that you found it.');
  await axeClean(page, 'change what leaves later');
  await edit.getByRole('button', { name: 'Save' }).click();
  await list.getByText('Good that you found it.').waitFor();
  await list.getByText(/^Leaves /).waitFor();
  await list.getByRole('button', { name: 'Call off' }).focus();
  await page.keyboard.press('Enter');
  await list.waitFor({ state: 'detached' });
  await reads(replyField(page), 'Good that you found it.');
  expect(program().mailHost.mailsTo('fay@cust.test')).toEqual([]);
});

test('a brand closes only with a reason: whoever closes is asked for it by the keyboard', async () => {
  await shop().write({ from: 'Gus <gus@cust.test>', subject: 'Broken cup', text: 'It broke.' });
  const { id } = await shop().conversation('Broken cup');
  const brandId = shop().brandId;
  await shop().ask('POST', '/api/reasons', { id: crypto.randomUUID(), brandId, parentId: null, name: 'Damaged' });
  const { page } = await shop().open('/settings/words');
  await page.getByRole('checkbox', { name: /closed only with a reason/ }).click();
  await page.getByRole('checkbox', { name: /closed only with a reason/, checked: true }).waitFor();
  await axeClean(page, 'reason to close');
  await page.goto(`/inbox/all/${id}`);
  await entryOf(page, 'It broke.').waitFor();
  const dialog = page.getByRole('dialog', { name: /^What was #\d+ about/ });
  // once: closing moves on at once, and a second time would close the next one; the question is drawn when it can be
  await page.keyboard.press('e');
  await dialog.waitFor();
  await axeClean(page, 'what was it about');
  await dialog.getByLabel('Reason').selectOption({ label: 'Damaged' });
  await dialog.getByRole('button', { name: 'Set it and close' }).focus();
  await page.keyboard.press('Enter');
  await until('it is closed, with its reason', async () => {
    const now = await shop().ask<{ closedAt: string | null; reasonId: string | null }>(
      'GET',
      `/api/conversations/${id}`,
    );
    return now.closedAt !== null && now.reasonId !== null;
  });
});
