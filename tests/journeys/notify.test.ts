import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { axeClean, browserMissing, useBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { entryOf, rowOf } from './inbox.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser({ isWhole: true });
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

test('each level has its own tone, and Test plays it; what was chosen stays', async () => {
  const { page } = await shop().open('/settings/notifications');
  await page.getByRole('heading', { name: 'Sounds and signs' }).waitFor();
  const mention = page.getByRole('group', { name: 'A colleague named me' });
  await mention.getByRole('combobox', { name: 'Tone' }).selectOption('knock');
  await mention.getByRole('button', { name: /^Test/ }).click();
  await mention.getByText(/^Played/).waitFor();
  expect(await lastTone(page)).toBe('knock 0');
  await mention.getByRole('combobox', { name: 'Tone' }).selectOption('silent');
  await mention.getByRole('checkbox', { name: 'Number in the title' }).uncheck();
  await mention.getByText('None').waitFor();
  await axeClean(page, 'sounds and signs');
  await page.reload();
  await page
    .getByRole('group', { name: /A colleague named me/ })
    .getByText('None')
    .waitFor();
});

test('my customer writes while I look at another: it sounds; in the one I look at, or on a break, it does not', async () => {
  const first = await shop().write({ subject: 'Sounds one', from: 'Ada <ada@cust.test>', text: 'The first.' });
  const other = await shop().write({ subject: 'Sounds two', from: 'Bo <bo@cust.test>', text: 'The second.' });
  const { page } = await shop().open('/inbox/all');
  for (const subject of ['Sounds two', 'Sounds one']) {
    await rowOf(page, subject).click();
    await entryOf(page, /The (first|second)/).waitFor();
    await page.keyboard.press('i');
    await page.getByRole('status').filter({ hasText: 'Assigned to Olive Owner' }).last().waitFor();
  }
  // Taking it is my own doing: nothing sounded.
  expect(await lastTone(page)).toBe('');
  await shop().write({ subject: 'Re: Sounds one', from: 'Ada <ada@cust.test>', text: 'More one.', inReplyTo: first });
  await entryOf(page, 'More one.').waitFor();
  await shop().write({ subject: 'Re: Sounds two', from: 'Bo <bo@cust.test>', text: 'More two.', inReplyTo: other });
  await until('it sounds', async () => (await lastTone(page)) === 'drop 0');

  await shop().ask('PUT', '/api/presence/me', { state: 'break' });
  await page.getByRole('button', { name: 'Change your state, now On a break' }).waitFor();
  await silence(page);
  await shop().write({ subject: 'Re: Sounds two', from: 'Bo <bo@cust.test>', text: 'Still two.', inReplyTo: other });
  await rowOf(page, 'Still two.').waitFor();
  expect(await lastTone(page)).toBe('');
});

test('this device shows what the server pushes, and adding it says what the browser answered', async () => {
  const { page, allow } = await shop().open('/notices', { serviceWorkers: 'allow' });
  // Chromium subscribes to nothing in the private window of a test, and says so.
  allow(/Push API in incognito mode/u);
  const devices = page.getByRole('region', { name: 'On your devices' });
  await devices.getByText('No device shows notices yet.').waitFor();
  await page.context().grantPermissions(['notifications']);
  await devices.getByRole('button', { name: 'Show on this device' }).click();
  await devices.getByText(/Browser asked: (granted|denied)/).waitFor();
  await axeClean(page, 'devices that show notices');
  await pushTo(page, { title: 'A colleague named you (#1001)', place: '/inbox/all', tag: 'one' });
  await until('it is shown', async () => (await shownOn(page)).includes('A colleague named you (#1001) one'));
});

/** Gives the service worker a message as its browser would. */
async function pushTo(page: Page, message: object): Promise<void> {
  const context = page.context();
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  await worker.evaluate((data) => {
    const { PushEvent, dispatchEvent } = globalThis as unknown as {
      PushEvent: new (name: string, of: { data: string }) => Event;
      dispatchEvent(event: Event): boolean;
    };
    dispatchEvent.call(globalThis, new PushEvent('push', { data }));
  }, JSON.stringify(message));
}

function shownOn(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { navigator } = globalThis as unknown as {
      navigator: {
        serviceWorker: { ready: Promise<{ getNotifications(): Promise<{ title: string; tag: string }[]> }> };
      };
    };
    const shown = await (await navigator.serviceWorker.ready).getNotifications();
    return shown.map(({ title, tag }) => `${title} ${tag}`);
  });
}

function lastTone(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { document } = globalThis as unknown as { document: { documentElement: { dataset: { lastTone?: string } } } };
    return document.documentElement.dataset.lastTone ?? '';
  });
}

async function silence(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { document } = globalThis as unknown as { document: { documentElement: { dataset: { lastTone?: string } } } };
    delete document.documentElement.dataset.lastTone;
  });
}
