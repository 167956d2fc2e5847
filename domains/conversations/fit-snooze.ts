import { calendarById, hoursOfBrand } from '#domains/calendars';
import { customerZones } from '#domains/customers';
import { hoursIdOfTeam } from '#domains/teams';
import { type Calendar, nextOpening } from '#science/business-time';
import type { ReadCtx } from '#platform/ctx';
import { type Conversation, load } from './load.ts';

/** A customer is written to between these hours of theirs (R31). */
const wakeHour = 8;
const restHour = 20;
/** Their hours are looked for in steps of so many milliseconds, so many times at most: two days. */
const stepMs = 30 * 60_000;
const stepLimit = 96;
/** Ours and theirs may never meet: then what was asked for stands. */
const roundLimit = 20;

/** The times somebody would like it back at, each moved on to hours when we work and the customer is awake. */
export async function fitSnooze(
  ctx: ReadCtx,
  conversationId: string,
  asked: readonly Date[],
): Promise<{ rows: { asked: string; until: string }[]; zone: string | null }> {
  const conversation = await load(ctx, conversationId);
  const hours = await whenWeWork(ctx, conversation);
  const zone = await zoneOf(ctx, conversation.customer_id);
  return {
    rows: asked.map((at) => ({ asked: at.toISOString(), until: fit(at, hours, zone).toISOString() })),
    zone,
  };
}

/** It comes back to those who do the work: in their team's own hours, or when its brand is served. */
async function whenWeWork(ctx: ReadCtx, { brand_id, team_id }: Conversation): Promise<Calendar> {
  const own = team_id && (await hoursIdOfTeam(ctx, team_id));
  return (own ? await calendarById(ctx, own) : await hoursOfBrand(ctx, brand_id)).hours;
}

const mostMoments = 6;

/** Moments with commas between; what is none is left out. */
export function readMoments(text: string): readonly Date[] {
  return text
    .split(',')
    .slice(0, mostMoments)
    .map((one) => new Date(one))
    .filter((at) => !Number.isNaN(at.getTime()));
}

async function zoneOf(ctx: ReadCtx, customerId: string): Promise<string | null> {
  const zones = await customerZones(ctx, [customerId]);
  return zones.get(customerId) ?? null;
}

/** The first moment from this one on at which both sides are there. */
export function fit(asked: Date, ours: Calendar, zone: string | null): Date {
  let at = asked;
  for (let round = 0; round < roundLimit; round += 1) {
    const open = nextOpening(ours, at);
    if (open === null) return asked;
    const awake = zone === null ? open : whenAwake(open, zone);
    if (awake.getTime() === open.getTime()) return open;
    at = awake;
  }
  return asked;
}

function whenAwake(from: Date, zone: string): Date {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' });
  for (let step = 0; step < stepLimit; step += 1) {
    const at = new Date(from.getTime() + step * stepMs);
    const hour = Number(clock.format(at));
    if (hour >= wakeHour && hour < restHour) return at;
  }
  return from;
}
