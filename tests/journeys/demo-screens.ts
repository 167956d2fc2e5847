import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeClean, axeFaults, openScreen, phone, type Screen } from '../support/browser.ts';
import { until } from '../support/until.ts';

/** How the console may look; `everything at once` is the hardest of them, so it is looked at every time. */
const looks = {
  light: { look: { theme: 'light' } },
  dark: { look: { theme: 'dark' } },
  'right to left': { look: { theme: 'light', direction: 'rtl' } },
  'a phone': { look: { theme: 'light' }, viewport: phone },
  'the dark, on a phone, from right to left': { look: { theme: 'dark', direction: 'rtl' }, viewport: phone },
} as const;
export type LookName = keyof typeof looks;

/** The demo in a browser. */
export interface Demo {
  readonly browser: Browser;
  readonly url: string;
}

/** A screen of a role of the demo, entered by its address with one click's worth of work. */
async function enterAs({ browser, url }: Demo, role: string, look: LookName): Promise<Screen> {
  const { look: stored, ...options } = looks[look];
  const screen = await openScreen(browser, url, options);
  await screen.page.addInitScript((kept) => {
    const { localStorage } = globalThis as unknown as { localStorage: { setItem(key: string, value: string): void } };
    localStorage.setItem('rapport.look', kept);
  }, JSON.stringify(stored));
  await screen.page.goto(`/sign-in?as=${role}`);
  await screen.page.getByRole('navigation', { name: 'Areas' }).waitFor();
  await settled(screen.page);
  return screen;
}

/** Nothing is on its way any more, and no skeleton is left. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await until('all has been drawn', async () => (await page.locator('[aria-busy=true]').count()) === 0);
}

/** List, conversation, palette, sheet of keys and a menu, each read by axe. */
export async function readInbox(demo: Demo, look: LookName): Promise<void> {
  const { page } = await enterAs(demo, 'agent', look);
  await page.goto('/inbox/all');
  const row = page.getByRole('option').first();
  await row.waitFor();
  await settled(page);
  await axeClean(page, 'the list');
  await row.click();
  await page.getByRole('feed').waitFor();
  await settled(page);
  await axeClean(page, 'a conversation');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await axeClean(page, 'the palette');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await axeClean(page, 'the sheet of keys');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menu').waitFor();
  await axeClean(page, 'a menu');
  expect(await overflowOf(page)).toEqual([]);
}

const otherPages = [
  '/settings/look',
  '/settings/keyboard',
  '/settings/health',
  '/settings/channels',
  '/insights',
  '/notices',
];

/** Settings, insights and notices of an administrator, each read by axe. */
export async function readOtherPages(demo: Demo, look: LookName): Promise<void> {
  const { page } = await enterAs(demo, 'administrator', look);
  const faults: string[] = [];
  for (const path of otherPages) {
    await page.goto(path);
    await page.getByRole('main').waitFor();
    await settled(page);
    faults.push(...(await faultsAt(page, path)));
  }
  expect(faults).toEqual([]);
}

const publicLooks = {
  'at a desk': {},
  'on a phone': { viewport: phone },
  'in the dark': { colorScheme: 'dark' },
  'on a phone in the dark': { viewport: phone, colorScheme: 'dark' },
} as const;

/** Help centre, careers site and API pages, each read by axe. */
export async function readPublicPages({ browser, url }: Demo, look: keyof typeof publicLooks): Promise<void> {
  const faults: string[] = [];
  const { page } = await openScreen(browser, url, publicLooks[look]);
  for (const path of ['/help', '/careers', '/api']) {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    faults.push(...(await faultsAt(page, path)));
  }
  expect(faults).toEqual([]);
}

async function faultsAt(page: Page, path: string): Promise<string[]> {
  return [...(await axeFaults(page)), ...(await overflowOf(page))].map((one) => `${path}: ${one}`);
}

/** What hangs over the edge of the page and makes it scroll sideways. */
async function overflowOf(page: Page): Promise<string[]> {
  const [wide, seen] = await page.evaluate(() => {
    const { document } = globalThis as unknown as {
      document: { documentElement: { scrollWidth: number; clientWidth: number } };
    };
    return [document.documentElement.scrollWidth, document.documentElement.clientWidth] as const;
  });
  return wide > seen ? [`scrolls sideways: ${wide} px of ${seen}`] : [];
}
