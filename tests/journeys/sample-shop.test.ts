import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { axeClean, browserMissing, openScreen, useBrowser } from '../support/browser.ts';
import { useProgram } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const fillMs = 150_000;
const removalMs = 60_000;

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

/** Sets up an empty install and chooses to look around first. */
async function setUp(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Your name').fill('Olive Owner');
  await page.getByLabel('E-mail').fill('olive@acme.test');
  await page.getByLabel('Password').fill('three quiet herons');
  await page.keyboard.press('Enter');
  await page.getByLabel('Name of the organisation').fill('Acme');
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: /^Look around first/ }).click();
  await axeClean(page, 'looking around is chosen');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'Who works with you?' }).waitFor();
  await page.getByRole('button', { name: 'Skip this step' }).click();
}

test(
  'who looks around first finds a full shop, comes back, and removes all of it by one click',
  async () => {
    const { page } = await openScreen(browser(), program().url);
    await setUp(page);
    await page.waitForURL(/\/settings\/sample/);
    await page.getByText('The sample shop is being filled').waitFor();
    await axeClean(page, 'the sample shop is being filled');

    await page.getByText('The sample shop is there').waitFor({ timeout: fillMs });
    await axeClean(page, 'the sample shop is there');
    await page.getByRole('button', { name: 'Go there' }).click();
    const bar = page.getByText('This is the sample shop');
    await bar.waitFor();
    await page.goto('/inbox/all');
    await page.getByText('Dieter Brandt').first().waitFor();
    await axeClean(page, 'the inbox of the sample shop');

    await page.getByRole('button', { name: 'Back to Acme' }).click();
    await page.waitForURL(/\/settings\/sample/);
    await page.getByRole('button', { name: 'Remove it' }).click();
    await page.getByRole('dialog', { name: 'Remove the sample shop?' }).waitFor();
    await axeClean(page, 'what goes with the sample shop');
    await page.getByRole('button', { name: 'Remove all of it' }).click();
    await page.getByRole('button', { name: 'Load the sample shop' }).waitFor({ timeout: removalMs });
    expect(await bar.count()).toBe(0);

    await page.goto('/settings/audit');
    await page.getByText('Sample shop removed').first().waitFor();
    await page.goto('/inbox/all');
    await page.getByRole('link', { name: 'Look around in a sample shop' }).waitFor();
  },
  fillMs + 2 * removalMs,
);
