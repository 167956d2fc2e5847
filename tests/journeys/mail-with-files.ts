import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { readMail, type Mail } from '#science/mail';
import { until } from '../support/until.ts';
import { arriveLimitMs, entryOf, holdUploads, openByKeys, rowOf, startReply } from './inbox.ts';

/** Where mails of others come and go. */
export interface Others {
  write(mail: {
    from: string;
    to: string;
    cc: string;
    subject: string;
    html: string;
    attachments: { filename: string; content: Buffer; contentType: string; cid?: string }[];
  }): Promise<unknown>;
  mailbox(address: string, atLeast: number): Promise<readonly string[]>;
}

const subject = 'The seam opened';
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A reply to everyone with a file and the picture quoted, and the whole passed on to somebody else. */
export async function mailWithFiles(page: Page, others: Others, ask: { ours: string; third: string }): Promise<void> {
  await others.write({
    from: 'Carla Conti <carla@cust.test>',
    to: ask.ours,
    cc: 'bob@cust.test',
    subject,
    html: '<p>Look: <img src="cid:seam@cust.test"></p>',
    attachments: [
      { filename: 'seam.png', content: picture, contentType: 'image/png', cid: 'seam@cust.test' },
      { filename: 'bill.txt', content: Buffer.from('Bill 42'), contentType: 'text/plain' },
    ],
  });
  // nobody's hands are in the list: it stands still for nobody
  await rowOf(page, subject).waitFor({ timeout: arriveLimitMs });
  await openByKeys(page, subject);
  await startReply(page, 'We send a new one.');
  const composer = page.locator('[data-pane="composer"]');
  await composer.getByText(/copy to bob@cust\.test/).waitFor();
  // it is sent while its file is under way, and leaves with it
  const letThrough = await holdUploads(page);
  await composer
    .locator('input[type="file"]')
    .setInputFiles({ name: 'label.txt', mimeType: 'text/plain', buffer: Buffer.from('Label') });
  await page.keyboard.press('Control+Enter');
  await entryOf(page, 'We send a new one.').getByText('label.txt').waitFor();
  letThrough();
  await entryOf(page, 'We send a new one.').getByText('label.txt').waitFor();
  const bobs = await lastOf(others, 'bob@cust.test', 'We send a new one.');
  expect(bobs.to.map(({ address }) => address)).toEqual(['carla@cust.test']);
  expect(bobs.cc.map(({ address }) => address)).toEqual(['bob@cust.test']);
  expect(bobs.attachments.map((file) => `${file.name} ${file.isInline}`).toSorted()).toEqual([
    'label.txt false',
    'seam.png true',
  ]);

  await page.getByRole('feed').getByRole('article').first().getByRole('button', { name: 'About this message' }).click();
  await page.getByRole('menuitem', { name: /^Pass on/ }).click();
  await composer.getByText('Passing on a message with 1 file').waitFor();
  await composer.getByLabel('To: add an address').fill(ask.third);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  const passedOn = await lastOf(others, ask.third, 'Forwarded message');
  expect(passedOn.subject).toBe(`Fwd: ${subject}`);
  expect(passedOn.attachments.map((file) => `${file.name} ${file.isInline}`).toSorted()).toEqual([
    'bill.txt false',
    'seam.png true',
  ]);
}

async function lastOf(others: Others, address: string, words: string): Promise<Mail> {
  let found: Mail | undefined;
  await until(
    `${address} has a mail that says “${words}”`,
    async () => {
      const mails = await Promise.all(
        (await others.mailbox(address, 1)).map((raw) => readMail(Buffer.from(raw, 'latin1'))),
      );
      found = mails.find((mail) => mail.text?.includes(words));
      return found !== undefined;
    },
    arriveLimitMs,
  );
  if (!found) throw new Error('No such mail came.');
  return found;
}
