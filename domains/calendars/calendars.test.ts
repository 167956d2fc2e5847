import { expect, test } from 'vitest';
import { newId } from '#platform/database';
import { useWorld } from '../../tests/support/world.ts';
import type { CalendarView } from './contract.ts';
import { allCalendars } from './index.ts';
import { add, change } from './keep-calendar.ts';
import { standardCalendar } from './queries.ts';

const world = useWorld();

test('a workspace opens with office hours in its zone', async () => {
  const workspace = await world().newWorkspace({ zone: 'Europe/Lisbon' });
  const standard = await workspace.read(null, (ctx) => standardCalendar(ctx));
  expect(standard).toMatchObject({ name: 'Office hours', isStandard: true, hours: { zone: 'Europe/Lisbon' } });
  expect(Object.keys(standard.hours.weekly)).toEqual(['1', '2', '3', '4', '5']);
});

test('an administrator adds and changes hours; a team leader does not; the same name twice is refused', async () => {
  const workspace = await world().newWorkspace();
  const leader = await workspace.teammate('team-leader');
  const id = newId() as CalendarView['id'];
  const sunday = { name: 'Sundays', zone: 'UTC', weekly: { '0': [{ open: '10:00', close: '14:00' }] }, days: {} };
  await expect(workspace.act(leader, (ctx) => add(ctx, { id, ...sunday }))).rejects.toMatchObject({ status: 403 });
  const added = await workspace.act(
    workspace.owner,
    (ctx) => add(ctx, { id, ...sunday }),
    new Date('2026-11-16T09:00:00Z'),
  );
  expect(added).toMatchObject({ isOpen: false, nextOpeningAt: '2026-11-22T10:00:00.000Z', can: ['change'] });
  const closed = { ...sunday, days: { '2026-11-22': [] } };
  const changed = await workspace.act(
    workspace.owner,
    (ctx) => change(ctx, id, closed),
    new Date('2026-11-16T09:00:00Z'),
  );
  expect(changed.nextOpeningAt).toBe('2026-11-29T10:00:00.000Z');
  const again = newId() as CalendarView['id'];
  await expect(workspace.act(workspace.owner, (ctx) => add(ctx, { id: again, ...sunday }))).rejects.toMatchObject({
    code: 'calendars/name-taken',
  });
});

test('calendars of another workspace do not exist', async () => {
  const [one, other] = [await world().newWorkspace(), await world().newWorkspace()];
  const theirs = await other.read(null, (ctx) => standardCalendar(ctx));
  const hours = { name: 'Mine', zone: 'UTC', weekly: {}, days: {} };
  await expect(one.act(one.owner, (ctx) => change(ctx, theirs.id, hours))).rejects.toMatchObject({ status: 404 });
  expect(await one.read(null, (ctx) => allCalendars(ctx))).toHaveLength(1);
});
