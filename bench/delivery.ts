import { mkdir, writeFile } from 'node:fs/promises';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import nodemailer from 'nodemailer';
import { chromium, type Page } from 'playwright-core';
import { newSteps } from '#platform/start';
import { chromiumArguments, findChromium } from '#platform/testing';
import { type MailRig, mailRigMissing, startMailRig } from '../tests/support/mail-rig.ts';
import { freePort } from '../tests/support/ports.ts';
import { startRapport } from '../tests/support/rapport-process.ts';

/** Mails measured by each door, after those that warm it up. */
const mailCount = 60;
const warmUps = 5;
/** Pause between two mails, in milliseconds: each is measured on its own. */
const pauseMs = 250;
const rowLimitMs = 30_000;
const password = 'a long enough password';

interface Door {
  readonly name: string;
  readonly bar: string;
  readonly address: string;
  readonly smtpPort: number;
}

interface Taken {
  readonly door: Door;
  readonly tookMs: readonly number[];
}

/**
 * `npm run bench -- --delivery`: from the moment the customer's mail host has taken a mail (SMTP 250) to
 * its row on an open list in a browser, through a real Postfix and Dovecot by IMAP, and through our own door. Prints
 * both and writes docs/reference/delivery.md.
 */
async function main(): Promise<void> {
  const missing = mailRigMissing() ?? (findChromium() ? null : 'no Chromium');
  if (missing) throw new Error(`This bench needs real mail servers and a browser: ${missing}.`);
  const steps = newSteps();
  const ends: (() => unknown)[] = [];
  try {
    const rig = await steps.step('Starting Postfix and Dovecot', () => startMailRig());
    ends.push(() => rig.stop());
    const dataDir = mkdtempSync(join(tmpdir(), 'rapport-delivery-'));
    ends.push(() => rmSync(dataDir, { recursive: true, force: true }));
    const doorPort = await freePort();
    const program = await startRapport({ DATA_DIR: dataDir, SMTP_DOOR_PORT: String(doorPort) });
    ends.push(() => program.kill());
    await steps.step('Starting the program with its own database', () => program.ready());
    const cookies = await setUp(program.url, rig);
    const browser = await chromium.launch({
      executablePath: findChromium() ?? '',
      args: [...chromiumArguments(), '--disable-gpu', '--no-first-run'],
    });
    ends.push(() => browser.close());
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.addCookies(cookies.map((one) => ({ ...one, url: program.url })));
    const page = await context.newPage();
    await page.goto(`${program.url}/inbox/all`);
    await page.getByRole('heading', { name: 'All open' }).waitFor();
    // Newest first, so that the row is among those that are drawn.
    await page.getByRole('button', { name: 'Sort: SLA' }).click();
    const doors: readonly Door[] = [
      {
        name: 'IMAP (Postfix, Dovecot, IDLE)',
        bar: 'p50 ≤ 1 s, p95 ≤ 2 s',
        address: 'support@desk.test',
        smtpPort: rig.smtpPort,
      },
      { name: 'Our own SMTP door', bar: '≤ 150 ms', address: 'door@desk.test', smtpPort: doorPort },
    ];
    const taken: Taken[] = [];
    for (const door of doors) taken.push(await steps.step(door.name, (tell) => measure(page, door, tell)));
    const text = report(taken);
    process.stdout.write(`\n${text}\n`);
    const folder = join(import.meta.dirname, '../docs/reference');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'delivery.md'), text);
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

/** A workspace with one line a door; answers the cookies of its owner. */
async function setUp(url: string, rig: MailRig): Promise<{ name: string; value: string }[]> {
  const knock = async (path: string, cookie: string, body?: unknown): Promise<Response> => {
    const headers = { cookie, 'content-type': 'application/json' };
    const reply = await fetch(url + path, body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers });
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
    return reply;
  };
  const owner = { workspaceName: 'Bench', ownerName: 'Olive Owner', address: 'olive@desk.test', password };
  const cookie = (await knock('/api/setup', '', owner)).headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');
  const { rows } = (await (await knock('/api/brands', cookie)).json()) as { rows: { id: string }[] };
  const line = (address: string, settings: object, secrets: object) =>
    knock('/api/lines', cookie, { brandId: rows[0]?.id, channel: 'email', name: address, address, settings, secrets });
  const imap = { host: '127.0.0.1', port: rig.imapPort, secure: false, user: 'support@desk.test' };
  await line('support@desk.test', { imap }, { imapPassword: 'pw' });
  await line('door@desk.test', { door: true }, {});
  return cookie
    .split('; ')
    .map((one) => ({ name: one.slice(0, one.indexOf('=')), value: one.slice(one.indexOf('=') + 1) }));
}

