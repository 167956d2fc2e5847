import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { axeClean, browserMissing, useBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { openByKeys, rowOf } from './inbox.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

// behind a dialog it is hidden from whoever asks for it by its role
const list = (page: Page) => page.locator('[role="listbox"][aria-label="Conversations"]');
const order = (page: Page) => list(page).locator('[role="option"]').allTextContents();
const cursor = async (page: Page) => (await list(page).getAttribute('aria-activedescendant'))?.slice('row-'.length);
const placeOf = async (page: Page) => page.locator(`#row-${await cursor(page)}`).getAttribute('aria-posinset');
const isInList = (page: Page) =>
  list(page).evaluate((box: { matches(selector: string): boolean }) => box.matches(':focus'));

test('rows hold still under a dialog opened from the list; then the focus is there, on the row or on its successor', async () => {
  const ids = new Map<string, string>();
  for (const subject of ['Held one', 'Held two', 'Held three']) {
    await shop().write({ from: `Ivo <ivo-${subject.slice(5)}@cust.test>`, subject, text: 'Hello.' });
    ids.set(subject, (await shop().conversation(subject)).id);
  }
  const { page } = await shop().open('/inbox/all');
  await rowOf(page, 'Held three').waitFor();
  await page.mouse.move(1200, 5);
  await openByKeys(page, 'Held two');
  await page.waitForURL(`**/${ids.get('Held two')}`);
  await list(page).focus();
  const before = await order(page);
  const tags = page.getByRole('dialog', { name: 'Tags' });
  await page.keyboard.press('l');
  await tags.waitFor();
  // its field takes the focus by itself, sooner than anything could look where it was
  await until('the field has the focus', () =>
    page.evaluate(`document.activeElement?.closest('[role="dialog"]') !== null`),
  );
  await shop().ask('PUT', `/api/conversations/${ids.get('Held two')}/closure`, { how: 'answered' });
  await shop().write({ from: 'New <new@cust.test>', subject: 'Held four', text: 'Hello.' });
  await shop().conversation('Held four');
  await page.getByRole('button', { name: /^1 new/, includeHidden: true }).waitFor();
  expect(await order(page)).toHaveLength(before.length);
  expect(await cursor(page)).toBe(ids.get('Held two'));
  await page.keyboard.press('Escape');
  await tags.waitFor({ state: 'detached' });
  await until('the focus is in the list', () => isInList(page));
  expect(await cursor(page)).toBe(ids.get('Held two'));
  const place = await placeOf(page);

  await page.keyboard.press('.');
  await rowOf(page, 'Held two').waitFor({ state: 'detached' });
  await rowOf(page, 'Held four').waitFor();
  expect(await isInList(page)).toBe(true);
  // nothing jumped to the top: what took its place is under the cursor
  expect(await placeOf(page)).toBe(place);
  expect(await cursor(page)).not.toBe(ids.get('Held two'));
  await axeClean(page, 'the list after its row has left');
});
