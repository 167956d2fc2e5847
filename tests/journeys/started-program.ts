import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Browser, BrowserContext } from 'playwright-core';
import { newId } from '#platform/database';
import { browserMissing, openScreen, type Screen } from '../support/browser.ts';
import { cloneDatabase } from '../support/database.ts';
import { type MailHost, startMailHost } from '../support/mail-host.ts';
import { sendTo } from '../support/mail-world.ts';
import { freePort } from '../support/ports.ts';
import { type RapportProcess, startRapport } from '../support/rapport-process.ts';

/** The real program of a file of journeys, on a database of its own, with its own mail door open. */
export interface StartedProgram {
  readonly url: string;
  readonly doorPort: number;
  /** Where its answers arrive. */
  readonly mailHost: MailHost;
  readonly printed: () => string;
}

/** Starts the program before the tests of a file and ends it after them; `demo` with the demo's story in it. */
export function useProgram(
  options: {
    demo?: boolean;
    missing?: string | null;
    /** Settings of the environment beside the usual ones. */
    settings?: () => Promise<Readonly<Record<string, string>>>;
  } = {},
): () => StartedProgram {
  let program: StartedProgram | undefined;
  const ends: (() => unknown)[] = [];
  beforeAll(async () => {
    if (browserMissing() ?? options.missing) return;
    const database = await cloneDatabase();
    ends.push(() => database.drop());
    const dataDir = mkdtempSync(join(tmpdir(), 'rapport-journey-'));
    ends.push(() => rmSync(dataDir, { recursive: true, force: true }));
    const mailHost = await startMailHost();
    ends.push(() => mailHost.stop());
    const more = await options.settings?.();
    // after everything that listens at ports of its own: what was free before may be theirs by now
    const doorPort = await freePort();
    const settings = { DATABASE_URL: database.url, DATA_DIR: dataDir, SMTP_DOOR_PORT: String(doorPort), ...more };
    const process: RapportProcess = await startRapport(settings, options.demo ? [] : ['--empty']);
    ends.push(() => process.kill());
    await process.ready(options.demo ? 150_000 : 60_000);
    program = { url: process.url, doorPort, mailHost, printed: process.printed };
  }, 180_000);
  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  }, 60_000);
  return () => {
    if (!program) throw new Error('The program starts before the tests; ask for it inside one.');
    return program;
  };
}

const password = 'a long enough password';
const owner = { name: 'Olive Owner', address: 'olive@desk.test' };

interface FoundConversation {
  readonly id: string;
  readonly version: number;
  readonly customer: { readonly id: string };
}

/** How a screen is opened: its size, its touch. */
type ScreenOptions = NonNullable<Parameters<typeof openScreen>[2]>;

/** A workspace of a journey: its owner and a line through our own mail door. */
export interface Shop {
  readonly address: string;
  readonly lineId: string;
  readonly brandId: string;
  /** Asks the API as the owner. */
  ask<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** Opens a screen of the owner at an address of the console. */
  open(path: string, options?: ScreenOptions): Promise<Screen>;
  /** Somebody joins; answers how they open a screen of their own. */
  invite(name: string, desk: string): Promise<(path: string, options?: ScreenOptions) => Promise<Screen>>;
  /** A customer writes through our own mail door; answers the id of their mail. */
  write(mail: { from?: string; subject: string; text: string; inReplyTo?: string; to?: string }): Promise<string>;
  /** The conversation of a subject, once there is one. */
  conversation(subject: string): Promise<FoundConversation>;
}

/** Sets the program up by its API once a file; a journey begins with a desk that works. */
export function useShop(program: () => StartedProgram, browser: () => Browser): () => Shop {
  let shop: Shop | undefined;
  beforeAll(async () => {
    if (browserMissing()) return;
    shop = await openShop(program(), browser);
  }, 60_000);
  return () => {
    if (!shop) throw new Error('The shop opens before the tests; ask for it inside one.');
    return shop;
  };
}

async function openShop(program: StartedProgram, browser: () => Browser): Promise<Shop> {
  const { url } = program;
  const made = await knock(url, '', 'POST', '/api/setup', {
    workspaceName: 'Fernhill',
    ownerName: owner.name,
    address: owner.address,
    password,
  });
  const { cookie } = made;
  const ask = async <T>(method: string, path: string, body?: unknown): Promise<T> =>
    (await knock(url, cookie, method, path, body)).body as T;
  const { rows: brands } = await ask<{ rows: { id: string }[] }>('GET', '/api/brands');
  const brandId = brands[0]?.id ?? '';
  const address = 'support@desk.test';
  const settings = { door: true, smtp: { host: '127.0.0.1', port: program.mailHost.port, secure: false } };
  const line = await ask<{ id: string }>('POST', '/api/lines', {
    brandId,
    channel: 'email',
    name: 'Support',
    address,
    settings,
  });
  const open = async (path: string, options: ScreenOptions, as: string): Promise<Screen> => {
    const screen = await openScreen(browser(), url, options);
    await takeSession(screen.context, url, as);
    await screen.page.goto(path);
    return screen;
  };
  return {
    address,
    lineId: line.id,
    brandId,
    ask,
    open: (path, options = {}) => open(path, options, cookie),
    async invite(name, desk) {
      const theirs = await comeIn(url, ask, name, desk);
      return (path, options = {}) => open(path, options, theirs);
    },
    async write({ from = 'Alice Weber <alice@cust.test>', to = address, ...mail }) {
      const messageId = `<${newId()}@cust.test>`;
      await sendTo(program.doorPort, { from, to, messageId, ...mail });
      return messageId;
    },
    async conversation(subject) {
      const { rows } = await ask<{ rows: (FoundConversation & { subject: string })[] }>(
        'GET',
        '/api/conversations?box=all&order=newest&limit=50',
      );
      const found = rows.find((row) => row.subject === subject);
      if (!found) throw new Error(`No conversation is called ${subject}: ${rows.map((row) => row.subject).join(', ')}`);
      return found;
    },
  };
}

/** Somebody is invited to a desk and comes in; answers their session. */
async function comeIn(url: string, ask: Shop['ask'], name: string, desk: string): Promise<string> {
  const { rows: roles } = await ask<{ rows: { id: string; deskId: string }[] }>('GET', '/api/roles');
  const role = roles.find((one) => one.deskId === desk);
  if (!role) throw new Error(`No role stands at the desk ${desk}: ${JSON.stringify(roles)}`);
  const { invitationUrl } = await ask<{ invitationUrl: string }>('POST', '/api/teammates', {
    name,
    address: `${newId()}@desk.test`,
    roleIds: [role.id],
  });
  const token = /[^/=#]+$/.exec(invitationUrl)?.[0] ?? '';
  return (await knock(url, '', 'POST', '/api/invitations/acceptance', { token, password })).cookie;
}

async function knock(
  url: string,
  cookie: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ cookie: string; body: unknown }> {
  const reply = await fetch(url + path, {
    method,
    headers: { cookie, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${text}`);
  const set = reply.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return { cookie: set, body: text === '' ? null : JSON.parse(text) };
}

async function takeSession(context: BrowserContext, url: string, cookie: string): Promise<void> {
  const cookies = cookie
    .split('; ')
    .map((one) => ({ name: one.slice(0, one.indexOf('=')), value: one.slice(one.indexOf('=') + 1), url }));
  await context.addCookies(cookies);
}
