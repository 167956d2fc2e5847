import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { axeClean, browserMissing, phone, useBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { rowOf } from './inbox.ts';
import { pressFor } from './morning-deeds.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

/** Some customers write, one after the other. */
async function mails(...subjects: readonly string[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const subject of subjects) {
    const from = `Ivo <ivo-${subject.toLowerCase().replaceAll(' ', '-')}@cust.test>`;
    await shop().write({ from, subject, text: 'Hello.' });
    ids.push((await shop().conversation(subject)).id);
  }
  return ids;
}

const bar = (page: Page) => page.getByRole('region', { name: 'What is chosen' });

/** The cursor goes to the first row and chooses it. */
async function chooseFirst(page: Page): Promise<void> {
  await page.getByRole('listbox', { name: 'Conversations' }).focus();
  await page.keyboard.press('j');
  // what is done with several rows is fetched with the list: until then the key only marks them
  await page.keyboard.press('x');
  await bar(page).getByText('1 chosen').waitFor();
}

test('by the keyboard alone several are tagged and closed at once, and one Z brings all of them back', async () => {
  await mails('Storm one', 'Storm two', 'Storm three');
  const { page } = await shop().open('/inbox/all');
  await rowOf(page, 'Storm three').waitFor();
  await chooseFirst(page);
  await page.keyboard.press('Shift+J');
  await page.keyboard.press('Shift+J');
  await bar(page).getByText('3 chosen').waitFor();
  await axeClean(page, 'three chosen');

  await page.keyboard.press('l');
  const tags = page.getByRole('dialog', { name: 'Tag' });
  await tags.waitFor();
  await page.keyboard.type('storm');
  await tags.getByRole('option', { name: /New tag “storm”/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'Tagged: 3 conversations changed' }).waitFor();

  await chooseFirst(page);
  await page.keyboard.press('Shift+X');
  await bar(page).getByText('3 chosen').waitFor();
  await page.keyboard.press('e');
  const asks = page.getByRole('dialog', { name: 'Close 3 conversations?' });
  await asks.getByText('Storm two').waitFor();
  await axeClean(page, 'closing many');
  await asks.getByRole('button', { name: 'Close them' }).press('Enter');
  await page.getByRole('status').filter({ hasText: 'Closed: 3 conversations changed' }).waitFor();
  await page.mouse.move(1200, 5);
  await rowOf(page, 'Storm two').waitFor({ state: 'detached' });

  await page.keyboard.press('z');
  await page.getByRole('status').filter({ hasText: 'Closed: Taken back' }).waitFor();
  for (const subject of ['Storm one', 'Storm two', 'Storm three']) await rowOf(page, subject).waitFor();
});

test('what cannot be done is said for each; the rest is done, and is still there to be undone later', async () => {
  const [first = '', second = ''] = await mails('Left pole', 'Right pole');
  const { page } = await shop().open('/inbox/all');
  await rowOf(page, 'Right pole').waitFor();
  await shop().ask('PUT', `/api/conversations/${first}/closure`, { how: 'answered' });
  const body = { id: crypto.randomUUID(), action: { do: 'snooze', until: new Date(Date.now() + 400).toISOString() } };
  await until('that time has passed', () => Promise.resolve(Date.parse(body.action.until) < Date.now()));
  const { id } = await shop().ask<{ id: string }>('POST', '/api/batches', { ...body, ids: [first, second] });
  await until(
    'it has ended',
    async () => (await shop().ask<{ state: string }>('GET', `/api/batches/${id}`)).state === 'done',
  );
  await page.reload();
  await rowOf(page, 'Right pole').waitFor();
  const last = page.getByRole('dialog', { name: 'What you changed at once' });
  await pressFor(page, 'Shift+Z', last);
  await last.getByText('0 conversations changed, 2 could not').waitFor();
  await last.getByRole('button', { name: 'See why' }).first().press('Enter');
  await page.getByRole('button', { name: 'See why' }).press('Enter');
  const why = page.getByRole('dialog', { name: 'What could not be done' });
  await why.getByText('That time has passed').first().waitFor();
  expect(await why.getByText('That time has passed').count()).toBe(2);
  await axeClean(page, 'why not');
});

test('a macro over several says what it will change and what it leaves before it does, and Z takes it back', async () => {
  const [, second = ''] = await mails('Hail one', 'Hail two', 'Hail three');
  await shop().ask('PUT', `/api/conversations/${second}/priority`, { priority: 4 });
  const actions = [{ do: 'priority', priority: 4 }];
  const macro = { id: crypto.randomUUID(), name: 'Hail', text: 'Sorry.', visibility: 'all', actions };
  await shop().ask('POST', '/api/macros', macro);
  const { page } = await shop().open('/inbox/all');
  await rowOf(page, 'Hail three').waitFor();
  await chooseFirst(page);
  await page.keyboard.press('Shift+J');
  await page.keyboard.press('Shift+J');
  await bar(page).getByText('3 chosen').waitFor();
  await page.keyboard.press(';');
  await page.getByRole('dialog', { name: 'Run a macro' }).waitFor();
  await page.keyboard.type('hail');
  await page.getByRole('option', { name: 'Hail', exact: true }).waitFor();
  await page.keyboard.press('Enter');
  const preview = page.getByRole('dialog', { name: 'Run “Hail”?' });
  await preview.getByText('It changes 2 of 3.').waitFor();
  await preview.getByRole('list', { name: 'What it does' }).getByText('Priority: Urgent × 2').waitFor();
  await preview.getByRole('region', { name: 'Stays as it is' }).getByText('1 is so already').waitFor();
  await preview.getByText('Its words are left out').waitFor();
  await axeClean(page, 'a macro over several');
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'Macro run: 2 conversations changed, 1 is so already' }).waitFor();
  await preview.waitFor({ state: 'detached' });
  await page.keyboard.press('z');
  await page.getByRole('status').filter({ hasText: 'Macro run: Taken back' }).waitFor();
});

test('on a phone rows are chosen by a button, and marked read together', async () => {
  await mails('Small screen');
  const { page } = await shop().open('/inbox/all', { viewport: phone });
  await rowOf(page, 'Small screen').waitFor();
  await page.getByRole('button', { name: 'Choose several' }).click();
  await rowOf(page, 'Small screen').click();
  await bar(page).getByText('1 chosen').waitFor();
  await axeClean(page, 'choosing on a phone');
  await bar(page).getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Mark read' }).click();
  await page.getByRole('status').filter({ hasText: '1 conversation changed' }).waitFor();
});

test('several are put away with the choices of one: by hours of both sides, by a time typed or picked, until they reply', async () => {
  await mails('Away one', 'Away two');
  const { page } = await shop().open('/inbox/all');
  await rowOf(page, 'Away two').waitFor();
  await chooseFirst(page);
  await page.keyboard.press('s');
  const picker = page.getByRole('dialog', { name: 'Snooze' });
  await picker.getByRole('option', { name: /^Monday.*when your hours and theirs next meet/ }).waitFor();
  await axeClean(page, 'when many come back');
  await picker.getByRole('option', { name: 'On a date…' }).click();
  await page.getByLabel('Date and time').fill('2031-05-06T10:00');
  await axeClean(page, 'many come back on a date');
  await page.keyboard.press('Escape');

  await page.keyboard.press('s');
  await page.keyboard.type('in 3 days');
  await picker.getByRole('option', { name: /^Until / }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'Snoozed: 1 conversation changed' }).waitFor();
});
