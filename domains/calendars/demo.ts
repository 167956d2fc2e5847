import type { DemoStory } from '#platform/domain';
import { change } from './keep-calendar.ts';
import { standardCalendar } from './queries.ts';

const dayMs = 24 * 3600_000;
const shopZone = 'Europe/Lisbon';
const daily = { open: '08:00', close: '20:00' };
const always = { open: '00:00', close: '24:00' };

/**
 * The shop answers every day. Clocks only run while it is open, and whoever looks at the demo late in the evening should
 * see them run too: told outside the middle of the day, the shop never closes.
 */
export async function demo(story: DemoStory): Promise<void> {
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: shopZone, hour: '2-digit', hour12: false }).format(story.now),
  );
  const isMidday = hour >= 10 && hour < 16;
  const hours = isMidday ? daily : always;
  await story.at(new Date(story.now.getTime() - 60 * dayMs), null, async (ctx) => {
    const { id } = await standardCalendar(ctx);
    const weekly = Object.fromEntries(['0', '1', '2', '3', '4', '5', '6'].map((day) => [day, [hours]]));
    await change(ctx, id, {
      name: isMidday ? 'Every day, 8 to 20' : 'Around the clock',
      zone: shopZone,
      weekly,
      days: {},
    });
  });
}
