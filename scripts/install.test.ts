import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkMachine, isInstalled } from './install.mjs';

describe('a machine that cannot run Rapport is told so in words', () => {
  test.each([
    [{ node: '18.19.0' }, /needs Node 20.19 or later to begin; this is 18.19.0/],
    [{ platform: 'darwin', arch: 'arm64', node: '22.0.0' }, /On macOS Rapport needs its own Node 24/],
    [{ platform: 'freebsd', arch: 'x64', node: '24.0.0' }, /no programs for freebsd on x64/],
    [{ platform: 'win32', arch: 'ia32', node: '24.0.0' }, /no programs for win32 on ia32/],
  ])('%j', (machine, words) => {
    expect(() => checkMachine(machine)).toThrow(words);
  });

  test.each([
    { platform: 'darwin', arch: 'arm64', node: '24.1.0' },
    { platform: 'win32', arch: 'x64', node: '20.19.0' },
  ])('%j may begin', (machine) => {
    expect(() => checkMachine(machine)).not.toThrow();
  });
});

describe('what is installed is compared with the lock file by content', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rapport-install-'));
    mkdirSync(join(folder, 'node_modules'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test.each([
    ['the same', { a: '1.0.0' }, true],
    ['another version', { a: '1.0.1' }, false],
    ['nothing', null, false],
    ['one missing', {}, false],
  ])('%s', (_, found, answer) => {
    const wanted = {
      '': {},
      'node_modules/a': { version: '1.0.0' },
      'node_modules/mac': { version: '2.0.0', optional: true },
    };
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: wanted }));
    if (found !== null) {
      const packages = Object.fromEntries(
        Object.entries(found).map(([name, version]) => [`node_modules/${name}`, { version }]),
      );
      writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
    }
    expect(isInstalled(folder)).toBe(answer);
  });
});
