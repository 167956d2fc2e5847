import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { axeClean, browserMissing, desk, phone, useBrowser } from '../support/browser.ts';
import { type DnsServer, startDnsServer } from '../support/dns-server.ts';
import { sendTo } from '../support/mail-world.ts';
import { type OAuthHouse, startOAuth } from '../support/oauth-provider.ts';
import { freePort } from '../support/ports.ts';
import { until } from '../support/until.ts';
import { entryOf } from './inbox.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
let dns: DnsServer | undefined;
let providerPort = 0;
const program = useProgram({
  settings: async () => {
    dns = await startDnsServer();
    providerPort = await freePort();
    return { DNS_SERVERS: dns.address, FETCH_PRIVATE_HOSTS: `127.0.0.1:${providerPort}` };
  },
});
const shop = useShop(program, browser);
let provider: OAuthHouse | undefined;

beforeAll(async () => {
  if (browserMissing()) return;
  provider = await startOAuth(`${program().url}/mail-consent`, 3_600, undefined, providerPort);
}, 60_000);
afterAll(async () => {
  await provider?.stop();
  await dns?.stop();
});
beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

test('whether a sender is who they say stands beside their mail, loud only where it failed', async () => {
  for (const name of ['bank.test', '_dmarc.bank.test']) dns?.set(name, 'TXT', []);
  dns?.set('bank.test', 'TXT', ['v=spf1 ip4:198.51.100.7 -all']);
  dns?.set('_dmarc.bank.test', 'TXT', ['v=DMARC1; p=reject']);
  await bring('Really the bank', '198.51.100.7');
  await bring('Not the bank', '203.0.113.66');
  const { page } = await shop().open(`/inbox/all/${(await shop().conversation('Really the bank')).id}`);
  await entryOf(page, 'About Really the bank').getByText('Sender proven').waitFor();
  await inAllLooks(page, 'a proven sender');
  await page.goto(`/inbox/all/${(await shop().conversation('Not the bank')).id}`);
  const forged = entryOf(page, 'About Not the bank');
  await forged.getByText('Not from who it says').waitFor();
  await forged.getByText(/Ask by another way before you answer/).waitFor();
  await inAllLooks(page, 'a forged sender');
});

test('a mailbox is signed in at its provider by a person in a browser, and forgotten again', async () => {
  const address = 'consent@desk.test';
  const { id } = await shop().ask<{ id: string }>('POST', '/api/lines', {
    brandId: shop().brandId,
    channel: 'email',
    name: 'By consent',
    address,
    settings: {
      imap: { host: '127.0.0.1', port: 1, secure: false, user: address, signIn: 'oauth' },
      oauth: {
        provider: 'other',
        clientId: provider?.client.id,
        authorizeUrl: `${provider?.url}/auth`,
        tokenUrl: `${provider?.url}/token`,
      },
    },
    secrets: { oauthClientSecret: provider?.client.secret },
  });
  const { page, allow } = await shop().open(`/settings/channels/${id}`);
  // the provider's own pages are not ours to judge
  allow(new RegExp(String(provider?.url)));
  const signIn = page.getByRole('button', { name: 'Sign in at the provider' });
  await signIn.waitFor();
  await inAllLooks(page, 'the form of a line with consent', signIn);
  await signIn.click();
  await page.locator('input[name="login"]').fill(address);
  await page.locator('input[name="password"]').fill('any');
  await page.locator('button[type="submit"]').click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('Signed in. The mailbox is read from now on.').waitFor();
  expect(new URL(page.url()).search).toBe('');
  await inAllLooks(page, 'back from the provider');
  await page.getByRole('button', { name: 'Back to the line' }).click();
  await page.getByRole('button', { name: 'Forget this sign-in' }).click();
  await signIn.waitFor();

  await page.goto('/mail-consent?error=access_denied&error_description=You+said+no&state=of-nobody-at-all-0123456789');
  await page.getByText('The sign-in did not work').waitFor();
  await inAllLooks(page, 'a sign-in that did not work');
});

test('notices by mail are chosen per kind, and a test comes', async () => {
  const { page } = await shop().open('/notices');
  const mention = page.getByRole('combobox', { name: 'By mail: A colleague named you or your team in a note' });
  await mention.selectOption({ label: 'By mail at once' });
  await page.getByRole('button', { name: 'Send me a test' }).click();
  await page.getByText(/^On its way to olive@desk\.test/).waitFor();
  await until('the test comes', () => program().mailHost.mailsTo('olive@desk.test').length > 0, 30_000);
  expect(program().mailHost.mailsTo('olive@desk.test')[0]).toMatch(/^Auto-Submitted: auto-generated/m);
  await page.reload();
  await until('the choice is kept', async () => (await mention.inputValue()) === 'at-once');
  await inAllLooks(page, 'notices by mail', mention);
});

/** A mail of the bank's name that a host of this address brought. */
async function bring(subject: string, ip: string): Promise<void> {
  await sendTo(program().doorPort, {
    from: 'The Bank <help@bank.test>',
    to: shop().address,
    subject,
    text: `About ${subject}`,
    envelope: { from: 'help@bank.test', to: [shop().address] },
    headers: {
      Received: `from mail.bank.test (mail.bank.test [${ip}]) by mx.desk.test; Sat, 28 Nov 2026 10:00:00 +0000`,
    },
  });
}

/** Light, dark, and on a phone: nothing against WCAG in any. */
async function inAllLooks(
  page: Page,
  where: string,
  shown?: { scrollIntoViewIfNeeded(): Promise<void> },
): Promise<void> {
  for (const [look, colorScheme, size] of [
    ['light', 'light', desk],
    ['dark', 'dark', desk],
    ['on a phone', 'light', phone],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(size);
    await shown?.scrollIntoViewIfNeeded();
    await axeClean(page, `${where}, ${look}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(desk);
}
