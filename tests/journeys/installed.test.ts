import { beforeEach, expect, test } from 'vitest';
import { browserMissing, useBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { entryOf, rowOf } from './inbox.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

test('the console can be installed, and the inbox that was read last is read again without a connection', async () => {
  await shop().write({ subject: 'On the train', from: 'Nora <nora@cust.test>', text: 'Read me in a tunnel.' });
  const { id } = await shop().conversation('On the train');
  const { page, context, allow } = await shop().open(`/inbox/all/${id}`, { serviceWorkers: 'allow' });
  allow(/ERR_INTERNET_DISCONNECTED|WebSocket connection|ERR_FAILED/);
  await entryOf(page, 'Read me in a tunnel.').waitFor();
  await until('the worker has the page', () =>
    page.evaluate(() => {
      const { navigator } = globalThis as unknown as { navigator: { serviceWorker: { controller: unknown } } };
      return navigator.serviceWorker.controller !== null;
    }),
  );
  const manifest = (await (await fetch(`${program().url}/manifest.webmanifest`)).json()) as {
    icons: { src: string }[];
  };
  for (const { src } of manifest.icons) expect((await fetch(program().url + src)).status).toBe(200);
  // once more with the worker, so that every part and answer has been through its hands
  await page.reload();
  await entryOf(page, 'Read me in a tunnel.').waitFor();
  await page.waitForLoadState('networkidle');
  await until('the worker has kept the conversation and its messages', () =>
    page.evaluate(async (part) => {
      const { caches } = globalThis as unknown as {
        caches: { open(name: string): Promise<{ keys(): Promise<readonly { url: string }[]> }> };
      };
      const kept = await (await caches.open('rapport-data-1')).keys();
      return [`${part}`, `${part}/entries`].every((path) => kept.some(({ url }) => new URL(url).pathname === path));
    }, `/api/conversations/${id}`),
  );
  await context.setOffline(true);
  await page.reload();
  await entryOf(page, 'Read me in a tunnel.').waitFor();
  await rowOf(page, 'On the train').waitFor();
  await page
    .getByRole('status')
    .filter({ hasText: /^Offline/ })
    .waitFor();
  await context.setOffline(false);

  // who signs out leaves nothing behind
  await page.reload();
  await page.getByRole('button', { name: /^Olive Owner/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL(/sign-in/);
  await until('nothing is kept', () =>
    page.evaluate(async () => {
      const { caches } = globalThis as unknown as { caches: { keys(): Promise<string[]> } };
      return !(await caches.keys()).some((name) => name.startsWith('rapport-data'));
    }),
  );
});
