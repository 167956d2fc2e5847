import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fullMomentOf } from './time.ts';

beforeEach(() => vi.stubEnv('TZ', 'Europe/Lisbon'));
afterEach(() => vi.unstubAllEnvs());

const at = '2026-11-16T23:30:00Z';

test('a tooltip tells the reader’s time, the customer’s where it is another, and UTC', () => {
  expect(fullMomentOf(at)).toBe('Monday, November 16, 2026 at 23:30 · 2026-11-16 23:30 UTC');
  expect(fullMomentOf(at, { name: 'Maya', zone: 'Asia/Kolkata' })).toBe(
    'Monday, November 16, 2026 at 23:30 · Tue 05:00 for Maya · 2026-11-16 23:30 UTC',
  );
  const alone = fullMomentOf(at);
  // the same hour by another name, and a zone that no browser knows
  expect(fullMomentOf(at, { name: 'Tom', zone: 'Europe/London' })).toBe(alone);
  expect(fullMomentOf(at, { name: 'Ada', zone: 'Moon/Copernicus' })).toBe(alone);
});
