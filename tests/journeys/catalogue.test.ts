import { beforeEach, expect, test } from 'vitest';
import { axeClean, browserMissing, phone, useBrowser } from '../support/browser.ts';
import { chooseBy, pressBy, writeBy } from '../support/by-keys.ts';
import { until } from '../support/until.ts';
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
  // by keys alone, from the button to the kept range and its end
  await pressBy(page, page.getByRole('button', { name: 'Enter a range' }));
  const form = page.getByRole('dialog', { name: 'Enter a range' });
  await chooseBy(page, form.getByLabel('Place'), 'Jamaica');
  await writeBy(page, form.getByLabel('From', { exact: true }), '1500000');
  await writeBy(page, form.getByLabel('To', { exact: true }), '1200000');
  await writeBy(page, form.getByLabel('Source', { exact: true }), 'Own bands');
  await writeBy(page, form.getByLabel('Year of the figure'), '2026');
  await writeBy(page, form.getByLabel('What the range means'), 'Gross base pay');
  expect(await form.getByLabel('Currency').inputValue()).toBe('JMD');
  await axeClean(page, 'the form of a range');
  await page.keyboard.press('Enter');
  await form.getByText('Write two amounts').waitFor();
  await writeBy(page, form.getByLabel('To', { exact: true }), '1800000');
  await pressBy(page, form.getByRole('button', { name: 'Save' }));
  await page.getByText('Customer service specialist, Jamaica').waitFor();
  await axeClean(page, 'pay');
  const shown = await site('/careers/places/jamaica?place=jamaica');
  expect(shown).toContain('1,500,000–1,800,000');
  expect(shown).toContain('Gross base pay, 2026, Own bands');
  expect(await site('/careers/customer-service-specialist?place=jamaica')).toContain('1,500,000–1,800,000');
  await pressBy(page, page.getByRole('button', { name: 'Take away: Customer service specialist, Jamaica' }));
  await page.getByText('Taken away').first().waitFor();
  expect(await site('/careers/places/jamaica')).toContain('No honest figure yet');
});

const table = `occ_title,a_pct10,a_pct90,place
Customer service specialist,"1,200,000","1,500,000",Jamaica
Customer service manager,2400000,3100000,Jamaica
Florist,900000,1000000,Jamaica
`;

test('an official table comes in with what it leaves unsaid, is tried, told line by line, and taken back', async () => {
  const open = await shop().invite('Olga Official', 'people');
  const { page, allow } = await open('/settings/careers');
  allow(/422/);
  await page.getByRole('link', { name: 'Bring in an official table' }).click();
  const kind = page.getByLabel('What the lines are');
  await until('pay is chosen', async () => (await kind.inputValue().catch(() => '')) === 'pay');
  await page
    .getByLabel('CSV file')
    .setInputFiles({ name: 'wages.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  await page.getByRole('button', { name: 'Look at the file' }).click();
  await page.getByRole('heading', { name: 'wages.csv' }).waitFor();
  expect(await page.getByLabel('Role (needed)').locator('option:checked').textContent()).toBe('occ_title');
  await axeClean(page, 'the columns of a table');
  await page.getByRole('button', { name: 'Try it, change nothing' }).click();
  await page.getByText('"Currency" is needed.').waitFor();
  for (const [field, value] of [
    ['Currency', 'JMD'],
    ['Year', '2025'],
    ['Source', 'Statistical Institute of Jamaica'],
    ['What the range means', 'Gross base pay, 10th to 90th percentile'],
  ] as const) {
    await page.getByLabel(`${field} (needed)`).selectOption({ label: 'The same in every line' });
    await page.getByLabel(`${field}, in every line`).fill(value);
  }
  await page.keyboard.press('Enter');
  await page.getByText('New: 2').waitFor();
  await page.getByText('This line names no role of the catalogue').waitFor();
  expect(await site('/careers/places/jamaica')).not.toContain('JMD');
  await page.setViewportSize(phone);
  await axeClean(page, 'the report of a table on a phone');
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await page.getByText('Brought in', { exact: true }).waitFor();
  const shown = await site('/careers/places/jamaica?place=jamaica');
  expect(shown).toContain('1,200,000–1,500,000');
  expect(shown).toContain('Gross base pay, 10th to 90th percentile, 2025, Statistical Institute of Jamaica');
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('Taken back: 2').waitFor();
  expect(await site('/careers/places/jamaica')).not.toContain('Statistical Institute');
});

test('a text is said in their own words, in Spanish too, and had back; a role has its name in a place', async () => {
  const open = await shop().invite('Tess Text', 'people');
  const { page } = await open('/settings/careers/texts');
  // by keys alone, from the list to the kept text
  await pressBy(page, page.getByRole('link', { name: 'Account manager' }));
  await writeBy(page, page.getByLabel(/^In one sentence/), 'You look after those who stay with Lumo.');
  await writeBy(page, page.getByLabel('Source: In one sentence'), 'Our people team');
  await axeClean(page, 'the editor of a role');
  await writeBy(page, page.getByLabel('Code in ESCO, or its ISCO-08 group'), '1420.9');
  await pressBy(page, page.getByRole('button', { name: 'Save' }));
  await page.getByText('It stands on the site').first().waitFor();
  const shown = await site('/careers/account-manager');
  expect(shown).toContain('You look after those who stay with Lumo.');
  expect(shown).toContain('Our people team');
  expect(shown).toMatch(/data-source="esco">ESCO <a href="[^"]+" rel="external noopener">1420\.9</);
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
