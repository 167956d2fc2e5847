import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium } from 'playwright-core';
import { newSteps } from '#platform/start';
import { chromiumArguments, findChromium } from '#platform/testing';
import { faultsOf } from '../tests/support/page-faults.ts';
import { startRapport } from '../tests/support/rapport-process.ts';
import { applyByPhone } from './apply-by-phone.ts';

/** Asked so often, one after another, after those that warm it up. */
const asks = 40;
const warmUps = 5;
const barMs = 30;
/** Smallest height and width of what is touched, in CSS pixels (WCAG 2.5.8). */
const leastTargetPx = 24;
const file = join(import.meta.dirname, '../docs/reference/careers-site.md');
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** One page of each kind. */
const kinds: readonly (readonly [string, string])[] = [
  ['First page', ''],
  ['First page of a place', '?place=jamaica'],
  ['Role', '/customer-service-specialist?place=united-states'],
  ['Skills', '/skills'],
  ['Skill', '/skills/empathy'],
  ['Places', '/places'],
  ['Place', '/places/jamaica?place=jamaica'],
  ['Industries', '/industries'],
  ['Industry', '/industries/retail'],
  ['How to prepare', '/prepare'],
  ['Questions', '/questions'],
  ['Find your way', '/explore?for=call-centre-specialist&communication=3'],
  ['Search', '/search?q=empathy'],
  ['Sources', '/sources'],
  ['Practise', '/practise'],
  ['A conversation', '/practise/late-parcel'],
  ['Openings', '/openings'],
  ['In Spanish', '/es'],
  ['Feed of openings', '/openings.xml'],
  ['Map of the site', '/sitemap.xml'],
];

interface Measured {
  readonly kind: string;
  readonly path: string;
  readonly p50: number;
  readonly p95: number;
  readonly bytes: number;
  readonly faults: readonly string[];
}

/** `npm run bench -- --careers`: first byte, weight and an audit of each kind of page, over the demo. */
async function main(): Promise<void> {
  const steps = newSteps();
  const ends: (() => unknown)[] = [];
  try {
    const dataDir = mkdtempSync(join(tmpdir(), 'rapport-careers-'));
    ends.push(() => rmSync(dataDir, { recursive: true, force: true }));
    const program = await startRapport({ DATA_DIR: dataDir, SMTP_DOOR_PORT: '0' }, []);
    ends.push(() => program.kill());
    await steps.step('Starting the demo', () => program.ready(300_000));
    const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: chromiumArguments() });
    ends.push(() => browser.close());
    const took = await steps.step('First bytes', () => firstBytes(program.url));
    const measured: Measured[] = [];
    for (const [kind, path] of kinds)
      measured.push(await steps.step(kind, () => audit(browser, program.url, kind, path, took.get(path) ?? [])));
    const sheets = await sheetBytes(program.url);
    await writeFile(file, report(measured, sheets));
    steps.line(`Written: docs/reference/careers-site.md`);
    if (measured.some(({ faults, p50 }) => faults.length > 0 || p50 > barMs)) process.exitCode = 1;
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

/** Round by round over all kinds, so that what else the machine does meets each of them alike. */
async function firstBytes(url: string): Promise<ReadonlyMap<string, readonly number[]>> {
  const took = new Map<string, number[]>(kinds.map(([, path]) => [path, []]));
  for (let round = 0; round < warmUps + asks; round += 1)
    for (const [path, times] of took) {
      const { firstByteMs } = await fetchTimed(`${url}/careers${path}`);
      if (round >= warmUps) times.push(firstByteMs);
    }
  return took;
}

async function audit(
  browser: Browser,
  url: string,
  kind: string,
  path: string,
  took: readonly number[],
): Promise<Measured> {
  const address = `${url}/careers${path}`;
  const { text } = await fetchTimed(address);
  const isPage = text.startsWith('<!doctype html>');
  const faults = isPage ? [...faultsOf(text), ...(await seenFaults(browser, address))] : [];
  return {
    kind,
    path: path || '/',
    p50: share(took, 0.5),
    p95: share(took, 0.95),
    bytes: gzipSync(text).length,
    faults,
  };
}

