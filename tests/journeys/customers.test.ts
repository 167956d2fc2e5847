import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { axeClean, browserMissing, phone, useBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('who a customer is: found, confirmed, given a number, a company and a note, each shown at once and undone', async () => {
  await shop().write({ from: 'Maya Lindqvist <maya@alba.test>', subject: 'Tent poles', text: 'One is bent.' });
  const { page } = await shop().open('/customers');
  await page.getByRole('searchbox').fill('lindq');
  await page.keyboard.press('Tab');
  await page.getByRole('link', { name: 'Maya Lindqvist' }).click();
  const found = card(page, 'Found by');
  await found.getByText('Not confirmed').waitFor();
  await found.getByRole('button', { name: 'Confirm: maya@alba.test' }).click();
  await found.getByText('Confirmed', { exact: true }).waitFor();

  await found.getByRole('button', { name: 'Add a way to find them' }).click();
  await found.getByLabel('Kind').selectOption('phone');
  await found.getByRole('textbox', { name: 'Phone' }).fill('call me');
  await found.getByRole('button', { name: 'Add', exact: true }).click();
  await found.getByText('This is no address, number or name').waitFor();
  await found.getByRole('textbox', { name: 'Phone' }).fill('+46 31 555 01 00');
  await page.keyboard.press('Enter');
  await found.getByText('+46 31 555 01 00').waitFor();
  await found.getByRole('button', { name: 'Remove +46 31 555 01 00' }).click();
  await found.getByText('+46 31 555 01 00').waitFor({ state: 'detached' });
  await page.getByText('+46 31 555 01 00 is theirs no longer').waitFor();
  await page.keyboard.press('z');
  await found.getByText('+46 31 555 01 00').waitFor();

  await changeAbout(page);
  await belongAndNote(page);
  await axeClean(page, 'a customer');
  const notes = card(page, 'Notes');
  await notes.getByRole('button', { name: 'Remove' }).click();
  await notes.getByText('Rings the bell twice.').waitFor({ state: 'detached' });
  await page.keyboard.press('z');
  await notes.getByText('Rings the bell twice.').waitFor();
});

test('a company behind the first hundred is found by its letters, and not made again', async () => {
  const name = (place: number) => `Firm ${String(place).padStart(3, '0')}`;
  for (let place = 0; place <= 100; place++) await shop().ask('POST', '/api/companies', { name: name(place) });
  await shop().write({ from: 'Nils <nils@firm.test>', subject: 'Lamps', text: 'Two are dark.' });
  const { customer } = await shop().conversation('Lamps');
  const { page } = await shop().open(`/customers/${customer.id}`);
  const companies = card(page, 'Companies');
  await companies.getByRole('button', { name: 'Add a company' }).click();
  await page.getByRole('option', { name: name(0) }).waitFor();
  await page.keyboard.type(name(100));
  await page.getByRole('option', { name: name(100), exact: true }).waitFor();
  expect(await page.getByRole('option', { name: /^Make/ }).count()).toBe(0);
  await page.keyboard.press('Enter');
  await companies.getByRole('link', { name: name(100) }).waitFor();
});

test('a company gathers who writes from its domain, with what they wrote', async () => {
  await shop().write({ from: 'Jo Berg <jo@berg.test>', subject: 'Invoice twice', text: 'Please look.' });
  const { page } = await shop().open('/customers/companies');
  await page.getByRole('button', { name: 'New company' }).click();
  const dialog = page.getByRole('dialog', { name: 'New company' });
  await dialog.getByLabel('Name of the company').fill('Berg AB');
  await dialog.getByLabel('Domains').fill('gmail.com');
  await dialog.getByRole('button', { name: 'Make it' }).click();
  await dialog.getByText('Everybody has addresses there').waitFor();
  await dialog.getByLabel('Domains').fill('berg.test');
  await dialog.getByRole('button', { name: 'Make it' }).click();
  await page.getByRole('heading', { name: 'Berg AB' }).waitFor();
  await until('the job took Jo in', async () => {
    await page.reload();
    await card(page, 'People').waitFor();
    return (await card(page, 'People').getByRole('link', { name: 'Jo Berg' }).count()) === 1;
  });
  await page.getByRole('link', { name: 'Invoice twice' }).waitFor();
  await axeClean(page, 'a company');
  await page.getByRole('link', { name: 'Customers' }).last().click();
  await page.getByRole('combobox', { name: 'Order' }).selectOption('name');
  await page.getByRole('link', { name: /Jo Berg|jo@berg.test/ }).waitFor();
  expect(new URL(page.url()).searchParams.get('sort')).toBe('name');
});

test('customers and companies hold in dark, from right to left and on a phone', async () => {
  await shop().write({ from: 'Ida Olsen <ida@olsen.test>', subject: 'Delivery', text: 'When?' });
  const { customer } = await shop().conversation('Delivery');
  const company = await shop().ask<{ id: string }>('POST', '/api/companies', {
    name: 'Olsen',
    domains: ['olsen.test'],
  });
  await shop().ask('PUT', `/api/customers/${customer.id}/companies/${company.id}`, {});
  await shop().ask('PUT', `/api/customers/${customer.id}/notes/${crypto.randomUUID()}`, { text: 'Works nights.' });
  for (const [name, look, options] of [
    ['dark', { theme: 'dark' }, {}],
    ['rtl', { theme: 'light', direction: 'rtl' }, {}],
    ['phone', { theme: 'light' }, { viewport: phone }],
  ] as const) {
    const { page } = await shop().open('/customers', options);
    await page.evaluate((kept) => localStorage.setItem('rapport.look', kept), JSON.stringify(look));
    await page.goto(`/customers/${customer.id}`);
    await card(page, 'Everything, the last first').getByText('Note: Works nights.').waitFor();
    await axeClean(page, `a customer, ${name}`);
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    expect(wide, name).toBeLessThanOrEqual(0);
    if (name === 'phone') {
      await page.getByRole('button', { name: 'Back to the list' }).click();
      await page.getByRole('link', { name: 'Ida Olsen' }).waitFor();
    }
    await page.goto(`/customers/companies/${company.id}`);
    await card(page, 'People').getByRole('link', { name: 'Ida Olsen' }).waitFor();
    await axeClean(page, `a company, ${name}`);
    await page.close();
  }
});

/** Place, clock and language, each refused or kept where it stands. */
async function changeAbout(page: Page): Promise<void> {
  const about = card(page, 'About');
  await about.getByRole('button', { name: 'Edit' }).click();
  await about.getByLabel('Place').fill('Göteborg');
  await about.getByLabel('Time zone').fill('Nowhere');
  await about.getByText('No such time zone').waitFor();
  await about.getByLabel('Time zone').fill('Europe/Stockholm');
  await about.getByLabel('Language').fill('sv');
  await about.getByRole('button', { name: 'Save' }).click();
  await about.getByText('Swedish').waitFor();
  await about.getByText(/Europe\/Stockholm, \d\d:\d\d there/).waitFor();
}

/** A company made on the way, a note by the keyboard, and both in the timeline. */
async function belongAndNote(page: Page): Promise<void> {
  const companies = card(page, 'Companies');
  await companies.getByRole('button', { name: 'Add a company' }).click();
  await page.keyboard.type('Alba Trekking');
  await page.getByRole('option', { name: /Make “Alba Trekking”/ }).click();
  await companies.getByRole('link', { name: 'Alba Trekking' }).waitFor();

  await page.getByLabel(/Write down what a colleague/).fill('Rings the bell twice.');
  await page.keyboard.press('Control+Enter');
  const notes = card(page, 'Notes');
  await notes.getByText('Rings the bell twice.').waitFor();
  const told = card(page, 'Everything, the last first');
  for (const line of [
    'Note: Rings the bell twice.',
    'Belongs to Alba Trekking',
    'Phone: +46 31 555 01 00',
    'Known since then',
  ])
    await told.getByText(line).waitFor();
  await told.getByRole('link', { name: 'Tent poles' }).waitFor();
}
