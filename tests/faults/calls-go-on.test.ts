import { expect, test } from 'vitest';
import type { CallView } from '#domains/channel-voice/contract';
import { newId } from '#platform/database';
import { aLastingDatabase, ownerOf } from '../support/restarts.ts';
import { until } from '../support/until.ts';

/** The shortest that may be set. */
const offerSeconds = 5;
const waitSeconds = 15;

test('a call that rang when the program was killed goes on when it starts again: offered anew, then missed at its time', async () => {
  const { start } = await aLastingDatabase();
  const killed = await start();
  const session = await ownerOf(killed);
  const brands = await session.ask<{ rows: { id: string }[] }>(killed, 'GET', '/api/brands');
  const values = { 'calls.offer-seconds': offerSeconds, 'calls.wait-seconds': waitSeconds };
  await session.ask(killed, 'PUT', '/api/settings', { values });
  const number = { channel: 'voice', name: 'Phone', address: '+351 21 555 01 00', settings: {} };
  const line = await session.ask<{ id: string }>(killed, 'POST', '/api/lines', {
    brandId: brands.rows[0]?.id,
    ...number,
  });
  await session.ask(killed, 'PUT', '/api/presence/me', { state: 'available' });
  const caller = { id: newId(), lineId: line.id, number: '+49 30 901820', name: 'Maya Lindqvist' };
  const ringing = await session.ask<CallView>(killed, 'POST', '/api/simulated-calls', caller);
  expect(ringing).toMatchObject({ state: 'ringing', can: expect.arrayContaining(['answer', 'decline']) });
  await killed.kill('SIGKILL');

  const again = await start();
  const call = () => session.ask<CallView>(again, 'GET', `/api/calls/${ringing.id}`);
  const offeredAnew = async () => (await call()).offer?.offeredAt !== ringing.offer?.offeredAt;
  await until('the offer nobody took has ended', offeredAnew, 30_000);
  const over = await until('the call is over', async () => ((await call()).state === 'done' ? call() : null), 30_000);
  expect(over).toMatchObject({ outcome: 'missed', endedBy: 'system' });
  expect(Date.parse(over.endedAt ?? '') - Date.parse(over.startedAt)).toBe(waitSeconds * 1000);
}, 120_000);
