import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { useProgram, useShop } from '../journeys/started-program.ts';
import { axeClean, browserMissing, useBrowser } from '../support/browser.ts';
import { ways } from './ways.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

/** Three who can be brought in, one with a name from right to left, and two lines that cannot. */
const table = [
  'Full name,E-mail,Town',
  'Ada Lovelace-Byron of the very long name,ada@cust.test,London',
  'יעל כהן,yael@cust.test,Haifa',
  'Grace Hopper,grace@cust.test,Arlington',
  'Nobody,not an address,Nowhere',
  ',,',
].join('\n');

test.each(Object.entries(ways))('consent and the dry run of an import hold: %s', async (name, { look, options }) => {
  await shop().write({ from: `Consenting <${name}@cust.test>`, subject: `Consent ${name}`, text: 'Yes, write to me.' });
  const { customer } = await shop().conversation(`Consent ${name}`);
  const { page, context, allow } = await shop().open('/inbox/all', options);
  allow(/4\d\d/u);
  await context.addInitScript((kept) => localStorage.setItem('rapport.look', kept), JSON.stringify(look));
  await comesBack(page, name);
  await writesDown(page, name, customer.id);
  await triesAFile(page, name);
  await page.close();
});

/** A provider sent the browser back: with a no, and with an answer nobody asked for. */
async function comesBack(page: Page, name: string): Promise<void> {
  for (const answer of ['error=access_denied&error_description=You+said+no', 'code=of-nobody']) {
    await page.goto(`/mail-consent?state=of-nobody-at-all-0123456789&${answer}`);
    await page.getByRole('button', { name: 'To the channels' }).waitFor();
    await holds(page, `back from a provider (${answer}), ${name}`);
  }
}

/** What a customer agreed to is written down, and stands in their page. */
async function writesDown(page: Page, name: string, customerId: string): Promise<void> {
  await page.goto(`/customers/${customerId}`);
  const consent = page.getByRole('region', { name: 'Consent', exact: true });
  await consent.getByRole('button', { name: 'Write down' }).click();
  await consent.getByLabel('What proves it').fill('Said so in the mail of today.');
  await holds(page, `writing consent down, ${name}`);
  await consent.getByRole('button', { name: 'Save' }).click();
  await consent.getByRole('listitem').getByText('Said so in the mail of today.').waitFor();
  await holds(page, `consent, ${name}`);
}

/** A file is given, its columns are said, and what would happen stands there line by line. */
async function triesAFile(page: Page, name: string): Promise<void> {
  await page.goto('/settings/imports');
  await page.locator('input[type=file]').setInputFiles({
    name: `customers from a quite long name of a file, ${name}.csv`,
    mimeType: 'text/csv',
    buffer: Buffer.from(table),
  });
  await holds(page, `a file is chosen, ${name}`);
  await page.getByRole('button', { name: 'Look at the file' }).click();
  await page.getByRole('heading', { name: 'What the columns mean' }).waitFor();
  await page.getByLabel(/^Name/).selectOption('Full name');
  await holds(page, `what the columns mean, ${name}`);
  await page.getByRole('button', { name: 'Try it, change nothing' }).click();
  await page.getByRole('heading', { name: 'What would happen' }).waitFor();
  await holds(page, `the dry run, ${name}`);
}

/** Nothing fails a reader, and nothing is wider than the screen. */
async function holds(page: Page, what: string): Promise<void> {
  await axeClean(page, what);
  const beyond = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
  expect(beyond, `${what} is wider than the screen`).toBeLessThanOrEqual(0);
}
