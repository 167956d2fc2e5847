import nodemailer from 'nodemailer';
import { beforeEach, expect, test } from 'vitest';
import { browserMissing, useBrowser } from '../support/browser.ts';
import { corpus, corpusMissing } from '../support/corpus.ts';
import { useProgram, useShop } from '../journeys/started-program.ts';

const browser = useBrowser();
const program = useProgram({ missing: corpusMissing() });
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing() ?? corpusMissing();
  if (missing) context.skip(missing);
});

interface Listed {
  readonly rows: readonly { readonly id: string; readonly number: number }[];
  readonly next: string | null;
}

/** Whatever comes, an agent can look at it: nothing in a mail breaks the screen or runs in it. */
test('each odd and broken mail opens in the console without harm', { timeout: 280_000 }, async () => {
  await deliver();
  const ids = await allConversations();
  expect(ids.length).toBeGreaterThan(100);
  // openScreen fails the test on any mistake of the page, any error it writes and any 5xx
  const { page } = await shop().open('/inbox/all');
  await page.evaluate(() => {
    (globalThis as { broken?: boolean }).broken = false;
  });
  const shown: string[] = [];
  for (const { id, number } of ids) {
    const path = JSON.stringify(`/inbox/all/${id}`);
    await page.evaluate(`history.pushState(null, '', ${path}); dispatchEvent(new PopStateEvent('popstate'));`);
    await page.locator('main').getByText(`#${number}`, { exact: true }).first().waitFor();
    await page.locator('article').first().waitFor();
    const { rows } = await shop().ask<{ rows: { id: string; hasHtml: boolean }[] }>(
      'GET',
      `/api/conversations/${id}/entries`,
    );
    for (const entry of rows.filter(({ hasHtml }) => hasHtml)) {
      const body = await page.request.get(`/api/entries/${entry.id}/body`);
      expect(body.status()).toBe(200);
      expect(await body.text()).not.toMatch(/<script|javascript:|\son\w+\s*=/i);
    }
    shown.push(id);
  }
  expect(shown).toHaveLength(ids.length);
  expect(new URL(page.url()).pathname).toBe(`/inbox/all/${ids.at(-1)?.id}`);
  // the page was never loaded anew and nothing of a mail reached its window
  expect(await page.evaluate(() => (globalThis as { broken?: boolean }).broken)).toBe(false);
});

async function deliver(): Promise<void> {
  const carrier = nodemailer.createTransport({
    host: '127.0.0.1',
    port: program().doorPort,
    secure: false,
    ignoreTLS: true,
    pool: true,
    maxConnections: 4,
  });
  try {
    await Promise.all(
      corpus().map((raw) => carrier.sendMail({ envelope: { from: 'odd@cust.test', to: [shop().address] }, raw })),
    );
  } finally {
    carrier.close();
  }
}

async function allConversations(): Promise<Listed['rows']> {
  const ids: Listed['rows'][number][] = [];
  for (let after: string | null = ''; after !== null; ) {
    const page: Listed = await shop().ask<Listed>(
      'GET',
      `/api/conversations?box=all&order=newest&limit=100${after ? `&after=${after}` : ''}`,
    );
    ids.push(...page.rows);
    after = page.next;
  }
  return ids;
}
