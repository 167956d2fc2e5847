import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { axeClean, browserMissing, phone, useBrowser } from '../support/browser.ts';
import { entryOf, rowOf } from './inbox.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

test('who serves two brands sees in row, header and composer for which one they answer; with one there is no such word', async () => {
  await shop().write({ subject: 'For the first', text: 'Hello first.' });
  const first = await shop().conversation('For the first');
  const { page } = await shop().open(`/inbox/all/${first.id}`);
  await entryOf(page, 'Hello first.').waitFor();
  await page.getByRole('radio', { name: 'E-mail' }).waitFor();
  expect(await page.getByText('Fernhill', { exact: true }).count()).toBe(0);
  expect(await page.getByText('Brands I answer for').count()).toBe(0);
  await page.goto('/live');
  await page.getByRole('region', { name: 'Queues' }).getByRole('link').first().waitFor();
  expect(await page.getByText('Fernhill').count()).toBe(0);

  const second = await shop().ask<{ id: string }>('POST', '/api/brands', { name: 'Lumo Energy' });
  await shop().ask('POST', '/api/lines', {
    brandId: second.id,
    channel: 'email',
    name: 'Lumo help',
    address: 'help@lumo.test',
    settings: { door: true, smtp: { host: '127.0.0.1', port: program().mailHost.port, secure: false } },
  });
  await shop().write({ subject: 'For the second', text: 'Hello second.', to: 'help@lumo.test' });
  await page.goto(`/inbox/all/${(await shop().conversation('For the second')).id}`);
  await entryOf(page, 'Hello second.').waitFor();
  await rowOf(page, 'For the second').getByText('Lumo Energy').waitFor();
  await rowOf(page, 'For the first').getByText('Fernhill').waitFor();
  await page.getByRole('radio', { name: 'As Lumo Energy' }).waitFor();
  await fitsOnAPhone(page);
  await page.locator('[data-pane="thread"] header').getByText('Lumo Energy').waitFor();
  await brandLists(page);
  await axeClean(page, 'two brands');
  await brandsOnTheBoard(page);
  await page.setViewportSize(phone);
  await page.emulateMedia({ colorScheme: 'dark' });
  await axeClean(page, 'two brands on a phone, dark');
});

/** The ways to send stand beside a brand's name, however narrow it is. */
async function fitsOnAPhone(page: Page): Promise<void> {
  const wide = page.viewportSize();
  await page.setViewportSize(phone);
  await page.getByRole('radio', { name: 'As Lumo Energy' }).waitFor();
  const ways = await page.getByRole('button', { name: 'More ways to send' }).boundingBox();
  expect((ways?.x ?? phone.width) + (ways?.width ?? 0)).toBeLessThanOrEqual(phone.width);
  if (wide) await page.setViewportSize(wide);
}

/** Queues of one name are told apart on the live board too. */
async function brandsOnTheBoard(page: Page): Promise<void> {
  const at = page.url();
  await page.goto('/live');
  const queues = page.getByRole('region', { name: 'Queues' });
  await queues.getByRole('link', { name: 'Fernhill, Returns' }).waitFor();
  await queues.getByRole('row').filter({ hasText: 'Returns' }).getByText('Lumo Energy').waitFor();
  await axeClean(page, 'two brands on the live board');
  await page.goto(at);
  await page.getByRole('heading', { name: 'Lumo Energy, Returns' }).waitFor();
}

/** My work by brand, and queues of one name told apart. */
async function brandLists(page: Page): Promise<void> {
  const { rows } = await shop().ask<{ rows: { id: string; name: string }[] }>('GET', '/api/brands');
  const { id: teamId } = (await shop().ask<{ rows: { id: string }[] }>('GET', '/api/teams')).rows[0] ?? { id: '' };
  for (const { id } of rows) await shop().ask('POST', '/api/queues', { brandId: id, teamId, name: 'Returns' });
  const mine = await shop().conversation('For the second');
  const me = (await shop().ask<{ me: { teammate: { id: string } } }>('GET', '/api/session')).me.teammate.id;
  await shop().ask('PUT', `/api/conversations/${mine.id}/assignee`, { assigneeId: me });
  await page.reload();
  const column = page.locator('[data-pane="queues"]');
  await column.getByText('Brands I answer for').waitFor();
  await column.getByRole('link', { name: 'Lumo Energy, Returns' }).waitFor();
  await column.getByRole('link', { name: 'Fernhill, Returns' }).waitFor();
  await column.getByRole('link', { name: 'Fernhill', exact: true }).click();
  await page.getByRole('heading', { name: 'Fernhill' }).waitFor();
  expect(await rowOf(page, 'For the second').count()).toBe(0);
  await column.getByRole('link', { name: 'Lumo Energy', exact: true }).click();
  await rowOf(page, 'For the second').click();
  await entryOf(page, 'Hello second.').waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('energy, ret');
  await page.getByRole('option', { name: /Lumo Energy, Returns/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Lumo Energy, Returns' }).waitFor();
}
