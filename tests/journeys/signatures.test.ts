import { beforeEach, test } from 'vitest';
import { axeClean, browserMissing, phone, useBrowser } from '../support/browser.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

test('a signature of one’s own is shown as the customer sees it, in light and dark, and kept', async () => {
  const { page } = await shop().open('/settings/signatures');
  const all = page.getByRole('region', { name: 'For all brands' });
  await all.getByRole('textbox', { name: 'For all brands' }).fill('Kind regards, {first}');
  await all.getByRole('region', { name: 'As the customer sees it' }).getByText('Kind regards, Olive').waitFor();
  await axeClean(page, 'signatures');
  await page.emulateMedia({ colorScheme: 'dark' });
  await axeClean(page, 'signatures, dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await all.getByRole('button', { name: 'Save' }).click();
  await all.getByText('Saved').waitFor();
  await page.reload();
  await all.getByText('Kind regards, Olive').waitFor();
});

test('from whom the mails of a line are is chosen in words, with one’s public name in them', async () => {
  const { page } = await shop().open('/settings/signatures');
  await page.getByRole('textbox', { name: 'Your name for customers' }).fill('Liv');
  const form = page.locator('form').filter({ hasText: 'Your name for customers' });
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByText('Saved').waitFor();

  await page.goto(`/settings/channels/${shop().lineId}`);
  const choice = page.getByRole('combobox', { name: 'Whom its mails are from' });
  const preview = page.getByRole('region', { name: 'As the customer sees it' });
  await choice.selectOption({ label: 'Who writes, at the brand: Liv at Fernhill' });
  await preview.getByText('Liv at Fernhill').waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await axeClean(page, `the form of a line, ${colorScheme}`);
  }
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.reload();
  await preview.getByText('Liv at Fernhill').waitFor();
  await choice.selectOption({ label: 'Words of your own' });
  await page.getByRole('textbox', { name: 'Name customers see' }).fill('Team {line}');
  await preview.getByText('Team Support').waitFor();
  await page.setViewportSize(phone);
  await axeClean(page, 'the form of a line, on a phone');
  await choice.scrollIntoViewIfNeeded();
});
