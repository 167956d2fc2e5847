import type { Locator, Page } from 'playwright-core';
import { until } from '../support/until.ts';

/** Longest a mail may take to a screen or into a mailbox, in milliseconds: a bound for busy machines, not the promise. */
export const arriveLimitMs = 30_000;

/** The row of the list that says this. */
export function rowOf(page: Page, text: string | RegExp): Locator {
  return page.getByRole('listbox', { name: 'Conversations' }).getByRole('option').filter({ hasText: text });
}

/** The entry of the open conversation that says this. */
export function entryOf(page: Page, text: string | RegExp): Locator {
  return page.getByRole('feed').getByRole('article').filter({ hasText: text });
}

/** Moves with J to the row that says this and opens it with Enter; no pointer is used. */
export async function openByKeys(page: Page, text: string): Promise<void> {
  const row = rowOf(page, text).first();
  await row.waitFor();
  const id = await row.getAttribute('id');
  const list = page.getByRole('listbox', { name: 'Conversations' });
  await until(`J reaches the row “${text}”`, async () => {
    if ((await list.getAttribute('aria-activedescendant')) === id) return true;
    await page.keyboard.press('j');
    return (await list.getAttribute('aria-activedescendant')) === id;
  });
  await page.keyboard.press('Enter');
  await page.getByRole('feed').waitFor();
}

/** The field of a reply, or of a note. */
export function replyField(page: Page): Locator {
  return page.getByRole('textbox', { name: /^Your reply to/ });
}

export function noteField(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Your note, for colleagues only' });
}

/** R, the words, Ctrl+Enter. */
export async function replyByKeys(page: Page, text: string): Promise<void> {
  await startReply(page, text);
  await page.keyboard.press('Control+Enter');
}

/** R and the words, not sent. */
export async function startReply(page: Page, text: string): Promise<void> {
  await page.keyboard.press('r');
  await until('the field has the focus', () =>
    replyField(page).evaluate((field: { matches(selector: string): boolean }) => field.matches(':focus')),
  );
  await page.keyboard.type(text);
}

/** Waits until a field or an element reads so. */
export async function reads(where: Locator, text: string | RegExp, limitMs = arriveLimitMs): Promise<void> {
  let last = '';
  try {
    await until(
      `it reads ${text}`,
      async () => {
        last = await where.evaluate((element) =>
          'value' in element ? String(element.value) : (element.textContent ?? ''),
        );
        return typeof text === 'string' ? last === text : text.test(last);
      },
      limitMs,
    );
  } catch (error) {
    throw new Error(`It read “${last}”, not ${text}.`, { cause: error });
  }
}

/** Files wait on their way from now on, until what is answered is called; `fail` breaks them off instead. */
export async function holdUploads(page: Page): Promise<(how?: 'fail') => void> {
  const { promise, resolve } = Promise.withResolvers<'fail' | undefined>();
  await page.route('**/api/uploads?**', async (route) =>
    (await promise) === 'fail' ? route.abort() : route.continue(),
  );
  return resolve;
}
