import type { Locator, Page } from 'playwright-core';
import { axeClean } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { entryOf, noteField, reads, replyField, rowOf, startReply } from './inbox.ts';

/**
 * Presses a key until what it opens is there: what a list or a thread offers is fetched with the first one, and until
 * then its keys are nobody's.
 */
export async function pressFor(page: Page, key: string, what: Locator): Promise<void> {
  await until(`${key} opens it`, async () => {
    await page.keyboard.press(key);
    // a second press while the first is on its way would be a letter in what it opens
    await what.waitFor({ timeout: 5_000 }).catch(() => undefined);
    return what.isVisible();
  });
}

/** What the console says it did. */
export function said(page: Page, text: string | RegExp): Promise<void> {
  return page.getByRole('status').filter({ hasText: text }).first().waitFor();
}

/** The keys belong to the list again. */
export async function toTheList(page: Page): Promise<void> {
  await page.getByRole('listbox', { name: 'Conversations' }).focus();
}

/** More rows than any list of the morning has. */
const listLength = 60;

/** The cursor of the list on a row, by K to the top and J down; not opened. Of a long list only some rows are drawn. */
async function toRow(page: Page, text: string): Promise<void> {
  const list = page.getByRole('listbox', { name: 'Conversations' });
  const isThere = async (): Promise<boolean> => {
    const row = rowOf(page, text).first();
    if ((await row.count()) === 0) return false;
    return (await list.getAttribute('aria-activedescendant')) === (await row.getAttribute('id'));
  };
  await list.focus();
  for (let step = 0; step < listLength; step += 1) await page.keyboard.press('k');
  await until(`J reaches “${text}”`, async () => {
    if (await isThere()) return true;
    await page.keyboard.press('j');
    return isThere();
  });
}

/** Opened by Enter. */
export async function openRow(page: Page, text: string): Promise<void> {
  await toRow(page, text);
  await page.keyboard.press('Enter');
  await page.getByRole('feed').waitFor();
  await page.getByRole('heading', { name: text }).first().waitFor();
}

/** By V and a few letters to another list. */
export async function goToList(page: Page, letters: string, address: RegExp): Promise<void> {
  await pressFor(page, 'v', page.getByRole('dialog', { name: 'Go to a list or view' }));
  await page.keyboard.type(letters);
  await page.keyboard.press('Enter');
  await page.waitForURL(address);
}

/** Reads, answers and closes in one go; the conversation leaves the list. */
export async function answerAndClose(page: Page, subject: string, answer: string): Promise<void> {
  await openRow(page, subject);
  await startReply(page, answer);
  await page.keyboard.press('Control+Shift+Enter');
  await rowOf(page, subject).waitFor({ state: 'detached' });
  await toTheList(page);
}

/** A macro chosen by its letters while writing writes the words; they leave as they stand. */
export async function answerByMacro(page: Page, subject: string, name: string, words: string): Promise<void> {
  await openRow(page, subject);
  await startReply(page, `/${name.slice(0, 4).toLowerCase()}`);
  await page.getByRole('option', { name: new RegExp(name) }).waitFor();
  await page.keyboard.press('Enter');
  await reads(replyField(page), words);
  await page.keyboard.press('Control+Shift+Enter');
  await rowOf(page, subject).waitFor({ state: 'detached' });
  await toTheList(page);
}

