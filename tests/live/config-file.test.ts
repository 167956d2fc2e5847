import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneDatabase } from '../support/database.ts';
import { type RapportProcess, startRapport } from '../support/rapport-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'rapport-config-'));
const file = join(folder, 'setup.yaml');
const ends: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
let server: RapportProcess;
let key = '';

beforeAll(async () => {
  const database = await cloneDatabase();
  ends.push(() => database.drop());
  server = await startRapport({ DATABASE_URL: database.url, DATA_DIR: folder });
  ends.push(() => server.kill());
  await server.ready();
  const owner = { workspaceName: 'Fernhill', ownerName: 'Olive', address: 'olive@desk.test' };
  const { cookie } = await knock('', '/api/setup', { ...owner, password: 'a long enough password' });
  const permissions = {
    'config.apply': 'all',
    'conversations.configure': 'all',
    'conversations.read': 'all',
    'teams.configure': 'all',
    'teams.read': 'all',
  };
  ({ key } = (await knock(cookie, '/api/keys', { name: 'Set-up', permissions })).body as { key: string });
}, 120_000);
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});

test('the set-up is written to a file, changed, tried and applied by the command', { timeout: 120_000 }, async () => {
  const written = await rapport('export', file);
  expect(written).toMatchObject({ code: 0, printed: expect.stringMatching(/\d+ things in /) });
  const text = readFileSync(file, 'utf8');
  expect(text).toMatch(/^# .*\nteams:\n {2}- name: /m);
  expect(text).not.toContain('lines:\n  - channel');
  expect(await rapport('export', file)).toMatchObject({ code: 1, printed: expect.stringContaining('exists already') });

  writeFileSync(file, text.replace(/^teams:\n/m, 'teams:\n  - name: Evening\n'));
  const tried = await rapport('apply', file, '--dry-run');
  expect(tried).toMatchObject({ code: 0, printed: expect.stringMatching(/\+ teams: Evening[\s\S]*dry run/) });
  const applied = await rapport('apply', file);
  expect(applied).toMatchObject({ code: 0, printed: expect.stringMatching(/\+ teams: Evening[\s\S]*Applied\./) });
  const again = await rapport('apply', file);
  expect(again.printed).toMatch(/as they were\. Applied\./);
  expect(again.printed).not.toContain('+ teams');

  writeFileSync(file, 'teams:\n  - name: Evening\n   hours: [');
  expect(await rapport('apply', file)).toMatchObject({ code: 1, printed: expect.stringContaining('cannot be read') });
  writeFileSync(file, 'teams:\n  - name: Evening\n    hours: Never\n');
  const refused = await rapport('apply', file);
  expect(refused).toMatchObject({ code: 1, printed: expect.stringContaining('Nothing was applied.') });
});

async function knock(cookie: string, path: string, body: unknown): Promise<{ cookie: string; body: unknown }> {
  const headers = { cookie, 'content-type': 'application/json' };
  const reply = await fetch(server.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  const said: unknown = await reply.json();
  if (!reply.ok) throw new Error(`${path}: ${reply.status} ${JSON.stringify(said)}`);
  const set = reply.headers.getSetCookie().map((line) => line.split(';')[0]);
  return { cookie: set.join('; '), body: said };
}

/** Runs the command as a person would. */
async function rapport(...words: readonly string[]): Promise<{ code: number; printed: string }> {
  const env = { PATH: process.env['PATH'] ?? '', HOME: folder, RAPPORT_URL: server.url, RAPPORT_KEY: key };
  const main = join(import.meta.dirname, '../../apps/cli/main.ts');
  const child = spawn(process.execPath, [main, 'config', ...words], { env });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (printed += data.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code: code ?? -1, printed };
}
