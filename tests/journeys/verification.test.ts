import { beforeEach, test } from 'vitest';
import { axeClean, browserMissing, useBrowser } from '../support/browser.ts';
import { entryOf } from './inbox.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

test('a way to check is written in Settings, and beside a conversation says what may be said', async () => {
  await shop().write({ from: 'Vera <vera@cust.test>', subject: 'My address', text: 'Which one do you have?' });
  const { id } = await shop().conversation('My address');
  const { page } = await shop().open('/settings/verification');
  await page.getByText('No ways yet').waitFor();
  await page.getByRole('button', { name: 'New way' }).press('Enter');
  await page.getByLabel('Name').fill('By their last order');
  await page.getByLabel('Ask, in this order').fill('Which number?\nWhich sum?');
  await page.getByLabel('May be said').fill('Orders and the address');
  await axeClean(page, 'writing a way');
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await page.getByText('Which number? · Which sum?').waitFor();
  await page.goto(`/inbox/all/${id}`);
  await entryOf(page, 'Which one do you have?').waitFor();
  await page.getByText('Not checked.').waitFor();
  await page.getByRole('button', { name: 'Check who they are' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Check who they are/ });
  await dialog.getByText('Which sum?').waitFor();
  await axeClean(page, 'checking somebody');
  await dialog.getByRole('button', { name: 'They are who they say' }).press('Enter');
  await page.getByText('Vera was checked').waitFor();
  await page.getByText('May be said: Orders and the address').waitFor();
  await axeClean(page, 'somebody was checked');
});
