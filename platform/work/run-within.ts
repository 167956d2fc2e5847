import type { Ctx } from '#platform/ctx';
import type { House } from '#platform/domain';
import type { Collected } from './collect.ts';

/** Most facts one transaction may tell; more is a circle of reactions, which is our mistake. */
const eventLimit = 5_000;

/** Runs the reactions that must hold at once, in the order of the domains, until nothing new is told. */
export async function runWithin(house: House, ctx: Ctx, collected: Collected): Promise<void> {
  for (let position = 0; position < collected.events.length; position += 1) {
    if (position >= eventLimit)
      throw new Error(`More than ${eventLimit} events in one transaction: reactions go round in a circle.`);
    const event = collected.events[position];
    if (!event) return;
    collected.cause = event.id;
    for (const reaction of house.within.get(event.name) ?? []) {
      await reaction.run({ ...ctx, causeEventId: event.id }, event);
    }
  }
}
