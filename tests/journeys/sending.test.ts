import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { browserMissing, type Screen, useBrowser } from '../support/browser.ts';
import { type OddSmtp, startOddSmtp } from '../support/odd-smtp.ts';
import { until } from '../support/until.ts';
import { entryOf, reads, replyByKeys, replyField, rowOf } from './inbox.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);
/** Longer than the undo window (10 s) with the time a mail needs. */
const sureMs = 30_000;
const lineAddress = 'orders@desk.test';
let host: OddSmtp;

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});
beforeAll(async () => {
  if (browserMissing()) return;
  host = await startOddSmtp();
  await shop().ask('POST', '/api/lines', {
    brandId: shop().brandId,
    channel: 'email',
    name: 'Orders',
    address: lineAddress,
    settings: { door: true, smtp: { host: '127.0.0.1', port: host.port, secure: false } },
  });
});
afterAll(async () => host?.stop());
beforeEach(() => {
  if (host) host.mood = 'takes';
});

test('a reply that the server is slow to take says that it is being sent, and then that it goes out', async () => {
  const { page } = await openWaiting('The slow wire', 'slow@cust.test');
  let letGo = (): void => undefined;
  const isLetGo = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/api/conversations/*/messages', async (route) => {
    await isLetGo;
    await route.continue();
  });
  await replyByKeys(page, 'On its slow way.');
  const entry = entryOf(page, 'On its slow way.');
  await entry.getByText('Sending', { exact: true }).waitFor();
  letGo();
  await entry.getByText('Goes out in a moment').waitFor();
  await until('it leaves', () => host.held.some(({ raw }) => raw.includes('On its slow way.')), sureMs);
  await entry.getByText(/Sending|Goes out/).waitFor({ state: 'detached' });
});

test('a mail host that puts a reply off: why and when, and it is taken back with its words, which then leave once', async () => {
  host.mood = 'puts-off';
  const { page } = await openWaiting('Put off', 'put-off@cust.test');
  await replyByKeys(page, 'Not today.');
  const entry = entryOf(page, 'Not today.');
  await entry.getByText(/^Sending, next try at \d\d:\d\d: ./).waitFor({ timeout: sureMs });
  await entry.getByRole('button', { name: 'Undo' }).click();
  await entry.waitFor({ state: 'detached' });
  // nothing is lost: the words stand in the field again, and what leaves now is all that ever leaves
  await reads(replyField(page), /Not today\./);
  host.mood = 'takes';
  await replyField(page).press('Control+Enter');
  const left = () => host.held.filter(({ raw }) => raw.includes('Not today.')).length;
  await until('it leaves', () => left() > 0, sureMs);
  await entry.getByText(/Sending|Goes out/).waitFor({ state: 'detached' });
  expect([await entry.count(), left()]).toEqual([1, 1]);
});

test('a mail host that falls silent: “Sending” while nobody knows, “Not confirmed” when nobody can', async () => {
  host.mood = 'hangs-after-data';
  const { page } = await openWaiting('The silence', 'silence@cust.test');
  await replyByKeys(page, 'Into the silence.');
  const entry = entryOf(page, 'Into the silence.');
  await until('the host has it', () => host.held.some(({ raw }) => raw.includes('Into the silence.')), sureMs);
  await entry.getByText('Sending', { exact: true }).waitFor();
  host.cut();
  await entry.getByText(/^Not confirmed/).waitFor({ timeout: sureMs });
});

/** A customer has written to the line of the odd host, and the agent has it open. */
async function openWaiting(subject: string, from: string): Promise<Screen> {
  await shop().write({ from: `Carla Customer <${from}>`, subject, text: 'Can you help?', to: lineAddress });
  const { id } = await shop().conversation(subject);
  const screen = await shop().open(`/inbox/all/${id}`);
  await rowOf(screen.page, subject).waitFor();
  await entryOf(screen.page, 'Can you help?').waitFor();
  return screen;
}
