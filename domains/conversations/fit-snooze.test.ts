import { expect, test } from 'vitest';
import { addCalendar, setBrandHours } from '#domains/calendars';
import { CalendarId } from '#domains/calendars/contract';
import { setTeamHours } from '#domains/teams';
import { newId } from '#platform/database';
import type { Calendar } from '#science/business-time';
import { type Desk, openDesk } from '../../tests/support/desk.ts';
import { useWorld } from '../../tests/support/world.ts';
import { fit, fitSnooze } from './fit-snooze.ts';

const world = useWorld();

const day = [{ open: '09:00', close: '18:00' }];
const lisbon: Calendar = { zone: 'Europe/Lisbon', weekly: { 1: day, 2: day, 3: day, 4: day, 5: day } };
const fitted = (asked: string, zone: string | null): string => fit(new Date(asked), lisbon, zone).toISOString();

test('a time when we are closed moves to our next opening', () => {
  expect(fitted('2026-11-17T09:00:00Z', null)).toBe('2026-11-17T09:00:00.000Z');
  expect(fitted('2026-11-21T10:00:00Z', null)).toBe('2026-11-23T09:00:00.000Z');
});

test('a time when the customer sleeps moves to their morning, within our hours', () => {
  expect(fitted('2026-11-17T09:00:00Z', 'America/Los_Angeles')).toBe('2026-11-17T16:00:00.000Z');
  // 18:00 is their 21:00 and our closing: our next morning is their noon
  expect(fitted('2026-11-17T17:30:00Z', 'Asia/Dubai')).toBe('2026-11-18T09:00:00.000Z');
});

test('where both sides are never there together, what was asked for stands', () => {
  expect(fitted('2026-11-17T09:00:00Z', 'Pacific/Auckland')).toBe('2026-11-17T09:00:00.000Z');
});

test('it comes back in the hours of its brand, and of its team where that has its own', async () => {
  const desk = await openDesk(world());
  const { conversationId } = await desk.mail({ at: new Date('2026-11-16T09:00:00Z') });
  // a Saturday, when the office is closed
  const saturday = new Date('2026-11-21T09:00:00Z');
  const offered = (): Promise<string | undefined> =>
    desk.workspace.read(desk.workspace.owner, async (ctx) => {
      const { rows } = await fitSnooze(ctx, conversationId, [saturday]);
      return rows[0]?.until;
    });
  expect(await offered()).toBe('2026-11-23T09:00:00.000Z');

  const { workspace } = desk;
  const weekend = await hoursFrom(desk, 'Weekends', '6', '10:00');
  await workspace.act(workspace.owner, (ctx) => setBrandHours(ctx, workspace.brandId, weekend));
  expect(await offered()).toBe('2026-11-21T10:00:00.000Z');

  const sundays = await hoursFrom(desk, 'Sundays', '0', '12:00');
  await workspace.act(workspace.owner, (ctx) => setTeamHours(ctx, workspace.teamId, sundays));
  expect(await offered()).toBe('2026-11-22T12:00:00.000Z');
});

async function hoursFrom({ workspace }: Desk, name: string, weekday: string, open: string): Promise<string> {
  const id = CalendarId.parse(newId());
  const weekly = { [weekday]: [{ open, close: '20:00' }] };
  await workspace.act(workspace.owner, (ctx) => addCalendar(ctx, { id, name, zone: 'UTC', weekly, days: {} }));
  return id;
}
