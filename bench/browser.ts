import { readFile, writeFile } from 'node:fs/promises';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import { newSteps } from '#platform/start';
import { chromiumArguments, findChromium } from '#platform/testing';
import { startRapport } from '../tests/support/rapport-process.ts';
import { countWork, workedMs, workOfPages } from './browser-cpu.ts';
import { cachedOpenings, keysToPaint, type Painted, scrollThrough, settle } from './browser-page.ts';
import { openCluster } from './database.ts';
import { benchPassword } from './make-workspace.ts';

const root = join(import.meta.dirname, '..');
/** A workspace whose list of closed conversations is longer than what is scrolled. */
const conversations = 12_500;
const scrolledRows = 10_000;
const slowDown = 4;
const keyBarMs = 50;
/** A working day in a minute or so: a conversation a minute for eight hours, opened, written in and left. */
const rounds = 480;
const warmUpRounds = 60;

interface Figure {
  readonly what: string;
  readonly bar: string;
  readonly found: string;
  readonly isMet: boolean;
}

/**
 * `npm run bench -- --browser`: the console in a real browser; prints the figures and writes docs/reference/console.md.
 * With `--keys` only what a key takes, and only those rows of it, each with the load they were measured at.
 */
async function main(): Promise<void> {
  const path = findChromium();
  if (!path) throw new Error('This bench needs a browser: apt-get install -y chromium, or set CHROMIUM_PATH.');
  const steps = newSteps();
  const ends: (() => unknown)[] = [];
  try {
    const cluster = await openCluster(root);
    ends.push(() => cluster.postgres.stop());
    const { url, loaded } = await steps.step(`${conversations} conversations`, (tell) =>
      cluster.database(conversations, tell),
    );
    const dataDir = mkdtempSync(join(tmpdir(), 'rapport-browser-'));
    ends.push(() => rmSync(dataDir, { recursive: true, force: true }));
    const program = await startRapport({ DATABASE_URL: url, DATA_DIR: dataDir });
    ends.push(() => program.kill());
    await steps.step('Starting the program', () => program.ready());
    const browser = await chromium.launch({ executablePath: path, args: [...chromiumArguments(), '--no-first-run'] });
    ends.push(() => browser.close());
    const cookie = await signIn(program.url, loaded.cast.ownerAddress);
    const loadBefore = loadavg()[0] ?? 0;
    if (process.argv.includes('--keys')) return await renewKeys(browser, program.url, cookie);
    const figures = await measureAll(browser, program.url, cookie, steps);
    const text = report(figures, [loadBefore, loadavg()[0] ?? 0]);
    process.stdout.write(`\n${text}\n`);
    await writeFile(join(root, 'docs/reference/console.md'), text);
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

async function measureAll(
  browser: Browser,
  url: string,
  cookie: string,
  steps: ReturnType<typeof newSteps>,
): Promise<readonly Figure[]> {
  const first = await steps.step('First load', () => firstLoad(browser, url, cookie));
  const context = await contextOf(browser, url, cookie);
  const page = await context.newPage();
  const cached = await steps.step('Cached conversations', () => cachedOpenings(page));
  const keys = await steps.step('Keys', () => keyFigures(page));
  const day = await steps.step('Eight hours', (tell) => dayOf(context, page, tell));
  const [scroll, work] = await steps.step(`${scrolledRows} rows`, () =>
    workOfPages(browser, () => scrollThrough(page, scrolledRows)),
  );
  await context.close();
  return [
    ...first,
    paintedFigure('a cached conversation, opened again', 80, cached),
    ...keys,
    {
      what: `a list of ${scroll.rows.toLocaleString('en')} rows, scrolled from end to end`,
      bar: 'no frame of 50 ms or more',
      found: `${scroll.longFrames} long of ${scroll.frames}, the longest ${scroll.longestMs.toFixed(0)} ms; of the page’s own work the longest task ${work.longestMs.toFixed(0)} ms of CPU`,
      isMet: scroll.longFrames === 0,
    },
    ...day,
  ];
}

/** What a key takes to its paint, where one types: as the machine is, and on one of a quarter of its speed. */
async function keyFigures(page: Page): Promise<readonly Figure[]> {
  const slow = `at ${slowDown}× CPU slow-down`;
  return [
    paintedFigure('a key in the composer, to its paint', keyBarMs, await keysToPaint(page)),
    paintedFigure(`a key in a note ${slow}, to its paint`, keyBarMs, await keysToPaint(page, 'n', slowDown)),
    paintedFigure(`a key in a reply ${slow}, to its paint`, keyBarMs, await keysToPaint(page, 'r', slowDown)),
  ];
}

/** The rows of the keys measured anew; what was written of the rest stands. */
async function renewKeys(browser: Browser, url: string, cookie: string): Promise<void> {
  const context = await contextOf(browser, url, cookie);
  const figures = await keyFigures(await context.newPage());
  await context.close();
  const load = `; load average ${(loadavg()[0] ?? 0).toFixed(1)}`;
  const rows = figures.map((figure) => rowOf({ ...figure, found: figure.found + load }));
  const path = join(root, 'docs/reference/console.md');
  const lines = (await readFile(path, 'utf8')).split('\n');
  const at = lines.findIndex((line) => line.startsWith('| a key in '));
  const others = lines.filter((line) => !line.startsWith('| a key in '));
  await writeFile(path, others.toSpliced(at, 0, ...rows).join('\n'));
  process.stdout.write(`\n${rows.join('\n')}\n`);
}

/** The first visit of a browser that has nothing, at a quarter of the speed: what travels, and when one can work. */
async function firstLoad(browser: Browser, url: string, cookie: string): Promise<readonly Figure[]> {
  const context = await contextOf(browser, url, cookie);
  const page = await context.newPage();
  const devtools = await countWork(page);
  await devtools.send('Network.enable');
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  let bytes = 0;
  const data = new Set<string>();
  devtools.on('Network.responseReceived', ({ requestId, response }) => {
    if (/\/(api|live)\//u.test(response.url)) data.add(requestId);
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!data.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto('/inbox/all', { waitUntil: 'commit' });
  await page.getByRole('option').first().waitFor({ timeout: 60_000 });
  const interactiveMs = await settle(page);
  const firstKb = bytes / 1000;
  const cpuMs = await workedMs(devtools);
  await context.close();
  return [
    {
      what: 'first load as it travels (script, style, font, page)',
      bar: '≤ 300 KB',
      found: `${firstKb.toFixed(0)} KB`,
      isMet: firstKb <= 300,
    },
    {
      what: `interactive at ${slowDown}× CPU slow-down (rows drawn, the page idle)`,
      bar: '≤ 2,500 ms',
      found: `${interactiveMs.toFixed(0)} ms, of it ${cpuMs.toFixed(0)} ms the page’s own work`,
      isMet: interactiveMs <= 2500,
    },
  ];
}

/** A day of one page that is never loaded anew: what it holds after the first hour, and after the last. */
async function dayOf(context: BrowserContext, page: Page, tell: (line: string) => void): Promise<readonly Figure[]> {
  const devtools = await context.newCDPSession(page);
  let after: { heapMb: number; nodes: number } | undefined;
  for (let round = 0; round < rounds; round += 1) {
    await workOn(page, round);
    if (round === warmUpRounds) after = await holds(devtools);
    if (round % 40 === 0) tell(`${round} of ${rounds}`);
  }
  const end = await holds(devtools);
  const begin = after ?? end;
  const growth = end.heapMb / begin.heapMb;
  return [
    {
      what: `eight hours compressed: ${rounds} conversations opened, written in and left`,
      bar: 'no growth (≤ 1.25 of the first hour)',
      found: `heap ${begin.heapMb.toFixed(1)} → ${end.heapMb.toFixed(1)} MB (${growth.toFixed(2)}), nodes ${begin.nodes} → ${end.nodes}`,
      isMet: growth <= 1.25 && end.nodes <= begin.nodes * 1.25,
    },
  ];
}

/** Moves on, opens, writes a few letters, leaves. Every twentieth time another list. */
async function workOn(page: Page, round: number): Promise<void> {
  if (round % 20 === 0) {
    await page.goto(round % 40 === 0 ? '/inbox/all' : '/inbox/closed').catch(() => undefined);
    await page.getByRole('option').first().waitFor();
    await page.getByRole('listbox', { name: 'Conversations' }).focus();
  }
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('feed').waitFor();
  await page.keyboard.press('n');
  await page.keyboard.type('so');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Escape');
}

async function holds(devtools: CDPSession): Promise<{ heapMb: number; nodes: number }> {
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('Performance.enable');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { heapMb: of('JSHeapUsedSize') / 1e6, nodes: of('Nodes') };
}

function paintedFigure(what: string, barMs: number, painted: Painted): Figure {
  return {
    what,
    bar: `≤ ${barMs} ms`,
    found: `p50 ${painted.p50.toFixed(0)} ms, p95 ${painted.p95.toFixed(0)} ms of ${painted.count}${painted.cpuMs === undefined ? '' : `; ${painted.cpuMs.toFixed(0)} ms of CPU each`}`,
    isMet: painted.p95 <= barMs,
  };
}

async function contextOf(browser: Browser, url: string, cookie: string): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
  });
  await context.addCookies(
    cookie
      .split('; ')
      .map((one) => ({ name: one.slice(0, one.indexOf('=')), value: one.slice(one.indexOf('=') + 1), url })),
  );
  return context;
}

async function signIn(url: string, address: string): Promise<string> {
  const reply = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ address, password: benchPassword }),
  });
  if (!reply.ok) throw new Error(`Signing in: ${reply.status} ${await reply.text()}`);
  return reply.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');
}

function rowOf({ what, bar, found, isMet }: Figure): string {
  return `| ${what} | ${bar} | ${found}${isMet ? '' : ' ✗'} |`;
}

function report(figures: readonly Figure[], load: readonly [number, number]): string {
  const rows = figures.map(rowOf);
  return `# The console in a browser

Written by \`npm run bench -- --browser\`, the rows of the keys also by \`npm run bench -- --browser --keys\`; do not edit. Chromium, headless, 1440 × 900, against a started program with ${conversations.toLocaleString('en')}
conversations on the same machine. A figure beyond its bar is marked with ✗.

| | |
|---|---|
| date | ${new Date().toISOString().slice(0, 10)} |
| machine | ${cpus().length} cores of ${cpus()[0]?.model.trim() ?? 'unknown'} |
| load average, from before to after | ${load.map((one) => one.toFixed(1)).join(' → ')} |

| what | bar | found |
|---|---|---|
${rows.join('\n')}
`;
}

await main();