/** A note that asks a colleague, named by the first letters. */
export async function askColleague(page: Page, subject: string, question: string, name: string): Promise<void> {
  await openRow(page, subject);
  await pressFor(page, 'n', noteField(page));
  await page.keyboard.type(`${question} @${name.slice(0, 3).toLowerCase()}`);
  await page.getByRole('option', { name: new RegExp(name) }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await entryOf(page, question).waitFor();
  await toTheList(page);
}

/** Put away until a time that is typed. */
export async function snooze(page: Page, subject: string, time: string): Promise<void> {
  await openRow(page, subject);
  const picker = page.getByRole('dialog', { name: 'Snooze' });
  await pressFor(page, 's', picker);
  await page.keyboard.type(time);
  await picker.getByRole('option', { name: /^Until / }).waitFor();
  await page.keyboard.press('Enter');
  await rowOf(page, subject).waitFor({ state: 'detached' });
  await toTheList(page);
}

/** Merges into the customer's other conversation, thinks again, and takes it back by Z. */
export async function mergeAndUndo(page: Page, subject: string, other: string): Promise<void> {
  await openRow(page, subject);
  const dialog = page.getByRole('dialog', { name: /^Merge #/ });
  await pressFor(page, 'm', dialog);
  await dialog.getByRole('radio', { name: other }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await dialog.getByRole('region', { name: 'What will happen' }).waitFor();
  await page.keyboard.press('Enter');
  await said(page, 'is merged into');
  await rowOf(page, subject).waitFor({ state: 'detached' });
  await page.keyboard.press('z');
  await said(page, 'Undone');
  await rowOf(page, subject).waitFor();
  await rowOf(page, other).waitFor();
  await toTheList(page);
}

/** The newest message begins a conversation of its own. */
export async function splitNewest(page: Page, subject: string, words: string, into: string): Promise<void> {
  await openRow(page, subject);
  const mail = entryOf(page, words);
  const why = page.getByRole('menuitem', { name: 'Why is this message here?' });
  const menu = mail.getByRole('button', { name: 'About this message' });
  await mail.waitFor();
  await until('the menu of the message is open', async () => {
    await menu.focus();
    await page.keyboard.press('Enter');
    await why.waitFor({ timeout: 2_000 }).catch(() => undefined);
    return why.isVisible();
  });
  await why.focus();
  await page.keyboard.press('Enter');
  await mail.getByRole('button', { name: 'Split from here' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Split #/ });
  await dialog.waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(into);
  await page.keyboard.press('Enter');
  await rowOf(page, into).waitFor();
  await toTheList(page);
}

/** An answer that leaves tomorrow. */
export async function sendLater(page: Page, subject: string, answer: string): Promise<void> {
  await openRow(page, subject);
  await startReply(page, answer);
  const dialog = page.getByRole('dialog', { name: /^Send later to/ });
  await pressFor(page, 'Control+Alt+Enter', dialog);
  await dialog.getByRole('button', { name: /^Tomorrow/ }).focus();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: /^Send \w+/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Leaves later' }).getByText(answer).waitFor();
  await toTheList(page);
}

/** Several at once: closed together, all back by one Z, closed again. */
export async function closeTogether(page: Page, subjects: readonly string[]): Promise<void> {
  const bar = page.getByRole('region', { name: 'What is chosen' });
  const close = async (): Promise<void> => {
    await toRow(page, subjects[0] ?? '');
    await page.keyboard.press('x');
    for (const _ of subjects.slice(1)) await page.keyboard.press('Shift+J');
    await bar.getByText(`${subjects.length} chosen`).waitFor();
    await page.keyboard.press('e');
    const asks = page.getByRole('dialog', { name: `Close ${subjects.length} conversations?` });
    for (const subject of subjects) await asks.getByText(subject).waitFor();
    await asks.getByRole('button', { name: 'Close them' }).focus();
    await page.keyboard.press('Enter');
    await said(page, `Closed: ${subjects.length} conversations changed`);
    for (const subject of subjects) await rowOf(page, subject).waitFor({ state: 'detached' });
  };
  await close();
  await page.keyboard.press('z');
  await said(page, 'Closed: Taken back');
  for (const subject of subjects) await rowOf(page, subject).waitFor();
  await toTheList(page);
  await close();
}

/** Found by its words, opened from the field, and one is back in the inbox. */
export async function search(page: Page, words: string, hit: RegExp, says: string): Promise<void> {
  await typeSearch(page, words);
  await page.getByRole('link', { name: hit }).first().waitFor();
  await axeClean(page, `found ${words}`);
  await page.keyboard.press('Enter');
  await entryOf(page, says).waitFor();
}

/** The same by somebody who does not wait: what was found for the words before is never what opens. */
export async function searchAtOnce(page: Page, words: string, says: string): Promise<void> {
  await typeSearch(page, words);
  await page.keyboard.press('Enter');
  await entryOf(page, says).waitFor();
}

async function typeSearch(page: Page, words: string): Promise<void> {
  await page.keyboard.press('/');
  const field = page.getByPlaceholder(/./).and(page.locator('[inputmode=search]'));
  await until('the search has the focus', () =>
    field.evaluate((one: { matches(selector: string): boolean }) => one.matches(':focus')),
  );
  await page.keyboard.press('Control+a');
  await page.keyboard.type(words);
}
