/**
 * Pictures of the console beside the prototypes', and axe-core on each: `node apps/console/preview/shots.ts <folder>
 * [name …]` after a build. For looking; the browser journeys of the suite are elsewhere.
 */
import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { storyNow } from './fernhill-inbox.ts';
import { startPreview } from './server.ts';

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly look?: Readonly<Record<string, string>>;
  readonly phone?: boolean;
  readonly act?: (page: Page, origin: string) => Promise<void>;
}

const maya = '/inbox/my-work/018f0000-0000-7000-8000-000000048213';
const signOut = (page: Page): Promise<void> =>
  page.evaluate(async () => void (await fetch('/api/session', { method: 'DELETE' })));
const shots: readonly Shot[] = [
  { name: 'a-inbox', path: maya },
  { name: 'a-inbox-dark', path: maya, look: { theme: 'dark' } },
  { name: 'a-inbox-compact', path: maya, look: { density: 'compact' } },
  { name: 'a-inbox-relaxed', path: maya, look: { density: 'relaxed' } },
  { name: 'a-inbox-rtl', path: maya, look: { direction: 'rtl' } },
  { name: 'a-inbox-command', path: maya, act: palette },
  { name: 'a-inbox-note', path: maya, act: async (page) => page.keyboard.press('n') },
  { name: 'a-inbox-note-dark', path: maya, look: { theme: 'dark' }, act: async (page) => page.keyboard.press('n') },
  { name: 'a-inbox-sent', path: maya, act: send },
  { name: 'b-incoming', path: maya, act: ring },
  { name: 'b-bar', path: maya, act: answer },
  { name: 'b-wrap-up', path: maya, act: wrapUp },
  { name: 'a-mobile-list', path: '/inbox/my-work', phone: true },
  { name: 'a-mobile-thread', path: maya, phone: true },
  { name: 'a-mobile-panel', path: `${maya}/customer`, phone: true },
  { name: 'a-mobile-thread-dark', path: maya, phone: true, look: { theme: 'dark' } },
  { name: 'a-mobile-rtl', path: maya, phone: true, look: { direction: 'rtl' } },
  { name: 'sign-in', path: '/settings', act: signedOut },
  { name: 'sign-in-mobile', path: '/settings', phone: true, act: signedOut },
  { name: 't-setup', path: '/setup', act: thirdStep },
  { name: 'settings-keyboard', path: '/settings/keyboard' },
  { name: 'sheet', path: maya, act: async (page) => page.keyboard.press('Shift+?') },
];

async function palette(page: Page): Promise<void> {
  await page.keyboard.press('Meta+k');
  await page.getByRole('combobox').fill('re');
  await page.getByRole('option', { name: /Oskar/u }).last().waitFor();
}

async function send(page: Page): Promise<void> {
  await page.keyboard.press('r');
  await page.keyboard.press('Meta+Enter');
  await page.getByText('Sent to').waitFor();
}

async function ring(page: Page, origin: string): Promise<void> {
  await page.request.post(`${origin}/api/preview/ring`);
  await page.reload();
  await page.getByRole('alertdialog').waitFor();
}

async function answer(page: Page, origin: string): Promise<void> {
  await ring(page, origin);
  await page.keyboard.press('Shift+A');
  await page.getByRole('timer').waitFor();
}

async function wrapUp(page: Page, origin: string): Promise<void> {
  await answer(page, origin);
  await page.getByRole('button', { name: 'Hang up' }).click();
  await page.getByRole('button', { name: 'Yes, hang up' }).click();
  await page.getByRole('button', { name: 'Finish' }).waitFor();
}

async function signedOut(page: Page, origin: string): Promise<void> {
  await signOut(page);
  await page.goto(`${origin}/sign-in`);
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
}

async function thirdStep(page: Page): Promise<void> {
  await page.getByLabel('Your name').fill('Daniel Osei');
  await page.getByLabel('E-mail').fill('daniel@fernhill.example');
  await page.getByLabel('Password').fill('correct horse battery');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Name of the organisation').fill('Fernhill');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('radio', { name: /An e-mail address/u }).waitFor();
}

async function take(browser: Browser, origin: string, folder: string, shot: Shot): Promise<void> {
  const context = await browser.newContext({
    viewport: shot.phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    timezoneId: 'Europe/Lisbon',
    locale: 'en-GB',
    userAgent: 'Mozilla/5.0 (Macintosh) Chrome',
    hasTouch: shot.phone ?? false,
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.log(`${shot.name}: PAGE ERROR ${error.message}`));
  page.on(
    'console',
    (message) =>
      message.type() === 'error' && !message.text().includes('404') && console.log(`${shot.name}: ${message.text()}`),
  );
  await page.clock.setFixedTime(storyNow);
  await page.addInitScript(
    (look) => localStorage.setItem('rapport.look', look),
    JSON.stringify({ theme: 'light', ...shot.look }),
  );
  await page.goto(origin + shot.path, { waitUntil: 'load' });
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  await shot.act?.(page, origin);
  await page.waitForTimeout(150);
  await page.screenshot({ path: `${folder}/${shot.name}.png` });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) console.log(`${shot.name}: ${wide} px too wide`);
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  for (const one of found.violations)
    console.log(
      `${shot.name}: ${one.id} (${one.nodes.length}) ${one.nodes
        .slice(0, 3)
        .map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`)
        .join(' | ')}`,
    );
  await context.close();
}

const [folder = 'shots', ...names] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--no-first-run'],
});
for (const shot of shots) {
  if (names.length > 0 && !names.includes(shot.name)) continue;
  const server = await startPreview();
  await take(browser, `http://127.0.0.1:${(server.address() as AddressInfo).port}`, folder, shot).catch(
    (error: unknown) => console.log(`${shot.name}: ${String(error)}`),
  );
  server.closeAllConnections();
  server.close();
}
await browser.close();
