import { beforeEach, expect, test } from 'vitest';
import { newId } from '#platform/database';
import { axeClean, browserMissing, useBrowser } from '../support/browser.ts';
import { entryOf, openByKeys, reads, replyField, rowOf, startReply } from './inbox.ts';
import { until } from '../support/until.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

test('an agent merges two mails of one customer by the keyboard, and takes them apart by Z', async () => {
  const from = 'Maya Lindqvist <maya@cust.test>';
  await shop().write({ from, subject: 'Tent pole', text: 'The pole broke.' });
  await shop().conversation('Tent pole');
  await shop().write({ from, subject: 'Broken pole again', text: 'Did you get my mail?' });
  const { id } = await shop().conversation('Broken pole again');
  const { page } = await shop().open('/inbox/all');
  await rowOf(page, 'Broken pole again').waitFor();
  await openByKeys(page, 'Broken pole again');
  await entryOf(page, 'Did you get my mail?').waitFor();

  const dialog = page.getByRole('dialog', { name: /^Merge #/ });
  // What is typed while the dialog's code is on its way is its own: `s` and `e` here put nothing away and close nothing.
  const { promise: arrives, resolve: arrive } = Promise.withResolvers<void>();
  await page.route(/merge-dialog/u, async (asked) => {
    await arrives;
    await asked.continue();
  });
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Commands' }).fill('merge');
  await page.getByRole('option', { name: /^Merge into/ }).waitFor();
  const isAsked = page.waitForRequest(/merge-dialog/u);
  await page.keyboard.press('Enter');
  await isAsked;
  await page.keyboard.type('te?');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('nt pole');
  arrive();
  await dialog.waitFor();
  await until(
    'the words are in its field',
    async () => (await dialog.getByRole('textbox').first().inputValue()) === 'tent pole',
  );
  await dialog.getByRole('radio', { name: /Tent pole/ }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await dialog.getByRole('region', { name: 'What will happen' }).getByText('The pole broke.').waitFor();
  await axeClean(page, 'merge');
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'is merged into' }).waitFor();
  await entryOf(page, 'Did you get my mail?').waitFor();
  await entryOf(page, 'The pole broke.').waitFor();
  expect(new URL(page.url()).pathname.endsWith(id)).toBe(false);
  await rowOf(page, 'Broken pole again').waitFor({ state: 'detached' });

  await page.keyboard.press('z');
  await page.getByRole('status').filter({ hasText: 'Undone' }).waitFor();
  await rowOf(page, 'Broken pole again').waitFor();
  await rowOf(page, 'Tent pole').waitFor();
});

test('an agent makes a macro in Settings, and runs and undoes it while writing', async () => {
  await shop().write({ from: 'Ivo <ivo@cust.test>', subject: 'Wrong size', text: 'Too small.' });
  const { id } = await shop().conversation('Wrong size');
  const { page } = await shop().open('/settings/macros');
  await page.getByRole('button', { name: 'New macro' }).click();
  const form = page.getByRole('dialog', { name: 'New macro' });
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Exchange');
  await form.getByRole('textbox', { name: /^Words/ }).fill('Hello {customer.firstName}, we send another. {order}');
  await form.getByLabel('Add an act').selectOption('priority');
  await form.getByRole('combobox', { name: /^Priority/ }).selectOption({ label: 'High' });
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await axeClean(page, 'macro form');
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('listitem').filter({ hasText: 'Exchange' }).waitFor();
  await axeClean(page, 'macros');

  // what reads the sign comes after the field, here after all is typed
  let come: (() => Promise<void>) | undefined;
  await page.route('**/assets/macro-writer-*.js', (route) => void (come = () => route.continue()));
  await page.goto(`/inbox/all/${id}`);
  await entryOf(page, 'Too small.').waitFor();
  await startReply(page, 'Before /exch');
  await until('the macros are asked for', () => come !== undefined);
  await come?.();
  const offered = page.getByRole('option', { name: /Exchange/ });
  await offered.waitFor();
  await page.getByText('Not known here: {order}').waitFor();
  await axeClean(page, 'macro chooser');
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'Ran “Exchange”' }).waitFor();
  await reads(replyField(page), 'Before Hello Ivo, we send another. {order}');
  await page
    .getByRole('button', { name: /^Priority/ })
    .filter({ hasText: 'High' })
    .waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('z');
  await page
    .getByRole('button', { name: /^Priority/ })
    .filter({ hasText: 'Normal' })
    .waitFor();
  await reads(replyField(page), 'Before ');
});

