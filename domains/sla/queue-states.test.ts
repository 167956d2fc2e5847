import { expect, test } from 'vitest';
import { close } from '#domains/conversations';
import { openDesk } from '../../tests/support/desk.ts';
import { useWorld } from '../../tests/support/world.ts';
import { readQueueStates } from './queue-states.ts';

const world = useWorld();
const monday = (time: string): Date => new Date(`2026-11-16T${time}:00Z`);

test('a queue is on time, at risk when its promise was warned, late when it is over, and says when that changes', async () => {
  const desk = await openDesk(world());
  const { act, owner, queueId, read } = desk.workspace;
  const at = async (time: string) => {
    const { rows, changesAt } = await read(owner, readQueueStates, monday(time));
    return { state: rows.find((row) => row.queueId === queueId)?.state, changesAt };
  };
  expect(await at('09:00')).toEqual({ state: 'good', changesAt: null });
  const { conversationId } = await desk.mail({ at: monday('09:00'), subject: 'Tent' });
  const fresh = await at('09:05');
  expect(fresh.state).toBe('good');
  const warned = await at(fresh.changesAt?.slice(11, 16) ?? '');
  expect(warned.state).toBe('risk');
  const late = await at(warned.changesAt?.slice(11, 16) ?? '');
  expect(late).toEqual({ state: 'bad', changesAt: null });
  await act(owner, (ctx) => close(ctx, conversationId, 'answered'));
  expect((await at('16:00')).state).toBe('good');
});
