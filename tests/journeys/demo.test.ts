import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { axeClean, axeFaults, browserMissing, openScreen, phone, type Screen, useBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { useProgram } from './started-program.ts';

const browser = useBrowser();
const program = useProgram({ demo: true });

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

const looks = {
  light: { look: { theme: 'light' } },
  dark: { look: { theme: 'dark' } },
  'right to left': { look: { theme: 'light', direction: 'rtl' } },
  'a phone': { look: { theme: 'light' }, viewport: phone },
} as const;
type LookName = keyof typeof looks;
const lookNames = Object.keys(looks) as LookName[];

/** A screen of a role of the demo, entered by its address with one click's worth of work. */
async function enterAs(role: string, look: LookName = 'light'): Promise<Screen> {
  const { look: stored, ...options } = looks[look];
  const screen = await openScreen(browser(), program().url, options);
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
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await until('all has been drawn', async () => (await page.locator('[aria-busy=true]').count()) === 0);
}

async function rolesOf(url: string): Promise<{ role: string; name: string; title: string }[]> {
  const session = (await (await fetch(`${url}/api/session`)).json()) as {
    demo: { roles: { role: string; name: string; title: string }[] };
  };
  return session.demo.roles;
}

test('each role of the demo enters by one click and lands on a page that works', async () => {
  const { url } = program();
  const roles = await rolesOf(url);
  expect(roles.length).toBeGreaterThan(5);
  const faults: string[] = [];
  for (const { role, name } of roles) {
    const { page, context } = await openScreen(browser(), url);
    await page.goto('/');
    await page.getByRole('button', { name: new RegExp(name) }).click();
    await page.getByRole('navigation', { name: 'Areas' }).waitFor();
    await settled(page);
    expect(await page.getByRole('alert').allTextContents(), role).toEqual([]);
    expect(await page.getByText('There is nothing at this address').count(), role).toBe(0);
    faults.push(...(await axeFaults(page)).map((fault) => `${role}: ${fault}`));
    await context.close();
  }
  expect(faults).toEqual([]);
});

test('the sign-in page is right by WCAG 2.2 AA, at a desk and on a phone', async () => {
  for (const viewport of [{ width: 1440, height: 900 }, phone]) {
    const { page } = await openScreen(browser(), program().url, { viewport });
    await page.goto('/sign-in');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await axeClean(page, `sign-in at ${viewport.width}`);
  }
});

describe.for(lookNames)('in %s', (look) => {
  test('the inbox is right by WCAG 2.2 AA: list, conversation, palette, keys, menus', async () => {
    const { page } = await enterAs('agent', look);
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
  });

  test('the pages of the others are right by WCAG 2.2 AA: settings, insights, notices', async () => {
    const { page } = await enterAs('administrator', look);
    const paths = [
      '/settings/look',
      '/settings/keyboard',
      '/settings/health',
      '/settings/channels',
      '/insights',
      '/notices',
    ];
    const faults: string[] = [];
    for (const path of paths) {
      await page.goto(path);
      await page.getByRole('main').waitFor();
      await settled(page);
      faults.push(
        ...(await axeFaults(page)).map((fault) => `${path}: ${fault}`),
        ...(await overflowOf(page)).map((one) => `${path}: ${one}`),
      );
    }
    expect(faults).toEqual([]);
  });
});

const publicLooks = {
  'at a desk': {},
  'on a phone': { viewport: phone },
  'in the dark': { colorScheme: 'dark' },
} as const;

test.for(Object.entries(publicLooks))('the public pages are right by WCAG 2.2 AA %s', async ([, options]) => {
  const faults: string[] = [];
  const { page } = await openScreen(browser(), program().url, options);
  for (const path of ['/help', '/careers', '/api']) {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    faults.push(
      ...(await axeFaults(page)).map((fault) => `${path}: ${fault}`),
      ...(await overflowOf(page)).map((one) => `${path}: ${one}`),
    );
  }
  expect(faults).toEqual([]);
});

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
