import type { Locator } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
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

test('from right to left, a line of English words that begins with a number is read from its number on', async () => {
  await shop().write({ from: 'Rita <rita@cust.test>', subject: 'From the right', text: 'Read me.' });
  const { id } = await shop().conversation('From the right');
  const note = { id: crypto.randomUUID(), text: 'A note.', mentions: [] };
  await shop().ask('POST', `/api/conversations/${id}/notes`, note);
  const { page } = await shop().open('/inbox/all');
  await page.evaluate("localStorage.setItem('rapport.look', JSON.stringify({ direction: 'rtl' }))");
  await page.reload();
  const empty = page.getByText('Move with J and K, open with Enter.');
  await empty.waitFor();
  expect(await leftOf(empty, 'Move')).toBeLessThan(await leftOf(empty, 'Enter.'));
  expect(await leftOf(empty, 'Move')).toBeLessThan(await leftOf(empty, '.'));
  await page.goto(`/inbox/all/${id}`);
  const when = entryOf(page, 'A note.').getByText(/^\d.*, internal$/);
  await when.waitFor();
  expect(await page.evaluate('document.documentElement.dir')).toBe('rtl');
  expect(await leftOf(when, '')).toBeLessThan(await leftOf(when, 'internal'));
  await axeClean(page, 'a note from right to left');

  await page.goto('/insights');
  const over = page.getByText(/against the \d+ days before/);
  await over.waitFor();
  expect(await leftOf(over, '')).toBeLessThan(await leftOf(over, 'against'));

  await page.goto('/settings/roles');
  const name = page.getByRole('link', { name: /^Administrator/ }).locator('bdi');
  await name.waitFor();
  // with its list, at the right: not at the far side
  expect(await leftOf(name, '')).toBeGreaterThan(middle);
});

/** The middle of the screen of a desk, in pixels. */
const middle = 640;

/** What of a page's line is looked at here. */
interface Line {
  readonly firstChild: { readonly data: string };
  readonly ownerDocument: { createRange(): Letters };
}
interface Letters {
  setStart(where: object, at: number): void;
  setEnd(where: object, at: number): void;
  getBoundingClientRect(): { readonly left: number };
}

/** Where a letter of a line is drawn: the first of a word of it, or of all of it. */
function leftOf(line: Locator, word: string): Promise<number> {
  return line.evaluate((element, looked) => {
    const { firstChild: text, ownerDocument } = element as unknown as Line;
    const at = text.data.indexOf(looked);
    const letter = ownerDocument.createRange();
    letter.setStart(text, at);
    letter.setEnd(text, at + 1);
    return letter.getBoundingClientRect().left;
  }, word);
}
