import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AlreadyRunning, beginningOf, lockHolder, newSteps, newStopping, takeLock } from './index.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-start-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the lock', () => {
  test('a second start is told where the first can be reached', () => {
    const file = join(folder, 'data', 'rapport.lock');
    const lock = takeLock(file);
    lock.tell('http://localhost:3000');
    expect(() => takeLock(file)).toThrow(/already runs here at http:\/\/localhost:3000 \(process \d+\)/);
    expect(() => takeLock(file)).toThrow(AlreadyRunning);
    lock.release();
    takeLock(file).release();
  });

  test('a lock is taken over from a process that was killed', async () => {
    const file = join(folder, 'rapport.lock');
    const child = spawn(process.execPath, [
      '--input-type=module-typescript',
      '-e',
      `import { takeLock } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))};
       takeLock(${JSON.stringify(file)}); console.log('taken'); setInterval(() => {}, 1000);`,
    ]);
    await once(child.stdout, 'data');
    expect(lockHolder(file)?.pid).toBe(child.pid);
    expect(() => takeLock(file)).toThrow(AlreadyRunning);
    child.kill('SIGKILL');
    await once(child, 'exit');
    takeLock(file);
    expect(lockHolder(file)?.pid).toBe(process.pid);
  });

  test.runIf(process.platform === 'linux')('a later process with the same number does not hold it', () => {
    const file = join(folder, 'rapport.lock');
    writeFileSync(file, JSON.stringify({ pid: process.pid, began: `${beginningOf(process.pid)}0`, address: null }));
    expect(lockHolder(file)).toBeNull();
    takeLock(file);
  });

  test('a lock that holds nonsense is taken over, and only its holder releases it', () => {
    const file = join(folder, 'rapport.lock');
    writeFileSync(file, 'half-writ');
    const lock = takeLock(file);
    writeFileSync(file, JSON.stringify({ pid: 1, began: null, address: null }));
    lock.release();
    expect(readFileSync(file, 'utf8')).toContain('"pid":1');
  });
});

describe('stopping', () => {
  test('what was opened last is put away first, and stopping twice is stopping once', async () => {
    const order: string[] = [];
    const stopping = newStopping();
    stopping.onStop('database', () => void order.push('database'));
    stopping.onStop('server', async () => void order.push('server'));
    expect(stopping.isStopping).toBe(false);
    await Promise.all([stopping.stop(), stopping.stop()]);
    expect(order).toEqual(['server', 'database']);
    expect(stopping.isStopping).toBe(true);
  });

  test('a part that fails or hangs is told, and the others are still put away', async () => {
    const told: string[] = [];
    const order: string[] = [];
    const stopping = newStopping({ tell: (words) => told.push(words), partMs: 20 });
    stopping.onStop('database', () => void order.push('database'));
    stopping.onStop('jobs', () => new Promise(() => {}));
    stopping.onStop('mail', () => {
      throw new Error('socket gone');
    });
    await stopping.stop();
    expect(told).toEqual(['Stopping mail failed: socket gone', 'Stopping jobs took more than 20 ms; going on.']);
    expect(order).toEqual(['database']);
  });
});

test('a step prints one line with its seconds, its progress every ten in a log, and its failure', async () => {
  let now = 0;
  let text = '';
  const steps = newSteps({ write: (part) => (text += part) }, () => now);
  const result = await steps.step('Database started', (progress) => {
    for (const percent of [10, 20, 30]) {
      now += 4_000;
      progress(`${percent} %`);
    }
    return 7;
  });
  expect(result).toBe(7);
  await expect(steps.step('Mail door', () => Promise.reject(new Error('taken')))).rejects.toThrow('taken');
  const shown = text.split('\n').map((line) => line.replace(/ {2,}/g, '  '));
  expect(shown).toEqual(['  … Database started: 30 %', '  ✓ Database started  12 s', '  ✗ Mail door  0.0 s', '']);
});
