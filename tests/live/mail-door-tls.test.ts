import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findProgram } from '#platform/testing';
import { ledgerOf, mailLine } from '../support/mail-world.ts';
import { freePort } from '../support/ports.ts';
import type { Workspace } from '../support/workspace.ts';
import { useWorld } from '../support/world.ts';

const openssl = findProgram('openssl');
const world = useWorld();
const folder = mkdtempSync(join(tmpdir(), 'rapport-door-tls-'));
const files = { certFile: join(folder, 'cert.pem'), keyFile: join(folder, 'key.pem') };
let workspace: Workspace;
let plainPort: number;
let tlsPort: number;
let running: { stop(): Promise<void> } | undefined;

beforeEach((context) => {
  if (!openssl) context.skip('no openssl, to make a certificate');
});
beforeAll(async () => {
  if (!openssl) return;
  selfSigned('mail.shop.example');
  [plainPort, tlsPort] = [await freePort(), await freePort()];
  running = await startDoor({ ...files, port: tlsPort });
  workspace = await world().newWorkspace();
  await mailLine(world(), workspace, { address: 'tls@shop.example' });
});
afterAll(async () => {
  await running?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function selfSigned(name: string): void {
  const words = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const out = ['-keyout', files.keyFile, '-out', files.certFile, '-subj', `/CN=${name}`];
  execFileSync(openssl ?? '', [...words, ...out], { stdio: 'ignore' });
}

async function startDoor(smtpDoorTls: { certFile: string; keyFile: string; port: number } | null) {
  const door = world().house.processes.find(({ name }) => name === 'channel-email.smtp-door');
  if (!door) throw new Error('There is no door.');
  const config = { ...world().config, smtpDoor: { port: plainPort, orNextFree: false }, smtpDoorTls };
  return door.start({ ...world().tools, config, signal: new AbortController().signal });
}

/** Sends one mail, encrypted as asked, trusting nobody's certificate but looking at it. */
async function send(port: number, how: { secure: boolean; requireTLS?: boolean }, subject: string): Promise<string> {
  const transport = nodemailer.createTransport({
    host: '127.0.0.1',
    port,
    ...how,
    ignoreTLS: !how.secure && !how.requireTLS,
    tls: { rejectUnauthorized: false },
    greetingTimeout: 3_000,
  });
  const mail = { from: 'Dana <dana@customer.example>', to: 'tls@shop.example', subject, text: 'Where is it?' };
  return (await transport.sendMail(mail)).response;
}

test('a mail comes in by STARTTLS, by TLS from the first byte, and in the clear where its host knows neither', async () => {
  expect(await send(plainPort, { secure: false, requireTLS: true }, 'By STARTTLS')).toContain('250');
  expect(await send(tlsPort, { secure: true }, 'By TLS')).toContain('250');
  expect(await send(plainPort, { secure: false }, 'In the clear')).toContain('250');
  const rows = await ledgerOf(world(), workspace);
  expect(rows.map(({ subject, fate }) => [subject, fate])).toEqual([
    ['By STARTTLS', 'opened'],
    ['By TLS', 'opened'],
    ['In the clear', 'opened'],
  ]);
  const raw = async (index: number) =>
    Buffer.from(await world().files.read(workspace.id, rows[index]?.sha256 ?? '')).toString();
  expect(await raw(0)).toMatch(/^Received: .* with ESMTPS;/m);
  expect(await raw(2)).toMatch(/^Received: .* with ESMTP;/m);
});

test('the port for TLS says nothing in the clear', async () => {
  await expect(send(tlsPort, { secure: false }, 'Overheard')).rejects.toThrow();
});

test('without a certificate no TLS is offered, and one that cannot be read opens no door', async () => {
  await running?.stop();
  running = await startDoor(null);
  await expect(send(plainPort, { secure: false, requireTLS: true }, 'By STARTTLS')).rejects.toThrow(/STARTTLS/);
  await running.stop();
  running = undefined;
  const missing = { ...files, certFile: join(folder, 'nowhere.pem'), port: tlsPort };
  await expect(startDoor(missing)).rejects.toThrow(/SMTP_DOOR_CERT cannot be read: ENOENT/);
});
