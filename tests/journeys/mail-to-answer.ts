import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeClean } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { arriveLimitMs, entryOf, noteField, openByKeys, replyByKeys, rowOf } from './inbox.ts';

/** One way that mail comes and goes, and Alice's own mailbox at its other end. */
export interface Post {
  /** What the owner types on the first-run page. */
  readonly line: {
    readonly address: string;
    readonly imap?: string;
    readonly password?: string;
    readonly smtp: string;
  };
  /** Alice sends a mail. */
  write(mail: AlicesMail): Promise<unknown>;
  /** The mails in her mailbox as they came, once there are so many. */
  mailbox(atLeast: number): Promise<readonly string[]>;
}

export interface AlicesMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  readonly inReplyTo?: string;
  readonly references?: string[];
}

const subject = 'Where is order 4711?';
const answer = 'It left our house yesterday and comes on Friday.';

/** The heart of the product: from an empty program to a customer's second mail, answered, noted, closed and reopened by a third; by keys alone. */
export async function mailToAnswer(page: Page, post: Post): Promise<void> {
  await setUpByHand(page, post);
  // an owner starts in Settings
  await page
    .getByRole('navigation', { name: 'Areas' })
    .getByRole('link', { name: /^Inbox/ })
    .click();
  await page.getByRole('link', { name: /^All open/ }).click();
  await page.getByRole('heading', { name: 'All open' }).waitFor();
  // so that the reading of the next steps is the screen's own, not a new page's
  await page.evaluate(() => Object.assign(globalThis, { isStillTheSamePage: true }));

  const first = '<first-4711@cust.test>';
  await post.write({ to: post.line.address, subject, text: 'It should have come on Monday.', messageId: first });
  await rowOf(page, subject).waitFor({ timeout: arriveLimitMs });
  await openByKeys(page, subject);
  await entryOf(page, 'It should have come on Monday.').waitFor();
  const conversationAt = page.url();

  await replyByKeys(page, answer);
  await entryOf(page, answer).waitFor();
  const [came = ''] = await post.mailbox(1);
  const mail = came.replace(/\r?\n[ \t]+/g, ' ');
  expect(mail).toContain(`In-Reply-To: ${first}`);
  expect(mail).toMatch(new RegExp(`^References:.*${first}`, 'm'));
  expect(mail).toContain(`Subject: Re: ${subject}`);
  expect(mail).toContain(answer);

  const ours = headerOf(mail, 'Message-ID');
  const home = /<([^>]+)>/.exec(headerOf(mail, 'Reply-To') || headerOf(mail, 'From'))?.[1] ?? '';
  await post.write({
    to: home,
    subject: `Re: ${subject}`,
    text: 'It came, thank you.',
    messageId: '<second-4711@cust.test>',
    inReplyTo: ours,
    references: [first, ours],
  });
  await entryOf(page, 'It came, thank you.').waitFor({ timeout: arriveLimitMs });
  expect(page.url()).toBe(conversationAt);
  expect(await rowOf(page, subject).count()).toBe(1);
  await axeClean(page, 'the open conversation');

  await noteAndClose(page);
  await post.write({
    to: home,
    subject: `Re: ${subject}`,
    text: 'One more thing.',
    messageId: '<third-4711@cust.test>',
    inReplyTo: ours,
    references: [first, ours],
  });
  await rowOf(page, subject).waitFor({ timeout: arriveLimitMs });
  expect(await page.evaluate(() => 'isStillTheSamePage' in globalThis)).toBe(true);
}

/** The three questions of the first run; its server column and each page are looked at by axe. */
async function setUpByHand(page: Page, { line }: Post): Promise<void> {
  await page.goto('/');
  await page.getByRole('heading', { name: 'Who are you?' }).waitFor();
  await axeClean(page, 'the first-run page');
  await page.getByLabel('Your name').fill('Olive Owner');
  await page.getByLabel('E-mail').fill('olive@desk.test');
  await page.getByLabel(/^Password/).fill('a long enough password');
  await page.keyboard.press('Enter');
  await page.getByLabel('Name of the organisation').fill('Fernhill');
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: /^An e-mail address/ }).waitFor();
  await page.getByLabel('Address', { exact: true }).fill(line.address);
  await page.getByLabel('Mailbox server').fill(line.imap ?? '');
  await page.getByLabel('Password or app password').fill(line.password ?? '');
  await page.getByLabel(/^Outgoing mail server/).fill(line.smtp);
  await axeClean(page, 'the first line');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Who works with you?' }).waitFor();
  await page.getByRole('button', { name: 'Skip this step' }).click();
  await page.getByText('Waiting for your first conversation.', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Open the console' }).click();
  await page.getByRole('navigation', { name: 'Areas' }).waitFor();
}

async function noteAndClose(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await until('the note has the focus', () =>
    noteField(page).evaluate((field: { matches(selector: string): boolean }) => field.matches(':focus')),
  );
  await page.keyboard.type('A friendly one; nothing left to do.');
  await page.keyboard.press('Control+Enter');
  await entryOf(page, 'A friendly one; nothing left to do.').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await rowOf(page, subject).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: /^Closed/ }).click();
  await rowOf(page, subject).waitFor();
  await page.getByRole('link', { name: /^All open/ }).click();
  await rowOf(page, subject).waitFor({ state: 'detached' });
}

function headerOf(mail: string, name: string): string {
  return new RegExp(`^${name}:\\s*(.+)$`, 'im').exec(mail)?.[1]?.trim() ?? '';
}
