import { beforeEach, test } from 'vitest';
import { axeClean, browserMissing, phone, useBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { entryOf, rowOf } from './inbox.ts';
import { pressFor } from './morning-deeds.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

test('a checklist is written in Settings and put into a conversation by its key', async () => {
  await shop().write({ from: 'Ada <ada@cust.test>', subject: 'Torn tent', text: 'It is torn.' });
  const { id } = await shop().conversation('Torn tent');
  const { page } = await shop().open('/settings/checklists');
  await page.getByRole('button', { name: 'New checklist' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Broken tent');
  await page.getByRole('textbox', { name: 'Task 1' }).fill('Ask for a picture');
  await page.getByRole('button', { name: 'Another task' }).click();
  await page.getByRole('textbox', { name: 'Task 2' }).fill('Book the parcel');
  await page.getByRole('combobox', { name: 'Due' }).last().selectOption({ label: 'In 4 hours' });
  await axeClean(page, 'writing a checklist');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Ask for a picture · Book the parcel').waitFor();
  await axeClean(page, 'checklists');

  await page.goto(`/inbox/all/${id}`);
  await entryOf(page, 'It is torn.').waitFor();
  const dialog = page.getByRole('dialog', { name: /^Add a checklist/ });
  await pressFor(page, 'Shift+B', dialog);
  await dialog.getByRole('list', { name: 'Tasks' }).getByText('Book the parcel').waitFor();
  await axeClean(page, 'adding a checklist');
  await dialog.getByRole('button', { name: 'Add its tasks' }).click();
  await page.getByRole('checkbox', { name: /Ask for a picture/ }).waitFor();
  await page.getByRole('checkbox', { name: /Book the parcel/ }).waitFor();
});

test('a key of what is still on its way is kept for it, in the first moment of a page', async () => {
  await shop().write({ from: 'Cy <cy@cust.test>', subject: 'Late key', text: 'When will it come?' });
  const { id } = await shop().conversation('Late key');
  const { page } = await shop().open('/inbox/all');
  await rowOf(page, 'Late key').waitFor();
  let isPressed = (): void => undefined;
  const pressed = new Promise<void>((resolve) => {
    isPressed = resolve;
  });
  await page.route(/thread-acts/u, async (route) => {
    await pressed;
    await route.continue();
  });
  await page.goto(`/inbox/all/${id}`);
  await entryOf(page, 'When will it come?').waitFor();
  await page.keyboard.press('Shift+P');
  isPressed();
  await page.getByRole('dialog', { name: 'Promise something' }).waitFor();
});

test('a promise by a time is due in the row, and a note offers a team', async () => {
  await shop().write({ from: 'Bo <bo@cust.test>', subject: 'Missing pole', text: 'One is missing.' });
  const { id } = await shop().conversation('Missing pole');
  const promise = { id: crypto.randomUUID(), dueAt: new Date(Date.now() + 40 * 60_000).toISOString(), words: 'Write' };
  await shop().ask('POST', `/api/conversations/${id}/promises`, promise);
  const { page } = await shop().open(`/inbox/all/${id}`);
  await entryOf(page, 'One is missing.').waitFor();
  await rowOf(page, 'Missing pole')
    .getByText(/^Promised, due in/)
    .waitFor();
  await page.keyboard.press('n');
  await page.keyboard.type('@customer');
  await page.getByRole('option', { name: /Team/ }).first().waitFor();
  await axeClean(page, 'naming a team');
  await page.keyboard.press('Enter');
  await page.keyboard.type('who has poles?');
  await page.keyboard.press('Control+Enter');
  await entryOf(page, 'who has poles?').waitFor();
});

test('until when an answer opens again is said in Settings, also on a phone and from right to left', async () => {
  const { page } = await shop().open('/settings/reopening', { viewport: phone });
  const whole = page.getByRole('combobox', { name: /^All lines of/ });
  await whole.selectOption({ label: 'Opens it again within 14 days, later a follow-up' });
  await page.reload();
  await until('the choice is kept', async () => (await whole.inputValue()) === '14');
  await axeClean(page, 'opening again, phone');
  const look = JSON.stringify({ theme: 'dark', direction: 'rtl' });
  await page.evaluate((kept) => localStorage.setItem('rapport.look', kept), look);
  await page.reload();
  await whole.waitFor();
  await axeClean(page, 'opening again, dark from right to left');
});
