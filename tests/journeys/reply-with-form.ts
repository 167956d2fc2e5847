import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { readMail, type Mail } from '#science/mail';
import { axeClean } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { arriveLimitMs, entryOf, replyField, startReply } from './inbox.ts';

/** One red dot. */
const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** The raw mails that somebody got so far. */
export type Mailbox = () => readonly string[] | Promise<readonly string[]>;

/** Bold words, a list, a link and a pasted picture, by keys alone; both parts of the mail are read at its other end. */
export async function replyWithForm(page: Page, mailbox: Mailbox): Promise<void> {
  await startReply(page, 'Dear Alice, ');
  // the plain field is there at once; asked for form, the editor stands in its place with the words and the caret
  await page.keyboard.press('Control+b');
  await isRich(page);
  await page.keyboard.type('a new one');
  await page.keyboard.press('Control+b');
  await page.keyboard.type(' is on its way.');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Shift+8');
  await page.keyboard.type('keep the box');
  await page.keyboard.press('Enter');
  await page.keyboard.type('send nothing back');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Shift+k');
  await page.getByRole('textbox', { name: 'Address the words lead to' }).fill('shop.test/care');
  await page.keyboard.press('Enter');
  await page.keyboard.type(' ');
  await pastePicture(page);
  await replyField(page).getByRole('img').waitFor();
  await axeClean(page, 'formatted writing');
  await page.keyboard.press('Control+Enter');

  const entry = entryOf(page, 'is on its way.');
  await entry.locator('strong').getByText('a new one').waitFor();
  await entry.locator('ul > li').getByText('send nothing back').waitFor();
  await entry.getByRole('img').waitFor();
  await axeClean(page, 'formatted message');

  const mail = await mailSaying(mailbox, 'is on its way.');
  expect(mail.text).toMatch(/Dear Alice, a new one is on its way\.\r?\n- keep the box\r?\n- send nothing back/);
  expect(mail.text).toContain('shop.test/care');
  expect(mail.html).toMatch(/<strong>a new one<\/strong> is on its way\./);
  expect(mail.html).toMatch(/<li><div dir="auto">keep the box<\/div><\/li>/);
  expect(mail.html).toMatch(/href="https:\/\/shop\.test\/care"/);
  const [shown] = mail.attachments;
  expect(shown).toMatchObject({ isInline: true, type: 'image/png' });
  expect(Buffer.from(shown?.bytes ?? []).toString('base64')).toBe(picture);
  expect(mail.html).toContain(`src="cid:${shown?.contentId?.replace(/^<|>$/g, '')}"`);
}

/** The editor has taken the plain field's place. */
export async function isRich(page: Page): Promise<void> {
  await page.locator('[data-pane="composer"] [contenteditable="true"]').waitFor();
}

async function pastePicture(page: Page): Promise<void> {
  await page.evaluate(
    `(() => {
      const bytes = Uint8Array.from(atob('${picture}'), (letter) => letter.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], 'seam.png', { type: 'image/png' }));
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    })()`,
  );
}

async function mailSaying(mailbox: Mailbox, words: string): Promise<Mail> {
  return until(
    `a mail says “${words}”`,
    async () => {
      const mails = await Promise.all((await mailbox()).map((raw) => readMail(Buffer.from(raw, 'latin1'))));
      return mails.find((mail) => mail.text?.includes(words)) ?? false;
    },
    arriveLimitMs,
  );
}
