import { beforeEach, expect, test } from 'vitest';
import { axeClean, axeFaults, browserMissing, openScreen, phone, useBrowser } from '../support/browser.ts';
import { readInbox, readOtherPages, readPublicPages, settled } from './demo-screens.ts';
import { useProgram } from './started-program.ts';

const browser = useBrowser();
const program = useProgram({ demo: true });

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

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

test('the inbox is right by WCAG 2.2 AA in the hardest look: list, conversation, palette, keys, menus', () =>
  readInbox({ browser: browser(), url: program().url }, 'the dark, on a phone, from right to left'));

test('settings, insights and notices are right by WCAG 2.2 AA in the dark, on a phone, from right to left', () =>
  readOtherPages({ browser: browser(), url: program().url }, 'the dark, on a phone, from right to left'));

test('the public pages are right by WCAG 2.2 AA on a phone in the dark', () =>
  readPublicPages({ browser: browser(), url: program().url }, 'on a phone in the dark'));
