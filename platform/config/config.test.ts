import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigError, readConfig, readEnvironment } from './index.ts';
import { settings } from './settings.ts';

test('with nothing set, one process starts on loopback with its own database and its own mail door', () => {
  expect(readConfig({})).toMatchObject({
    databaseUrl: null,
    host: '127.0.0.1',
    port: 3000,
    publicUrl: 'http://localhost:3000',
    smtp: null,
    smtpDoor: { port: 2525, orNextFree: true },
    redisUrl: null,
    role: 'all',
    logLevel: 'info',
  });
});

test('an empty setting counts as not given', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '  ' })).toMatchObject({ port: 3000, databaseUrl: null });
});

test('every wrong setting is named at once, with what it got and an example', () => {
  const { problems, message } = refusal({
    PORT: 'http',
    ROLE: 'boss',
    PUBLIC_URL: 'https://x.test/desk',
    LOG_LEVEL: 'loud',
  });
  expect(problems.map((problem) => problem.name).sort()).toEqual(['LOG_LEVEL', 'PORT', 'PUBLIC_URL', 'ROLE']);
  expect(message).toContain('PORT must be a number; got "http"; for example PORT=3000');
  expect(message).toContain('ROLE must be all, server or worker; got "boss"');
});

test('a port outside the range is refused', () => {
  expect(refusal({ PORT: '70000' }).message).toContain('must be between 0 and 65535; got "70000"');
});

test.each([
  ['DATABASE_URL', 'mysql://app:hunter2@db/x'],
  ['DATABASE_URL', 'app:hunter2@db/x'],
  ['DATABASE_URL', 'postgres://app:hun/ter@2@db'],
  ['REDIS_URL', 'http://:hunter2@cache'],
])('a wrong %s is shown without its password', (name, value) => {
  const { message } = refusal({ [name]: value });
  expect(message).toContain(name);
  expect(message).not.toMatch(/hunter2|hun\/ter/);
  expect(message).toContain('***');
});

test('a server apart needs a database that it can share', () => {
  expect(refusal({ ROLE: 'worker' }).message).toContain('DATABASE_URL is needed when ROLE is worker');
  expect(readConfig({ ROLE: 'worker', DATABASE_URL: 'postgres://a:b@db/rapport' }).smtpDoor).toBeNull();
});

test('outgoing mail needs a sender, and a misspelt setting is not ignored', () => {
  expect(refusal({ SMTP_HOST: 'mail.test' }).message).toContain('SMTP_FROM is needed');
  expect(refusal({ SMTP_PASS: 'x' }).message).toContain('SMTP_PASS is not a setting; known are SMTP_HOST');
  const { smtp } = readConfig({ SMTP_HOST: 'mail.test', SMTP_FROM: 'Fernhill <hi@mail.test>', SMTP_SECURE: 'true' });
  expect(smtp).toEqual({
    host: 'mail.test',
    port: 465,
    user: null,
    password: null,
    from: 'Fernhill <hi@mail.test>',
    secure: true,
  });
});

test('files go to a bucket when one is named, and half a key is refused', () => {
  const given = { S3_BUCKET: 'rapport-files', S3_REGION: 'eu-central-1' };
  expect(readConfig({}).bucket).toBeNull();
  expect(readConfig(given).bucket).toEqual({
    bucket: 'rapport-files',
    region: 'eu-central-1',
    endpoint: null,
    accessKeyId: null,
    secretAccessKey: null,
  });
  expect(refusal({ S3_BUCKET: 'rapport-files' }).message).toContain('S3_REGION is needed');
  expect(refusal({ ...given, S3_ACCESS_KEY_ID: 'a' }).message).toContain('S3_SECRET_ACCESS_KEY is needed');
  expect(refusal({ ...given, S3_KEY: 'a' }).message).toContain('S3_KEY is not a setting; known are S3_BUCKET');
});

test('the mail door can be shut, or held to one port', () => {
  expect(readConfig({ SMTP_DOOR_PORT: '0' }).smtpDoor).toBeNull();
  expect(readConfig({ SMTP_DOOR_PORT: '25' }).smtpDoor).toEqual({ port: 25, orNextFree: false });
});

test('the mail door has TLS by a certificate and its key, never by one of them', () => {
  const files = { SMTP_DOOR_CERT: '/etc/rapport/cert.pem', SMTP_DOOR_KEY: '/etc/rapport/key.pem' };
  expect(readConfig({}).smtpDoorTls).toBeNull();
  expect(readConfig({ ...files, SMTP_DOOR_TLS_PORT: '465' }).smtpDoorTls).toEqual({
    certFile: files.SMTP_DOOR_CERT,
    keyFile: files.SMTP_DOOR_KEY,
    port: 465,
  });
  expect(refusal({ SMTP_DOOR_CERT: files.SMTP_DOOR_CERT }).message).toContain('SMTP_DOOR_KEY is needed');
  expect(refusal({ SMTP_DOOR_TLS_PORT: '465' }).message).toContain('SMTP_DOOR_CERT is needed');
});

test('the environment wins over .env', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-config-'));
  try {
    writeFileSync(join(folder, '.env'), 'PORT=4000\nHOST=0.0.0.0\n');
    expect(readConfig(readEnvironment(folder, { PORT: '5000' }))).toMatchObject({ port: 5000, host: '0.0.0.0' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('.env.example names every setting, and its values are accepted', () => {
  const text = readFileSync(join(import.meta.dirname, '../../.env.example'), 'utf8');
  const lines = [...text.matchAll(/^#?\s?([A-Z0-9_]+)=(.*)$/gm)].map(([, name, value]) => [
    String(name),
    String(value),
  ]);
  expect(lines.map(([name]) => name)).toEqual(Object.keys(settings));
  expect(() => readConfig(Object.fromEntries(lines))).not.toThrow();
});

test('every example that a refusal shows would be accepted', () => {
  const examples = Object.entries(settings).map(([name, { example }]) => [name, example]);
  expect(() => readConfig(Object.fromEntries(examples))).not.toThrow();
});

function refusal(env: Record<string, string>): ConfigError {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('it was accepted');
}
