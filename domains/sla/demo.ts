import { newId } from '#platform/database';
import type { DemoStory } from '#platform/domain';
import { add } from './policies.ts';

const dayMs = 24 * 3600_000;
const minute = 60;
const hour = 60 * minute;

/** What each queue promises: queue, name, first reply, next reply. */
const promises = [
  ['fernhill', 'orders', 'Orders: within the hour', hour, 2 * hour],
  ['fernhill', 'warranty', 'Warranty: three hours, then half an hour', 3 * hour, 30 * minute],
  ['fernhill', 'returns', 'Returns: three hours', 3 * hour, 2 * hour],
  ['fernhill', 'guides', 'Guides: within the hour', hour, 4 * hour],
  ['fernhill', 'help-page', 'From the help page: four hours', 4 * hour, 8 * hour],
  ['lumo', 'lumo', 'Lumo Energy: two hours', 2 * hour, 4 * hour],
] as const;

/** One policy a queue, before anything arrives. */
export async function demo(story: DemoStory): Promise<void> {
  await story.at(new Date(story.now.getTime() - 59 * dayMs), null, async (ctx) => {
    for (const [position, [brand, queue, name, firstReplySeconds, nextReplySeconds]] of promises.entries()) {
      const brandId = story.ids.get(`brand:${brand}`) ?? null;
      const queueId = story.ids.get(`queue:${queue}`) ?? null;
      await add(ctx, {
        id: newId() as never,
        name,
        brandId,
        queueId,
        calendarId: null,
        position: position + 1,
        firstReplySeconds,
        nextReplySeconds,
      } as Parameters<typeof add>[1]);
    }
  });
}
