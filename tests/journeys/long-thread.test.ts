import { beforeEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { browserMissing, useBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { entryOf } from './inbox.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

test('who reads upwards in a long thread stays at the event they read when older ones come above it', async () => {
  await shop().write({ from: 'Lo <lo@cust.test>', subject: 'A long story', text: 'It began so.' });
  const { id } = await shop().conversation('A long story');
  for (let n = 1; n <= 64; n += 1) {
    const note = { id: crypto.randomUUID(), text: `Note ${n} of many.`, mentions: [] };
    await shop().ask('POST', `/api/conversations/${id}/notes`, note);
  }
  const { page } = await shop().open(`/inbox/all/${id}`);
  await entryOf(page, 'Note 64 of many.').focus();
  for (const size of [60, 65]) {
    await until(`PageUp brings older ones, ${size} in all`, async () => {
      await page.keyboard.press('PageUp');
      return (await standsOn(page)).size === size;
    });
    const { top, feedTop, feedEnd } = await standsOn(page);
    expect(top).toBeGreaterThanOrEqual(feedTop - 1);
    expect(top).toBeLessThan(feedEnd);
  }
});

test('a promise made or left by keys gives the focus back to where it was', async () => {
  await shop().write({ from: 'Pi <pi@cust.test>', subject: 'By when', text: 'By when?' });
  const { id } = await shop().conversation('By when');
  const { page } = await shop().open(`/inbox/all/${id}`);
  const entry = entryOf(page, 'By when?');
  const dialog = page.getByRole('dialog', { name: 'Promise something' });
  await entry.focus();
  await page.keyboard.press('Shift+P');
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await until('the event has the focus', () => entry.evaluate((one) => one.matches(':focus')));
  await page.keyboard.press('Shift+P');
  await dialog.waitFor();
  await page.keyboard.type('An answer');
  await page.keyboard.press('Tab');
  await page.keyboard.type('in 2 hours');
  await page.keyboard.press('Enter');
  await page.getByRole('note').getByText('An answer').waitFor();
  await until('the event has the focus again', () => entry.evaluate((one) => one.matches(':focus')));
});

/** The event that has the focus: of how many, and where it stands on the screen. */
async function standsOn(page: Page): Promise<{ size: number; top: number; feedTop: number; feedEnd: number }> {
  return (await page.evaluate(`(() => {
    const box = document.activeElement.closest('.overflow-y-auto').getBoundingClientRect();
    return {
      size: Number(document.activeElement.getAttribute('aria-setsize')),
      top: document.activeElement.getBoundingClientRect().top,
      feedTop: box.top,
      feedEnd: box.bottom,
    };
  })()`)) as { size: number; top: number; feedTop: number; feedEnd: number };
}
