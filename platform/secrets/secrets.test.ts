import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { keyFor, openSecret, sealSecret } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'rapport-secrets-'));
const config = { dataDir: folder, secretKey: null };
afterAll(() => rmSync(folder, { recursive: true }));

test('the key is made once, kept for us alone, and another one for each purpose', () => {
  const first = keyFor(config, 'seal');
  const file = join(folder, 'secret.key');
  const kept = readFileSync(file, 'utf8');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(keyFor(config, 'seal')).toEqual(first);
  expect(keyFor(config, 'sessions')).not.toEqual(first);
  expect(readFileSync(file, 'utf8')).toBe(kept);
});

test('what is sealed for one place opens there, with the same key, and nowhere else', () => {
  const sealed = sealSecret(config, 'line/1/password', 'pässword');
  expect(sealed.includes('pässword')).toBe(false);
  expect(openSecret(config, 'line/1/password', sealed)).toBe('pässword');
  expect(() => openSecret(config, 'line/2/password', sealed)).toThrow();
  expect(() =>
    openSecret({ ...config, secretKey: 'another-key-of-thirty-two-letters' }, 'line/1/password', sealed),
  ).toThrow();
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
  expect(() => openSecret(config, 'line/1/password', sealed)).toThrow();
});
