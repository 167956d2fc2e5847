import type { DemoStory } from '#platform/domain';
import { insertServed, openBrand } from './open-brand.ts';
import { firstBrand } from './queries.ts';

const dayMs = 24 * 3600_000;
/** Who answers for the second brand too; for everybody else it does not exist. */
const serveBoth = ['priya', 'mei', 'tomas'] as const;

/** A second brand that some of the teammates serve too: an energy company. Lines are opened by the channels. */
export async function demo(story: DemoStory): Promise<void> {
  const opened = new Date(story.now.getTime() - 60 * dayMs);
  await story.at(opened, null, async (ctx) => {
    story.ids.set('brand:fernhill', (await firstBrand(ctx)).id);
    const { id } = await openBrand(ctx, { name: 'Lumo Energy', hue: 40, locale: 'en', zone: 'Europe/Lisbon' });
    story.ids.set('brand:lumo', id);
    for (const key of serveBoth) {
      const teammateId = story.ids.get(`teammate:${key}`);
      if (teammateId) await insertServed(ctx, id, teammateId);
    }
  });
}
