import { expect, test } from 'vitest';
import { createLog } from './index.ts';

function logOf(level: 'debug' | 'info' = 'info'): { log: ReturnType<typeof createLog>; lines: string[] } {
  const lines: string[] = [];
  return { log: createLog({ level, destination: { write: (line) => void lines.push(line) } }), lines };
}

test('an address in a field nobody expected does not come out', () => {
  const { log, lines } = logOf();
  log.warn(
    { workspace: 'a1b2c3d4', reason: 'No mailbox for Maya Lindqvist <maya.lindqvist@example.com>' },
    'Refused maya.lindqvist@example.com.',
  );
  log.error(
    {
      error: new Error('550 5.1.1 <jonas+tent@shop.example.co.uk>: unknown'),
      nested: { deeper: ['priya@fernhill.example'] },
    },
    'Sending failed.',
  );
  log.info({ route: '/api/customers?address=maya%40example.com', number: '+351 21 555 01 00' }, 'Answered.');
  expect(lines).toHaveLength(3);
  expect(lines.join()).not.toMatch(/maya|jonas|priya|lindqvist@|555 01/);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'warn',
    workspace: 'a1b2c3d4',
    message: 'Refused [address].',
  });
});

test('what people wrote, and what opens a door, is left out whatever it says', () => {
  const { log, lines } = logOf();
  log.error(
    {
      body: 'My tent pole broke',
      subject: 'Broken pole',
      password: 'hunter2',
      html: '<p>Hi</p>',
      cookie: 'rapport.session_token=abc',
      attempts: 3,
    },
    'Something failed.',
  );
  log.error({ url: 'postgres://rapport:hunter2@db.example/rapport', header: 'Bearer abcdefghijklmnop' }, 'Lost.');
  expect(lines.join()).not.toMatch(/tent|pole|hunter2|<p>|abc/i);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ body: '[left out]', attempts: 3 });
});

test('PostgreSQL quotes what was sent: the quote is covered, the kind of fault stays', () => {
  const { log, lines } = logOf();
  log.error(
    { error: 'error: invalid input syntax for type uuid: "I want my money back"\n    at query (pool.ts:1)' },
    'A request failed.',
  );
  log.error(
    { error: 'duplicate key\nDETAIL: Key (workspace_id, lower(name))=(1, maya lindqvist) already exists.' },
    'A request failed.',
  );
  expect(lines.join()).not.toMatch(/money|lindqvist/);
  expect(lines.join()).toContain('invalid input syntax for type uuid');
});

test('circles, depth and length are cut instead of breaking the line', () => {
  const { log, lines } = logOf();
  const circle: Record<string, unknown> = { step: 'x'.repeat(10_000), bytes: new Uint8Array(9) };
  circle['again'] = circle;
  log.error(circle, 'Odd.');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ again: '[…]', bytes: '[9 bytes]' });
  expect(lines[0]?.length).toBeLessThan(1_000);
});

test('what was sent begins no line of its own', () => {
  const { log, lines } = logOf();
  log.warn({ route: 'GET /x\n{"level":"info","message":"All is well."}', reason: 'a\r\nb' }, 'Odd\nsign-in.');
  expect(lines).toHaveLength(1);
  expect(lines[0]?.trimEnd()).not.toMatch(/[\r\n]/);
});

test('details are written only for who asked for them', () => {
  const quiet = logOf('info');
  quiet.log.debug({ route: '/api/brands' }, 'Answered.');
  expect(quiet.lines).toEqual([]);
  const loud = logOf('debug');
  loud.log.debug({ route: '/api/brands' }, 'Answered.');
  expect(loud.lines).toHaveLength(1);
});