/** Until the first byte of the body is here. */
function fetchTimed(address: string): Promise<{ firstByteMs: number; text: string }> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    get(address, { agent: false }, (answer) => {
      let firstByteMs = 0;
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => {
        firstByteMs ||= performance.now() - begun;
        parts.push(part);
      });
      answer.on('end', () => resolve({ firstByteMs, text: Buffer.concat(parts).toString() }));
    }).on('error', reject);
  });
}

/** What only a browser sees, on a phone: contrast and names by axe, what is too small to touch, what does not fit. */
async function seenFaults(browser: Browser, address: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme });
    const page = await context.newPage();
    await page.goto(address);
    const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze();
    found.push(...violations.map(({ id, nodes }) => `${colorScheme}: ${id} at ${nodes[0]?.html.slice(0, 80)}`));
    const small = await page.evaluate<string[]>(smallTargets);
    found.push(...small.map((one) => `too small to touch: ${one}`));
    if (await page.evaluate('document.documentElement.scrollWidth > innerWidth')) found.push('wider than a phone');
    await context.close();
  }
  return [...new Set(found)];
}

/** Runs in the page. Links within a line of text may be as high as the line is. */
const smallTargets = `[...document.querySelectorAll('a, button, select, input:not([type=hidden])')].flatMap((target) => {
  const { width, height } = target.getBoundingClientRect();
  const isShown = width > 1 && height > 1 && target.closest('.hid, .skip') === null;
  const isInText = getComputedStyle(target).display === 'inline' && target.closest('p, li, td, th, sup, h1, h2, h3') !== null;
  const name = (target.textContent || '').trim() || target.getAttribute('name') || target.tagName;
  return isShown && !isInText && Math.min(width, height) < ${leastTargetPx} ? [name + ' ' + Math.round(width) + '×' + Math.round(height)] : [];
})`;

async function sheetBytes(url: string): Promise<number> {
  const { text } = await fetchTimed(`${url}/careers`);
  const hrefs = [...text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = '']) => href);
  const sheets = await Promise.all(hrefs.map((href) => fetchTimed(`${url}${href}`)));
  return gzipSync(sheets.map((sheet) => sheet.text).join('')).length;
}

function report(measured: readonly Measured[], sheets: number): string {
  const rows = measured.map(
    ({ kind, path, p50, p95, bytes, faults }) =>
      `| ${kind} | \`/careers${path === '/' ? '' : path}\` | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${(bytes / 1024).toFixed(1)} | ${faults.join('; ') || 'none'} |`,
  );
  const [load = 0] = loadavg();
  return `# The careers site, as a visitor meets it

Written by \`npm run bench -- --careers\`: the demo on this machine (${cpus().length} cores, load ${load.toFixed(1)}), each page asked
${asks} times by a new connection after ${warmUps} to warm it up. The bar is a first byte within ${barMs} ms. The audit looks at the page as it
is sent (title, description, canonical address, languages, one first heading and no level left out, pictures with sizes, no
script that holds it up, links and fields with names, no id twice) and as a phone shows it, light and dark (axe-core at WCAG 2.2
AA, what is touched at least ${leastTargetPx} px, nothing wider than the screen). The same audit of every page, in both languages and with a limit
for its weight, is a test: \`apps/careers/site.test.ts\`.

What pages are drawn with: ${(sheets / 1024).toFixed(1)} KB of styles packed, kept for good; one font, loaded ahead and swapped in; no script at all.

| page | address | first byte p50, ms | p95, ms | weight packed, KB | found by the audit |
|---|---|---:|---:|---:|---|
${rows.join('\n')}

${applyByPhone()}`;
}

function share(values: readonly number[], at: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * at) - 1)] ?? 0;
}

main().catch((error: Error) => {
  process.stderr.write(`\n${error.stack ?? error}\n`);
  process.exit(1);
});