async function measure(page: Page, door: Door, tell: (line: string) => void): Promise<Taken> {
  const transport = nodemailer.createTransport({
    host: '127.0.0.1',
    port: door.smtpPort,
    secure: false,
    ignoreTLS: true,
    pool: true,
    maxConnections: 1,
  });
  const tookMs: number[] = [];
  try {
    for (let n = -warmUps; n < mailCount; n += 1) {
      const subject = `${door.address} number ${n + warmUps}`;
      const shown = await watchFor(page, subject);
      await transport.sendMail({
        from: `Customer ${n} <customer${n + warmUps}@cust.test>`,
        to: door.address,
        subject,
        text: 'Where is my order?',
      });
      const acceptedAt = Date.now();
      const shownAt = await shown();
      if (n >= 0) tookMs.push(Math.max(0, shownAt - acceptedAt));
      tell(`${n + 1} of ${mailCount}`);
      await wait(pauseMs);
    }
  } finally {
    transport.close();
  }
  return { door, tookMs };
}

/** What a page has that this program has not. */
interface PageGlobals {
  readonly document: {
    readonly body: object;
    querySelectorAll(selector: string): Iterable<{ readonly textContent: string }>;
  };
  readonly MutationObserver: new (
    look: () => void,
  ) => { observe(node: object, what: object): void; disconnect(): void };
  requestAnimationFrame(then: () => void): void;
}

/** The page itself takes the time when a row with these words is painted; its clock is this machine's. */
async function watchFor(page: Page, subject: string): Promise<() => Promise<number>> {
  const shown = page.evaluate(
    (words) =>
      new Promise<number>((resolve) => {
        const { document, MutationObserver, requestAnimationFrame } = globalThis as unknown as PageGlobals;
        const watcher = new MutationObserver(() => {
          if (![...document.querySelectorAll('[role=option]')].some((row) => row.textContent.includes(words))) return;
          watcher.disconnect();
          requestAnimationFrame(() => resolve(Date.now()));
        });
        watcher.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    subject,
  );
  // The page answers in turn: after this, the watcher above stands.
  await page.evaluate(() => undefined);
  return () =>
    Promise.race([
      shown,
      wait(rowLimitMs, undefined, { ref: false }).then(() =>
        Promise.reject(new Error(`“${subject}” did not come to the screen.`)),
      ),
    ]);
}

function report(taken: readonly Taken[]): string {
  const rows = taken.map(
    ({ door, tookMs }) =>
      `| ${door.name} | ${tookMs.length} | ${share(tookMs, 0.5)} ms | ${share(tookMs, 0.95)} ms | ${Math.max(...tookMs)} ms | ${door.bar} |`,
  );
  return `# From a customer's mail to the agent's screen

Measured by \`npm run bench -- --delivery\` on ${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (load ${loadavg()
    .map((load) => load.toFixed(1))
    .join(', ')} over 1, 5 and
15 minutes, shared with other work), one process with its own PostgreSQL. From the mail host's "250 taken" to the
painted row in a list that is open in Chromium, one mail every ${pauseMs} ms after the one before is on the screen.

| door | mails | p50 | p95 | longest | bar |
| --- | ---: | ---: | ---: | ---: | --- |
${rows.join('\n')}
`;
}

function share(values: readonly number[], at: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * at) - 1)] ?? 0;
}

main().catch((error: Error) => {
  process.stderr.write(`\n${error.stack ?? error}\n`);
  process.exit(1);
});
