import { beforeEach, expect, test } from 'vitest';
import { axeClean, browserMissing, useBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { entryOf, rowOf } from './inbox.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

test('the health page says in words how each part is, and checks again', async () => {
  const { page } = await shop().open('/settings/health');
  await page.getByRole('heading', { name: 'Health', level: 1 }).waitFor();
  for (const part of [/Database/, /Disk/, /Jobs|Work/, /Mail/, /Clock/]) await page.getByText(part).first().waitFor();
  await page.getByRole('button', { name: 'Check again' }).click();
  await page.getByRole('button', { name: 'Check again' }).waitFor();
  await page.getByText('Nothing has given up.').waitFor();
  await axeClean(page, 'health');
});

test('from the channels to the ledger of a line: each mail with its fate, and on to its conversation', async () => {
  await shop().write({ subject: 'For the ledger', text: 'Is this counted?', from: 'Hana <hana@cust.test>' });
  const { page } = await shop().open('/settings/channels');
  await page.getByText('support@desk.test').first().waitFor();
  await axeClean(page, 'channels');
  await page.goto(`/settings/channels/${shop().lineId}/ledger`);
  await page.getByRole('heading', { name: 'Mail ledger' }).waitFor();
  const row = page.getByRole('row').filter({ hasText: 'For the ledger' });
  await row.getByText('New conversation').waitFor();
  await page.getByRole('button', { name: 'Look at For the ledger' }).click();
  await page.getByRole('link', { name: 'Whole source' }).waitFor();
  await axeClean(page, 'the ledger with a mail open');
  await row.getByRole('link', { name: 'Open the conversation' }).click();
  await entryOf(page, 'Is this counted?').waitFor();
});

test('a customer who is erased leaves no word on the screen, and the proof says what was removed', async () => {
  await shop().write({
    subject: 'Please forget me',
    text: 'My address is 12 Hidden Lane.',
    from: 'Ida Secret <ida.secret@cust.test>',
  });
  const { id, customer } = await shop().conversation('Please forget me');
  const { page } = await shop().open(`/inbox/all/${id}`);
  await entryOf(page, '12 Hidden Lane').waitFor();
  const { removed } = await shop().ask<{ removed: Record<string, number> }>(
    'POST',
    `/api/customers/${customer.id}/erasure`,
    { reason: 'asked-by-customer' },
  );
  expect(Object.keys(removed).length).toBeGreaterThan(0);

  // The open screen forgets too, without being loaded anew.
  await until(
    'nothing of it is left on the screen',
    async () => (await page.getByText('12 Hidden Lane').count()) === 0,
  );
  await rowOf(page, 'Ida Secret').waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('feed').waitFor();
  for (const word of ['Ida Secret', 'ida.secret@cust.test', '12 Hidden Lane', 'Please forget me'])
    expect(await page.getByText(word).count(), word).toBe(0);
  const { rows } = await shop().ask<{ rows: { customerId: string }[] }>('GET', '/api/erasures');
  expect(rows.map(({ customerId }) => customerId)).toContain(customer.id);
});

test('single letters can be switched off, and then only combinations work', async () => {
  await shop().write({ subject: 'By combination', text: 'Hello?', from: 'Jan <jan@cust.test>' });
  const { id } = await shop().conversation('By combination');
  const { page } = await shop().open('/settings/keyboard');
  const key = page.getByRole('button', { name: 'Change: Close', exact: true });
  await key.press('Enter');
  await page.keyboard.press('s');
  await page.getByText('Also used by Snooze').waitFor();
  await page.getByRole('button', { name: 'Reset: Close', exact: true }).press('Enter');
  await page.getByText('Also used by Snooze').waitFor({ state: 'detached' });
  // the button that took it back is gone, and the focus is on the one beside it
  expect(await key.evaluate((one: { matches(selector: string): boolean }) => one.matches(':focus'))).toBe(true);
  await page.getByLabel('Single-key shortcuts off').check();
  await page.goto(`/inbox/all/${id}`);
  await entryOf(page, 'Hello?').waitFor();
  await page.keyboard.press('e');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Commands' }).waitFor();
  await page.keyboard.press('Escape');
  await rowOf(page, 'By combination').waitFor();
  expect(page.url()).toContain(id);
});

test('an administrator makes hours for a team where they are chosen, and changes them there; whoever shares hours is named', async () => {
  const { page } = await shop().open('/settings/teams');
  const hours = page.getByRole('combobox', { name: 'Hours of' });
  await hours.selectOption({ label: 'Office hours' });
  await page.getByRole('button', { name: 'Change the hours of' }).click();
  await page.getByText('These hours also count for everybody without hours of their own.').waitFor();
  await axeClean(page, 'the hours of a team');

  await hours.selectOption({ label: 'Hours of its own' });
  await page.getByText('These hours also count for').waitFor({ state: 'detached' });
  await page.getByLabel('Saturday').fill('10-14');
  await page.getByRole('button', { name: 'Save the hours' }).click();
  await page.getByText('Saved.').waitFor();
  await until(
    'it stands as it was kept',
    async () => (await page.getByLabel('Saturday').inputValue()) === '10:00–14:00',
  );
  // its own alone: none of its own is offered again, and the standard ones are as they were
  expect(await hours.locator('option').allTextContents()).not.toContain('Hours of its own');
  const { rows } = await shop().ask<{
    rows: { id: string; name: string; isStandard: boolean; weekly: Record<string, unknown> }[];
  }>('GET', '/api/calendars');
  const made = rows.find(({ name }) => name.startsWith('Hours of'));
  expect(made?.name).toMatch(/^Hours of [\w ]+$/);
  expect(made?.weekly['6']).toEqual([{ open: '10:00', close: '14:00' }]);
  expect(rows.find(({ isStandard }) => isStandard)?.weekly['6']).toBeUndefined();
  const after = await shop().ask<{ rows: { id: string; calendarId: string | null }[] }>('GET', '/api/teams');
  expect(after.rows[0]?.calendarId).toBe(made?.id);
});
