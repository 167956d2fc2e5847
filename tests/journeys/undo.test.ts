import { beforeEach, expect, test } from 'vitest';
import { browserMissing, type Screen, useBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { entryOf, reads, replyByKeys, replyField, rowOf } from './inbox.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);
/** Longer than the undo window (10 s) with the time a mail needs. */
const sureMs = 20_000;

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

const waysBack = ['Z', 'the toast', 'the message itself'] as const;

/** Sends a reply, takes it back, and sends another instead. */
async function takeBack(by: (typeof waysBack)[number], address: string): Promise<void> {
  const { page } = await openWaiting(`Undo by ${by}`, address);
  await replyByKeys(page, 'Too soon.');
  await entryOf(page, 'Too soon.').waitFor();
  await page.getByRole('status').filter({ hasText: 'Sent to' }).waitFor();
  if (by === 'Z') {
    await page.keyboard.press('Escape');
    await page.keyboard.press('z');
  } else if (by === 'the toast') await page.getByRole('button', { name: 'Undo' }).last().click();
  else await entryOf(page, 'Too soon.').getByRole('button', { name: 'Undo' }).click();
  await entryOf(page, 'Too soon.').waitFor({ state: 'detached' });
  await reads(replyField(page), 'Too soon.');
  // whoever stood on the message stands on the one before it, not nowhere
  if (by === 'Z')
    await until('an event has the focus', () => page.evaluate<boolean>('document.activeElement.matches("article")'));
  await replyField(page).fill('In good time.');
  await replyField(page).press('Control+Enter');
  await entryOf(page, 'In good time.').waitFor();
  await page.close();
}

test('a reply taken back never arrives; its text is back to be mended, and what is sent survives that its tab is closed', async () => {
  const addresses = waysBack.map((by) => `${by.replaceAll(' ', '-').toLowerCase()}@cust.test`);
  for (const [at, by] of waysBack.entries()) await takeBack(by, addresses[at] ?? '');
  // What was sent afterwards arrives, and it is the only one: the queue has gone past the one that was taken back.
  const { mailHost } = program();
  for (const address of addresses) {
    await until(`the mended reply reaches ${address}`, () => mailHost.mailsTo(address).length > 0, sureMs);
    const mails = mailHost.mailsTo(address);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain('In good time.');
    expect(mails[0]).not.toContain('Too soon.');
  }
});

/** A customer has written, and the agent has it open. */
async function openWaiting(subject: string, from: string): Promise<Screen> {
  await shop().write({ from: `Carla Customer <${from}>`, subject, text: 'Can you help?' });
  const { id } = await shop().conversation(subject);
  const screen = await shop().open(`/inbox/all/${id}`);
  await rowOf(screen.page, subject).waitFor();
  await entryOf(screen.page, 'Can you help?').waitFor();
  return screen;
}
