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

test('a people manager enters a range of pay with its source, and it stands on the site at once', async () => {
  const open = await shop().invite('Petra Pay', 'people');
  const { page } = await open('/settings/careers');
  await page.getByText('National starting salaries').first().waitFor();
  expect(await site('/careers/places/jamaica')).not.toContain('JMD');
  await page.getByRole('button', { name: 'Enter a range' }).click();
  const form = page.getByRole('dialog', { name: 'Enter a range' });
  await form.getByLabel('From', { exact: true }).fill('1500000');
  await form.getByLabel('To', { exact: true }).fill('1200000');
  await form.getByLabel('Source', { exact: true }).fill('Own bands');
  await form.getByLabel('Year of the figure').fill('2026');
  await form.getByLabel('What the range means').fill('Gross base pay');
  expect(await form.getByLabel('Currency').inputValue()).toBe('JMD');
  await axeClean(page, 'the form of a range');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByText('Write two amounts').waitFor();
  await form.getByLabel('To', { exact: true }).fill('1800000');
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Customer service specialist, Jamaica').waitFor();
  await axeClean(page, 'pay');
  const shown = await site('/careers/places/jamaica?place=jamaica');
  expect(shown).toContain('1,500,000–1,800,000');
  expect(shown).toContain('Gross base pay, 2026, Own bands');
  expect(await site('/careers/customer-service-specialist?place=jamaica')).toContain('1,500,000–1,800,000');
  await page.getByRole('button', { name: 'Take away: Customer service specialist, Jamaica' }).click();
  await page.getByText('Taken away').first().waitFor();
  expect(await site('/careers/places/jamaica')).toContain('No honest figure yet');
});

test('a text is said in their own words, in Spanish too, and had back; a role has its name in a place', async () => {
  const open = await shop().invite('Tess Text', 'people');
  const { page } = await open('/settings/careers/texts');
  await page.getByRole('link', { name: 'Account manager' }).click();
  await page.getByLabel(/^In one sentence/).fill('You look after those who stay with Lumo.');
  await page.getByLabel('Source: In one sentence').fill('Our people team');
  await axeClean(page, 'the editor of a role');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('It stands on the site').first().waitFor();
  const shown = await site('/careers/account-manager');
  expect(shown).toContain('You look after those who stay with Lumo.');
  expect(shown).toContain('Our people team');
  await page.getByRole('combobox', { name: 'Language', exact: true }).selectOption('es');
  await page.getByLabel('Name', { exact: true }).fill('Responsable de cuentas');
  await page.getByRole('button', { name: 'Save' }).click();
  // the way back is there once the translation is kept: what was said of the first saving may still be in sight
  await page.getByRole('button', { name: 'Back to what came' }).waitFor();
  expect(await site('/careers/es/account-manager')).toContain('Responsable de cuentas');
  await page.getByRole('combobox', { name: 'Language', exact: true }).selectOption('en');
  await page.getByRole('button', { name: 'Back to what came' }).click();
  await page.getByText('went back to what came').waitFor();
  expect(await site('/careers/account-manager')).not.toContain('You look after those who stay with Lumo.');

  await page.goto('/settings/careers/titles');
  await page.getByLabel('Called there').fill('Customer care agent');
  await page.getByLabel('Source').fill('Our people team');
  await page.getByRole('button', { name: 'Name a role in a place' }).click();
  await page.getByText('Customer care agent').waitFor();
  expect(await site('/careers/places/jamaica')).toContain('Customer care agent');
  await page.setViewportSize(phone);
  await axeClean(page, 'names by place on a phone');
});
