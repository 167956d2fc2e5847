import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { beforeAll, expect, onTestFinished } from 'vitest';
import { chromiumArguments, findBareChromium, findChromium } from '#platform/testing';

const root = join(import.meta.dirname, '../..');
const console_ = join(root, 'dist/console/index.html');
/** Where a failed journey leaves what was on the screen. */
const pictures = join(root, 'test-results');
/** Longest wait of one step on a screen, in milliseconds; machines of a test run are busy. */
const stepLimitMs = 20_000;
const quiet = ['--disable-gpu', '--disable-quic', '--disable-background-networking', '--no-first-run'];
/** WCAG 2.2 at AA. */
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export const desk = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

/** Why no journey runs on this machine; null where one can. */
export function browserMissing(): string | null {
  if (!findChromium()) return 'no Chromium: apt-get install -y chromium, or set CHROMIUM_PATH';
  return existsSync(console_) ? null : 'the console is not built: node scripts/build-fronts.mjs';
}

/** Those of this worker, which the files of a project share; they end with it. */
const opened = new Map<string, Promise<Browser>>();

/**
 * The browser for the tests of a file: `const browser = useBrowser()`, then `openScreen(browser(), url)`. The whole
 * browser is for what the engine alone has not: notices of the system.
 */
export function useBrowser({ isWhole = false } = {}): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (browserMissing()) return;
    browser = await browserAt((isWhole ? findChromium() : findBareChromium()) ?? '');
  }, 60_000);
  return () => {
    if (!browser) throw new Error('The browser opens before the tests; ask for it inside one.');
    return browser;
  };
}

async function browserAt(executablePath: string): Promise<Browser> {
  const before = await opened.get(executablePath);
  if (before?.isConnected()) return before;
  const begun = chromium.launch({ executablePath, args: [...chromiumArguments(), ...quiet] });
  opened.set(executablePath, begun);
  // a start that failed is not remembered
  begun.catch(() => opened.delete(executablePath));
  return begun;
}

/** A browser of one person, with nothing kept from others. */
export interface Screen {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Trouble that a test brings about itself, such as a connection it cuts. */
  allow(trouble: RegExp): void;
}

/**
 * Opens a screen for the test that runs, and closes it after it. A mistake of the page, an error it writes to the
 * console or a 5xx fails the test; what was on the screen of a failed test lies in `test-results`.
 */
export async function openScreen(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Screen> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: desk,
    locale: 'en-GB',
    timezoneId: 'Europe/Lisbon',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    // requests that a worker answers pass by the routes of a test; the journey of the installed console allows it
    serviceWorkers: 'block',
    ...options,
  });
  context.setDefaultTimeout(stepLimitMs);
  const page = await context.newPage();
  const troubles = troublesOf(page);
  const allowed: RegExp[] = [];
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPicture(page, task.name);
    await context.close();
    expect(troubles.filter((trouble) => !allowed.some((one) => one.test(trouble)))).toEqual([]);
  }, stepLimitMs);
  return { page, context, allow: (trouble) => void allowed.push(trouble) };
}

/** Everything that went wrong on a page so far, in words. */
function troublesOf(page: Page): string[] {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`page: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    // A refusal (4xx) is an answer: the browser reports each as an error, the test sees what the page makes of it.
    const isRefusal = /^Failed to load resource.* status of 4\d\d/.test(message.text());
    if (message.type() === 'error' && !isRefusal) troubles.push(`console: ${message.text()} (${page.url()})`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500)
      troubles.push(`${response.status()}: ${response.request().method()} ${response.url()}`);
  });
  return troubles;
}

async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  const path = join(
    pictures,
    `${name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 80)}.png`,
  );
  // A page that crashed has no picture; the failure itself is told by the test.
  await page.screenshot({ path, timeout: 5_000 }).catch(() => undefined);
}

/**
 * What axe finds against WCAG 2.2 AA on the page as it is, in words; nothing is right. In the page itself and without
 * the elements that passed it takes a third of the time; frames of another origin hold a customer's HTML, not ours.
 */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(standStill);
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(wcag);
  const { violations } = await axe.setLegacyMode(true).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html, failureSummary = '' }) => {
      const why = failureSummary.split('\n').slice(1).join(' ').trim().slice(0, 200);
      return `${id}: ${help}, at ${target.join(' ')}\n  ${html.slice(0, 200)}\n  ${why}`;
    }),
  );
}

/**
 * Runs in the page: what fades in has its colours only when it is there. What turns for ever is not waited for, nor a
 * message that counts down until it goes.
 */
const standStill = `Promise.allSettled(document.getAnimations()
  .filter((one) => Number(one.effect?.getComputedTiming().endTime) <= 1000)
  .map((one) => one.finished)).then(() => undefined)`;

/** Holds a page against WCAG 2.2 AA; `where` says which page and look it was. */
export async function axeClean(page: Page, where: string): Promise<void> {
  expect(await axeFaults(page), where).toEqual([]);
}
