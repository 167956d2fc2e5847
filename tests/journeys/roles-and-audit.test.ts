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

test('a role of one’s own: copied, changed after a look at who gains what, given, and all of it in the audit log', async () => {
  const { page } = await shop().open('/settings/roles');
  await page.getByRole('heading', { name: 'Roles', level: 1 }).waitFor();
  await axeClean(page, 'roles');
  await page.getByRole('link', { name: 'Omnichannel support representative' }).click();
  await page.getByRole('button', { name: 'Make a copy' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Night desk');
  await page.getByRole('button', { name: 'Make the role' }).click();
  await page.getByRole('heading', { name: 'Night desk' }).waitFor();

  // somebody has it, so that the change means something
  const { rows: roles } = await shop().ask<{ rows: { id: string; name: string }[] }>('GET', '/api/roles');
  const roleIds = roles.filter(({ name }) => name === 'Night desk').map(({ id }) => id);
  await shop().ask('POST', '/api/teammates', { name: 'Ana Moreau', address: 'ana@desk.test', roleIds });
  await page.reload();
  await page.getByLabel('Take the rows of a view out as a file').selectOption('team');
  await axeClean(page, 'a role');
  await page.getByRole('button', { name: 'See what it would mean' }).click();
  await page.getByText('1 person gains: Take the rows of a view out as a file (Their teams)').waitFor();
  await page.getByText('Ana Moreau').waitFor();
  await page.getByLabel('Why (for the audit log)').fill('The night desk reports – Zoë');
  await axeClean(page, 'what a change of a role means');
  await page.getByRole('button', { name: 'Save the role' }).click();
  await page.getByText('The role was saved').waitFor();

  await page.goto('/settings/audit');
  await page.getByRole('heading', { name: 'Audit log', level: 1 }).waitFor();
  const line = page.getByRole('listitem').filter({ hasText: 'Role changed' });
  await line.getByText('Night desk', { exact: true }).waitFor();
  await line.getByText('Why: The night desk reports – Zoë').waitFor();
  await line.getByRole('button').click();
  await line.getByRole('row', { name: 'Take the rows of a view out as a file nothing Their teams' }).waitFor();
  await page.getByRole('button', { name: 'Verify now' }).click();
  await page.getByText(/Verified up to line \d+ of \d+\./u).waitFor();
  await axeClean(page, 'the audit log');
  await page.getByLabel('Of what').selectOption('role');
  await page.getByRole('listitem').filter({ hasText: 'Line opened' }).waitFor({ state: 'detached' });
  await page.getByRole('listitem').filter({ hasText: 'Role made' }).waitFor();
});

test('who may not give roles sees neither page, and what to do about it', async () => {
  const asAgent = await shop().invite('Bo Lund', 'agent');
  for (const path of ['/settings/roles', '/settings/audit']) {
    const { page } = await asAgent(path);
    await page.getByText('Your role does not show this page.').waitFor();
  }
});

test('both pages hold in the dark, from right to left and on a phone', async () => {
  for (const path of ['/settings/roles', '/settings/audit'])
    for (const [name, look, options] of [
      ['dark, from right to left', { theme: 'dark', direction: 'rtl' }, {}],
      ['on a phone', { theme: 'light' }, { viewport: phone }],
    ] as const) {
      const { page } = await shop().open(path, options);
      await page.evaluate((kept) => localStorage.setItem('rapport.look', kept), JSON.stringify(look));
      await page.reload();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByRole('main').getByRole('listitem').first().waitFor();
      await axeClean(page, `${path}, ${name}`);
    }
});