test('the palette names the macros of the conversation in view, and the chosen one is shown before it is run', async () => {
  const actions = [{ do: 'priority', priority: 4 }];
  const text = 'We are on it.';
  await shop().ask('POST', '/api/macros', { id: newId(), name: 'Hurry up', text, visibility: 'all', actions });
  await shop().write({ from: 'Pia <pia@cust.test>', subject: 'Soon please', text: 'By Friday?' });
  const { id } = await shop().conversation('Soon please');
  const { page } = await shop().open('/inbox/all');
  await rowOf(page, 'Soon please').waitFor();
  const palette = page.getByRole('combobox', { name: 'Commands' });
  const macro = page.getByRole('option', { name: 'Macro: Hurry up' });
  await page.keyboard.press('Control+k');
  await palette.fill('hurry');
  await page.getByRole('option', { name: /^Search all history/ }).waitFor();
  expect(await macro.count()).toBe(0);
  await page.keyboard.press('Escape');

  await page.goto(`/inbox/all/${id}`);
  await entryOf(page, 'By Friday?').waitFor();
  await page.keyboard.press('Control+k');
  await palette.fill('hurry');
  await macro.waitFor();
  await axeClean(page, 'macros in the palette');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'What it will do' }).getByText('Priority: Urgent').waitFor();
  await reads(replyField(page), '');
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'Ran “Hurry up”' }).waitFor();
  await reads(replyField(page), 'We are on it.');
  await page
    .getByRole('button', { name: /^Priority/ })
    .filter({ hasText: 'Urgent' })
    .waitFor();
});

test('above the field stands the macro that fits what was asked, and no other; the chosen one is shown before it is run', async () => {
  for (const [name, text] of [
    ['Quilt care', 'A quilt is washed at thirty degrees, without softener.'],
    ['Opening hours', 'We open at nine.'],
  ] as const)
    await shop().ask('POST', '/api/macros', { id: newId(), name, text, visibility: 'all' });
  await shop().write({ from: 'Ines <ines@cust.test>', subject: 'Down', text: 'How do I wash my quilts?' });
  await shop().write({ from: 'Ines <ines@cust.test>', subject: 'Another', text: 'Thank you, goodbye.' });
  const { id } = await shop().conversation('Down');
  const other = await shop().conversation('Another');
  const { page } = await shop().open(`/inbox/all/${id}`);
  const fits = page.getByRole('button', { name: 'Quilt care' });
  await page.getByText('A macro that fits').waitFor();
  expect(await page.getByRole('button', { name: 'Opening hours' }).count()).toBe(0);
  await axeClean(page, 'a macro that fits');
  await fits.press('Enter');
  await page.getByRole('region', { name: 'What it will do' }).getByText('washed at thirty degrees').waitFor();
  await reads(replyField(page), '');
  await page.keyboard.press('Enter');
  await reads(replyField(page), 'A quilt is washed at thirty degrees, without softener.');
  await page.keyboard.press('Escape');
  await page.goto(`/inbox/all/${other.id}`);
  await entryOf(page, 'Thank you, goodbye.').waitFor();
  expect(await page.getByText('A macro that fits').count()).toBe(0);
});

test('a promise typed into a reply, a task and following stand beside the conversation', async () => {
  await shop().write({ from: 'Nora <nora@cust.test>', subject: 'Late parcel', text: 'Where is it?' });
  const { id } = await shop().conversation('Late parcel');
  const { page } = await shop().open(`/inbox/all/${id}`);
  await entryOf(page, 'Where is it?').waitFor();
  await startReply(page, 'I will write in 2 hours.');
  await page.getByRole('button', { name: /^Make it a promise by/ }).click();
  await page.getByRole('note').filter({ hasText: 'I will write in 2 hours' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add a task' }).click();
  await page.getByRole('textbox', { name: 'What is to be done' }).fill('Call Nordpost');
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: /Call Nordpost/ }).click();
  await page.getByText(/^Done by Olive Owner/).waitFor();
  await page.getByRole('button', { name: 'Follow', exact: true }).click();
  await page.getByRole('button', { name: 'Stop following' }).waitFor();
  await axeClean(page, 'beside the conversation');
  await page.getByRole('button', { name: 'Take back: I will write in 2 hours' }).click();
  await page.getByText('Nothing promised.').waitFor();
});

test('an administrator adds a reason and a status, and the agent’s menus offer them', async () => {
  await shop().write({ from: 'Otto <otto@cust.test>', subject: 'Leaking bottle', text: 'It leaks.' });
  const { id } = await shop().conversation('Leaking bottle');
  const { page } = await shop().open('/settings/words');
  await page.getByRole('textbox', { name: 'New reason' }).fill('Product fault');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Name of Product fault' }).waitFor();
  await page.getByRole('textbox', { name: 'New status' }).fill('At the workshop');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Name of At the workshop' }).waitFor();
  await axeClean(page, 'words');
  await page.goto(`/inbox/all/${id}`);
  await entryOf(page, 'It leaks.').waitFor();
  await page.keyboard.press('Shift+l');
  await page.getByRole('menuitem', { name: 'Product fault' }).click();
  await page
    .getByRole('button', { name: /^Reason/ })
    .filter({ hasText: 'Product fault' })
    .waitFor();
});
