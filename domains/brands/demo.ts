import type { DemoStory } from '#platform/domain';
import { insertServed, openBrand } from './open-brand.ts';
import { firstBrand } from './queries.ts';

const dayMs = 24 * 3600_000;

/** A second brand that one of the teammates serves too: a small ski hire in Sweden. Lines are opened by the channels. */
export async function demo(story: DemoStory): Promise<void> {
  const opened = new Date(story.now.getTime() - 60 * dayMs);
  await story.at(opened, null, async (ctx) => {
    story.ids.set('brand:fernhill', (await firstBrand(ctx)).id);
    const second = await openBrand(ctx, {
      name: 'Norrsken Ski Hire',
      hue: 215,
      locale: 'sv',
      zone: 'Europe/Stockholm',
    });
    story.ids.set('brand:norrsken', second.id);
    const elin = story.ids.get('teammate:elin');
    if (elin) await insertServed(ctx, second.id, elin);
  });
}
