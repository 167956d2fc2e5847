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

test.for(['Z', 'the toast', 'the message itself'])(
  'a reply taken back by %s never arrives, and its text is back to be mended',
  async (by) => {
    const address = `${by.replaceAll(' ', '-').toLowerCase()}@cust.test`;
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

    // What is sent afterwards arrives, and it is the only one: the queue has gone past the one that was taken back.
    await replyField(page).fill('In good time.');
    await replyField(page).press('Control+Enter');
    await until('the mended reply arrives', () => program().mailHost.mailsTo(address).length > 0, sureMs);
    const mails = program().mailHost.mailsTo(address);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain('In good time.');
    expect(mails[0]).not.toContain('Too soon.');
  },
);

test('a reply survives that its tab is closed: the server holds it, and it arrives', async () => {
  const { page } = await openWaiting('The tab is closed', 'closed-tab@cust.test');
  await replyByKeys(page, 'Sent and gone.');
  await page.getByRole('status').filter({ hasText: 'Sent to' }).waitFor();
  await page.close();
  await until('it arrives', () => program().mailHost.mailsTo('closed-tab@cust.test').length > 0, sureMs);
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
