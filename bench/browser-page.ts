import type { Page } from 'playwright-core';
import { countWork, workedMs } from './browser-cpu.ts';

/** Times of one thing done again and again. */
export interface Painted {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  /** Processor time of the page's main thread for one of them, where it was counted. */
  readonly cpuMs?: number;
}

/** What a page has that this program has not. */
interface PageGlobals {
  readonly document: {
    querySelector(selector: string): PageElement | null;
    querySelectorAll(selector: string): Iterable<PageElement>;
  };
  readonly performance: { now(): number };
  readonly PerformanceObserver: new (
    hear: (list: { getEntries(): readonly { name: string; duration: number }[] }) => void,
  ) => { observe(what: object): void };
  requestAnimationFrame(then: () => void): void;
  requestIdleCallback(then: () => void): void;
  setTimeout(then: () => void, ms: number): void;
}
interface PageElement {
  readonly id: string;
  readonly textContent: string;
  scrollTop: number;
  readonly scrollHeight: number;
  readonly clientHeight: number;
  click(): void;
}

const openings = 20;
const keyPresses = 60;

/** When the page has nothing more to do, in milliseconds since it was asked for. */
export function settle(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const { requestIdleCallback, performance } = globalThis as unknown as PageGlobals;
        requestIdleCallback(() => resolve(performance.now()));
      }),
  );
}

/** Conversations that were open before: from the press on the row to the paint of its messages. */
export async function cachedOpenings(page: Page): Promise<Painted> {
  await page.goto('/inbox/all');
  await page.getByRole('option').first().waitFor();
  await openRows(page, 150);
  const devtools = await countWork(page);
  const before = await workedMs(devtools);
  const took = await openRows(page, 0);
  return { ...summary(took), cpuMs: ((await workedMs(devtools)) - before) / took.length };
}

/** Opens the first rows one after the other, with a pause between them. */
function openRows(page: Page, pauseMs: number): Promise<readonly number[]> {
  return page.evaluate(
    async ({ count, pause }) => {
      const { document, performance, requestAnimationFrame, setTimeout } = globalThis as unknown as PageGlobals;
      const rows = [...document.querySelectorAll('[role=option]')].slice(0, count);
      // the end of a frame: what was drawn in it is on the screen when this is told
      const painted = (): Promise<void> =>
        new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
      const isOpen = (id: string): boolean =>
        document.querySelector(`[id="${id}"][aria-selected="true"]`) !== null &&
        document.querySelector('[role=feed] article') !== null;
      const openRow = async (row: PageElement): Promise<number> => {
        const from = performance.now();
        row.click();
        do await painted();
        while (!isOpen(row.id) && performance.now() - from < 5000);
        return performance.now() - from;
      };
      const times: number[] = [];
      for (const row of rows) {
        times.push(await openRow(row));
        if (pause > 0) await new Promise<void>((resolve) => setTimeout(resolve, pause));
      }
      return times;
    },
    { count: openings, pause: pauseMs },
  );
}

/**
 * Letters typed into a note (`n`) or a reply (`r`): the browser's own measure from the key to the next paint, with its
 * processor slowed down so many times.
 */
export async function keysToPaint(page: Page, field: 'n' | 'r' = 'n', slowDown = 1): Promise<Painted> {
  await page.goto('/inbox/all');
  await page.getByRole('option').first().click();
  await page.getByRole('feed').waitFor();
  await settle(page);
  const devtools = await countWork(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  await page.evaluate(() => {
    const { PerformanceObserver } = globalThis as unknown as PageGlobals;
    const kept: number[] = [];
    (globalThis as { keyTimes?: number[] }).keyTimes = kept;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'keydown') kept.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16, buffered: false });
  });
  await page.keyboard.press(field);
  await page.locator('[contenteditable]:focus, textarea:focus').waitFor();
  await page.waitForTimeout(500);
  // to open the field is not to write in it
  await page.evaluate(() => (globalThis as { keyTimes?: number[] }).keyTimes?.splice(0));
  const before = await workedMs(devtools);
  for (let n = 0; n < keyPresses; n += 1) {
    await page.keyboard.type(n % 6 === 5 ? ' ' : 'e');
    await page.waitForTimeout(30);
  }
  await page.waitForTimeout(200 * slowDown);
  const cpuMs = ((await workedMs(devtools)) - before) / keyPresses;
  const slow = await page.evaluate(() => (globalThis as { keyTimes?: number[] }).keyTimes ?? []);
  // Quicker than the browser tells of: counted as its least.
  const quick = Array.from({ length: Math.max(0, keyPresses - slow.length) }, () => 16);
  for (let n = 0; n < keyPresses; n += 1) await page.keyboard.press('Backspace');
  await devtools.detach();
  return { ...summary([...slow, ...quick]), cpuMs };
}

/** What scrolling through a long list was like. */
export interface Scrolled {
  readonly rows: number;
  readonly frames: number;
  readonly longFrames: number;
  readonly longestMs: number;
}

/** Scrolls the list of closed ones down to so many rows, frame by frame, while its pages are fetched ahead. */
export async function scrollThrough(page: Page, rows: number): Promise<Scrolled> {
  await page.goto('/inbox/closed');
  await page.getByRole('option').first().waitFor();
  await settle(page);
  return page.evaluate(async (wanted) => {
    const { document, performance, requestAnimationFrame } = globalThis as unknown as PageGlobals;
    const rowPx = 76;
    const stepPx = 240;
    const list = document.querySelector('[role=listbox]');
    if (list === null) throw new Error('There is no list.');
    const frames: number[] = [];
    let last = performance.now();
    const startedAt = last;
    while (list.scrollTop < wanted * rowPx && last - startedAt < 240_000) {
      await new Promise<void>((resolve) => requestAnimationFrame(resolve));
      const now = performance.now();
      frames.push(now - last);
      last = now;
      list.scrollTop += stepPx;
    }
    return {
      rows: Math.round((list.scrollTop + list.clientHeight) / rowPx),
      frames: frames.length,
      longFrames: frames.filter((took) => took >= 50).length,
      longestMs: Math.max(...frames),
    };
  }, rows);
}

function summary(took: readonly number[]): Painted {
  const sorted = took.toSorted((one, other) => one - other);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { count: sorted.length, p50: at(0.5), p95: at(0.95) };
}
