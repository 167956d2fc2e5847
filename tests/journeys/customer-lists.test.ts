import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { axeClean, browserMissing, phone, useBrowser } from '../support/browser.ts';
import { pressBy } from '../support/by-keys.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** Somebody who wrote, and bought a lamp. */
async function aCustomer(name: string, address: string): Promise<string> {
  const subject = `A lamp for ${name}`;
  await shop().write({ from: `${name} <${address}>`, subject, text: 'Is it on its way?' });
  const { customer } = await shop().conversation(subject);
  await shop().ask('PUT', `/api/shops/webshop/orders/${name.replaceAll(' ', '-')}`, {
    number: `#${name.length}01`,
    customer: { kind: 'address', value: address },
    phase: 'sent',
    currency: 'EUR',
    totalMinor: 4900,
    placedAt: new Date().toISOString(),
    lines: [{ name: 'Lamp', unitMinor: 4900 }],
  });
  return customer.id;
}

test('consent is written down and taken back; who agreed and bought is kept as a segment, by keys, and downloaded', async () => {
  const id = await aCustomer('Ingrid Solberg', 'ingrid@solberg.test');
  await aCustomer('Otto Berg', 'otto@berg.test');
  await shop().ask('PATCH', `/api/customers/${id}`, { tags: ['Trekking'] });
  const { page } = await shop().open(`/customers/${id}`);
  const consent = card(page, 'Consent');
  await consent.getByText('Nothing was agreed to yet.').waitFor();
  await pressBy(page, consent.getByRole('button', { name: 'Write down' }));
  await consent.getByLabel('What proves it').fill('She said yes in the call of today.');
  await pressBy(page, consent.getByRole('button', { name: 'Save' }));
  await consent.getByText('She said yes in the call of today.').waitFor();
  await axeClean(page, 'consent of a customer');

  await pressBy(page, page.getByRole('button', { name: 'Conditions' }));
  const dialog = page.getByRole('dialog', { name: 'Who is shown' });
  await pressBy(page, dialog.getByRole('button', { name: 'Add a condition' }));
  await dialog.getByLabel('Add', { exact: true }).selectOption('Trekking');
  await dialog.getByText('1 customer').waitFor();
  await pressBy(page, dialog.getByRole('button', { name: 'Add a group' }));
  await dialog.getByLabel('All of these').last().check();
  await dialog.getByRole('combobox', { name: 'Field' }).last().selectOption('consent');
  await pressBy(page, dialog.getByRole('button', { name: 'Add a condition' }).first());
  await dialog.getByRole('combobox', { name: 'Field' }).nth(2).selectOption('orders');
  await dialog.getByText('1 customer').waitFor();
  await axeClean(page, 'the conditions of a segment');
  await pressBy(page, dialog.getByRole('button', { name: 'Keep as a segment' }));
  await dialog.getByLabel('Name').fill('Trekkers who agreed');
  await page.keyboard.press('Enter');
  const list = page.getByRole('region', { name: 'List of customers', exact: true });
  await list.getByRole('link', { name: 'Otto Berg' }).waitFor({ state: 'detached' });
  await list.getByRole('link', { name: 'Ingrid Solberg' }).waitFor();
  expect(new URL(page.url()).searchParams.get('segment')).not.toBeNull();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as a file' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('Trekkers who agreed.csv');

  await consent.getByRole('button', { name: 'They took it back: Offers and marketing, mail' }).click();
  await consent.getByText('Took it back', { exact: true }).first().waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Ingrid Solberg' }).waitFor();
  await list.getByRole('link', { name: 'Ingrid Solberg' }).waitFor({ state: 'detached' });
});

test('a customer is erased: asked why, gone everywhere, and the proof says what went and names nobody', async () => {
  const id = await aCustomer('Erik Away', 'erik@away.test');
  const { page } = await shop().open(`/customers/${id}`);
  await page.getByRole('button', { name: 'Erase' }).click();
  const dialog = page.getByRole('dialog', { name: 'Erase Erik Away for good?' });
  await axeClean(page, 'the question before an erasure');
  await dialog.getByLabel('The customer asked for it').check();
  await dialog.getByRole('button', { name: 'Erase' }).click();
  const proof = card(page, 'Proof of the erasure');
  await proof.getByRole('row', { name: /orders orders 1/ }).waitFor();
  await proof.getByRole('row', { name: /customers customers 1/ }).waitFor();
  expect(await page.locator('main').textContent()).not.toMatch(/Erik|away\.test/);
  await axeClean(page, 'the proof of an erasure');
  const found = await shop().ask<{ rows: unknown[] }>('GET', '/api/customers?text=erik');
  expect(found.rows).toEqual([]);
  await page.goto('/settings/privacy');
  await card(page, 'Erasures').getByText('The customer asked for it').first().waitFor();
});

test('segments, orders, duplicates and privacy hold in dark, from right to left and on a phone', async () => {
  const id = await aCustomer('Noa Lev', 'noa.lev@mail.test');
  await shop().ask('POST', `/api/customers/${id}/identities`, { kind: 'phone', value: '+46 31 555 02 02' });
  await shop().ask('POST', '/api/customers', { name: 'N. Lev', identity: { kind: 'phone', value: '031 555 02 02' } });
  const screens = [
    [`/customers/${id}`, 'Consent'],
    ['/orders', 'Noa Lev'],
    ['/customers/duplicates', 'Duplicates'],
    ['/settings/privacy', 'Erasures'],
  ] as const;
  const { page } = await shop().open('/customers');
  for (const [name, look, viewport] of [
    ['dark and from right to left', { theme: 'dark', direction: 'rtl' }, { width: 1440, height: 900 }],
    ['on a phone', { theme: 'light' }, phone],
  ] as const) {
    await page.setViewportSize(viewport);
    await page.evaluate((kept) => localStorage.setItem('rapport.look', kept), JSON.stringify(look));
    for (const [path, sign] of screens) {
      await page.goto(path);
      await page.getByText(sign).first().waitFor();
      await axeClean(page, `${path}, ${name}`);
      const wide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      expect(wide, `${path}, ${name}`).toBeLessThanOrEqual(0);
    }
  }
});
