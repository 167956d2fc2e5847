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

/** Somebody writes, and their conversation is there. */
async function mailOf(subject: string): Promise<string> {
  await shop().write({
    from: `Maya <maya-${subject.toLowerCase().replaceAll(' ', '-')}@cust.test>`,
    subject,
    text: 'Hello.',
  });
  return (await shop().conversation(subject)).id;
}

const setPriority = (id: string, priority: number): Promise<unknown> =>
  shop().ask('PUT', `/api/conversations/${id}/priority`, { priority });

test('by the keyboard alone a list is filtered, saved as a view, opened again, and its rows come and go by themselves', async () => {
  const tent = await mailOf('Tent pole broke');
  const stove = await mailOf('Stove is late');
  await setPriority(tent, 4);
  const { page } = await shop().open('/inbox/all');
  await rowOf(page, 'Stove is late').waitFor();

  const dialog = page.getByRole('dialog');
  await pressFor(page, 'f', dialog);
  await dialog.getByText('2 conversations now').waitFor();
  const add = dialog.getByRole('button', { name: 'Add a condition' });
  await add.focus();
  await page.keyboard.press('Enter');
  const fields = dialog.getByRole('combobox', { name: 'Field' });
  await fields.nth(1).selectOption('priority');
  await dialog.getByText('1 conversation now').waitFor();
  await axeClean(page, 'filter');
  await dialog.getByRole('button', { name: 'Save as a view' }).focus();
  await page.keyboard.press('Enter');
  await dialog.getByRole('textbox', { name: 'Name' }).waitFor();
  await page.keyboard.type('Burning');
  await axeClean(page, 'view editor');
  await page.keyboard.press('Enter');
  const views = page.getByRole('navigation', { name: 'Views' });
  await views
    .getByRole('link', { name: /Burning/ })
    .filter({ hasText: '1' })
    .waitFor();
  await rowOf(page, 'Tent pole broke').waitFor();
  await rowOf(page, 'Stove is late').waitFor({ state: 'detached' });

  await seeRowsMove(page, { tent, stove });

  await page.keyboard.press('v');
  const chooser = page.getByRole('dialog', { name: 'Go to a list or view' });
  await chooser.waitFor();
  await page.keyboard.type('all op');
  await axeClean(page, 'chooser of views');
  await page.keyboard.press('Enter');
  await until('all open is shown', () => new URL(page.url()).pathname.startsWith('/inbox/all'));
});

/** What comes to belong is shown at once while nobody holds the list, and waits for "." while somebody does (R9). */
async function seeRowsMove(
  page: Page,
  { tent, stove }: { readonly tent: string; readonly stove: string },
): Promise<void> {
  const views = page.getByRole('navigation', { name: 'Views' });
  await page.mouse.move(1200, 5);
  await page
    .locator(':focus')
    .evaluateAll((found) => found.forEach((one) => (one as unknown as { blur(): void }).blur()));
  await setPriority(stove, 3);
  await rowOf(page, 'Stove is late').waitFor();
  await setPriority(tent, 1);
  await rowOf(page, 'Tent pole broke').waitFor({ state: 'detached' });
  // while the list is held, what comes waits for "."
  await page.getByRole('listbox', { name: 'Conversations' }).focus();
  await setPriority(tent, 4);
  await page.getByRole('button', { name: /1 new/ }).waitFor();
  await rowOf(page, 'Tent pole broke').waitFor({ state: 'detached' });
  await page.keyboard.press('.');
  await rowOf(page, 'Tent pole broke').waitFor();
  await views
    .getByRole('link', { name: /Burning/ })
    .filter({ hasText: '2' })
    .waitFor();
}

test('a view is duplicated, deleted, and back by Z; on a phone it is a pill', async () => {
  await mailOf('Sleeping bag');
  const id = crypto.randomUUID();
  const filter = { match: 'all', of: [{ field: 'status', op: 'is', values: ['open'] }] };
  await shop().ask('POST', '/api/views', { id, name: 'Everything open', visibility: 'mine', filter });
  const { page } = await shop().open(`/inbox/view-${id}`);
  await rowOf(page, 'Sleeping bag').waitFor();
  const menu = page.getByRole('button', { name: 'What to do with this view' });
  await menu.press('Enter');
  await page.getByRole('menuitem', { name: 'Duplicate' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'New view' });
  expect(await dialog.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Everything open, copy');
  await dialog.getByRole('button', { name: 'Save' }).press('Enter');
  const views = page.getByRole('navigation', { name: 'Views' });
  const copy = views.getByRole('link', { name: /Everything open, copy/ });
  await copy.waitFor();
  await until('the copy is open', () => !page.url().includes(id));
  await menu.press('Enter');
  await page.getByRole('menuitem', { name: 'Delete' }).press('Enter');
  await copy.waitFor({ state: 'detached' });
  await page.keyboard.press('z');
  await copy.waitFor();

  const small = await shop().open(`/inbox/view-${id}`, { viewport: phone });
  await rowOf(small.page, 'Sleeping bag').waitFor();
  await small.page.getByRole('link', { name: /Everything open, copy/ }).waitFor();
  await axeClean(small.page, 'a view on a phone');
});
