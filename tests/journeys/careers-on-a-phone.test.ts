import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { axeClean, browserMissing, phone, useBrowser } from '../support/browser.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

const site = async (path: string): Promise<string> => (await fetch(`${program().url}${path}`)).text();
const onPhone = { viewport: phone, hasTouch: true };

test('by the thumb a people manager enters pay with its source and an opening, and a teammate looks at the next role', async () => {
  const manager = await shop().invite('Petra Pay', 'people');
  const { page } = await manager('/settings/careers', onPhone);
  await enterPay(page);
  expect(await site('/careers/places/jamaica?place=jamaica')).toContain('Gross base pay, 2026, Own bands');
  await page.goto('/hiring');
  await openPlace(page);
  expect(await site('/careers/openings')).toContain('Leader in Kingston');

  const teammate = await shop().invite('Priya Raman', 'agent');
  const { page: own } = await teammate('/career', onPhone);
  const stand = own.getByRole('form', { name: 'Where you stand' });
  await stand.getByLabel('Your role').selectOption('senior-customer-service-specialist');
  await stand.getByLabel('Since').fill('2026-05-04');
  await stand.getByLabel('Your place').selectOption('jamaica');
  await stand.getByRole('button', { name: 'Save' }).tap();
  const leader = own.getByRole('region', { name: 'Where you can go' }).getByRole('listitem');
  await leader.filter({ hasText: 'team leader' }).first().waitFor();
  // what is missing for it, and the way there: from nothing known to a first skill that is met
  const skills = own.getByRole('region', { name: 'Skills' });
  await skills.getByText('Rests on').first().tap();
  await skills.getByRole('combobox').first().selectOption('5');
  await skills.getByText('your own word, level 5').waitFor();
  await own
    .getByText(/^1 of \d met$/)
    .first()
    .waitFor();
  await own.getByRole('region', { name: 'Openings' }).getByText('Leader in Kingston').waitFor();
  await fits(own, 'my career');
});

async function enterPay(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Enter a range' }).tap();
  const form = page.getByRole('dialog', { name: 'Enter a range' });
  await form.getByLabel('Place').selectOption({ label: 'Jamaica' });
  await form.getByLabel('From', { exact: true }).fill('1200000');
  await form.getByLabel('To', { exact: true }).fill('1800000');
  await form.getByLabel('Source', { exact: true }).fill('Own bands');
  await form.getByLabel('Year of the figure').fill('2026');
  await form.getByLabel('What the range means').fill('Gross base pay');
  await fits(page, 'the form of a range');
  await form.getByRole('button', { name: 'Save' }).tap();
  await page.getByText('Customer service specialist, Jamaica').waitFor();
}

async function openPlace(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New opening' }).tap();
  const form = page.getByRole('dialog', { name: 'New opening' });
  await form.getByLabel('Title').fill('Leader in Kingston');
  await form.getByLabel('Role').selectOption('customer-service-team-leader');
  await form.getByLabel('Place').selectOption({ label: 'Jamaica' });
  await form.getByLabel('What it is').fill('You lead twelve people.');
  await fits(page, 'the form of an opening');
  await form.getByRole('button', { name: 'Save' }).tap();
  await page.getByRole('button', { name: 'Open it' }).tap();
  await page.getByText('Open on the careers site').first().waitFor();
}

/** Nothing hangs over the edge of the phone, and it is right by WCAG 2.2 AA. */
async function fits(page: Page, where: string): Promise<void> {
  await axeClean(page, `${where}, on a phone`);
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), where).toBeLessThanOrEqual(0);
}
