import { beforeEach, expect, test } from 'vitest';
import { axeClean, browserMissing, phone, useBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { entryOf } from './inbox.ts';
import { pressFor } from './morning-deeds.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

interface Field {
  readonly id: string;
  readonly choices: readonly { readonly id: string }[];
}

test('an administrator makes a form, and a conversation is closed only when it is filled in', async () => {
  await shop().write({ from: 'Ada <ada@cust.test>', subject: 'Which size?', text: 'Mine is too small.' });
  const { page } = await shop().open('/settings/fields');
  await page.getByRole('button', { name: 'Add a field of conversations' }).click();
  const dialog = page.getByRole('dialog', { name: 'New field' });
  await dialog.getByLabel('Name').fill('Product');
  await dialog.getByLabel('What it is').selectOption('choice');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('A choice needs something to choose').waitFor();
  await dialog.getByLabel('Choices, one a line').fill('Tent\nBoots');
  await dialog.getByLabel('Asked for before a conversation is closed').check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Product', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Add a field of conversations' }).click();
  await dialog.getByLabel('Name').fill('Shoe size');
  await dialog.getByLabel('What it is').selectOption('number');
  await dialog.getByLabel('Shown only when').selectOption({ label: 'Product' });
  await dialog.getByLabel('says').selectOption({ label: 'Boots' });
  await axeClean(page, 'a field is made');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Shoe size', { exact: true }).waitFor();
  await axeClean(page, 'fields');

  const { id } = await shop().conversation('Which size?');
  await page.goto(`/inbox/all/${id}`);
  await entryOf(page, 'Mine is too small.').waitFor();
  await page.keyboard.press('e');
  const ask = page.getByRole('dialog', { name: /^Before #\d+ is closed/ });
  await ask.getByLabel('Product (required)').selectOption('Boots');
  await axeClean(page, 'asked before closing');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Fold Fields' }).waitFor();
  await page.getByLabel('Shoe size').fill('43');
  await page.keyboard.press('Enter');
  await until('the size is kept', async () => {
    const kept = await shop().ask<{ custom: Record<string, unknown> }>('GET', `/api/conversations/${id}`);
    return Object.values(kept.custom).includes(43);
  });
  expect(await page.getByLabel('Shoe size').and(page.locator(':focus')).count()).toBe(1);
  await page.getByLabel('Product (required)').selectOption('Tent');
  await page.getByLabel('Shoe size').waitFor({ state: 'detached' });
  await entryOf(page, 'Mine is too small.').click();
  await page.keyboard.press('e');
  await until('it is closed', async () => {
    const now = await shop().ask<{ status: { category: string } }>('GET', `/api/conversations/${id}`);
    return now.status.category === 'closed';
  });
});

test('a list is narrowed by a field, and a customer’s fields hold in dark, from right to left and on a phone', async () => {
  const form = { choices: [{ id: crypto.randomUUID(), name: 'Gold' }], type: 'choice' };
  const make = (kind: string, name: string, more: object = form) =>
    shop().ask<Field>('POST', '/api/fields', { kind, name, ...more });
  const level = await make('conversation', 'Level');
  for (const [kind, name, more] of [
    ['customer', 'Tier', form],
    ['customer', 'Interests', { ...form, type: 'choices' }],
    ['customer', 'Spent', { type: 'money', currency: 'EUR' }],
    ['customer', 'Birthday', { type: 'date' }],
    ['customer', 'Newsletter', { type: 'boolean' }],
  ] as const)
    await make(kind, name, more);
  for (const subject of ['Golden', 'Plain'])
    await shop().write({ from: `${subject} <${subject}@cust.test>`, subject, text: 'Hello' });
  const { id, customer } = await shop().conversation('Golden');
  await shop().ask('PUT', `/api/conversations/${id}/fields`, { custom: { [level.id]: level.choices[0]?.id } });
  const { page } = await shop().open('/inbox/all');
  await page.getByRole('option', { name: /Plain/ }).waitFor();
  const editor = page.getByRole('dialog');
  await pressFor(page, 'f', editor);
  await editor.getByRole('button', { name: 'Add a condition' }).click();
  await editor.getByRole('combobox', { name: 'Field', exact: true }).last().selectOption('custom');
  await editor.getByRole('combobox', { name: 'Field of our own' }).selectOption({ label: 'Level' });
  await editor.getByRole('combobox', { name: 'Add', exact: true }).last().selectOption({ label: 'Gold' });
  await axeClean(page, 'a filter by a field');
  await editor.getByRole('button', { name: 'Show', exact: true }).click();
  await page.getByRole('option', { name: /Plain/ }).waitFor({ state: 'detached' });
  await page.getByRole('option', { name: /Golden/ }).waitFor();

  for (const [name, look, options] of [
    ['dark', { theme: 'dark' }, {}],
    ['rtl', { theme: 'light', direction: 'rtl' }, {}],
    ['phone', { theme: 'light' }, { viewport: phone }],
  ] as const) {
    const screen = await shop().open('/customers', options);
    await screen.page.evaluate((kept) => localStorage.setItem('rapport.look', kept), JSON.stringify(look));
    await screen.page.goto(`/customers/${customer.id}`);
    const card = screen.page.getByRole('region', { name: 'Fields', exact: true });
    await card.getByLabel('Spent').fill('19.99');
    await screen.page.keyboard.press('Tab');
    await card.getByRole('checkbox', { name: 'Gold' }).setChecked(true);
    await axeClean(screen.page, `fields, ${name}`);
    await screen.page.close();
  }
  const kept = await shop().ask<{ custom: Record<string, unknown> }>('GET', `/api/customers/${customer.id}`);
  expect(Object.values(kept.custom)).toContainEqual({ amountMinor: 1999, currency: 'EUR' });
});
