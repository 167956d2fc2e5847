import { beforeEach, test } from 'vitest';
import { axeClean, browserMissing, useBrowser } from '../support/browser.ts';
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
