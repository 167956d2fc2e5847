import { openLine } from '#domains/brands';
import type { DemoStory } from '#platform/domain';
import { planHistory } from './demo/history.ts';
import { planLedger } from './demo/ledger-page.ts';
import { addressOf } from './demo/matter.ts';
import { planOpenWork } from './demo/open-work.ts';
import { planPriyasWork } from './demo/priyas-work.ts';
import { channelKind } from './mail-line.ts';

const dayMs = 24 * 3600_000;

const lines = [
  ['fernhill', 'orders', 'Help'],
  ['fernhill', 'warranty', 'Warranty'],
  ['fernhill', 'returns', 'Returns'],
  ['fernhill', 'guides', 'Guides'],
  ['fernhill', 'help-page', 'Help page form'],
  ['lumo', 'lumo', 'Lumo Energy'],
] as const;

/** The addresses of both brands, six weeks of mails, and what lies open today. */
export async function demo(story: DemoStory): Promise<void> {
  await story.at(new Date(story.now.getTime() - 58 * dayMs), null, async (ctx) => {
    for (const [brand, queue, name] of lines) {
      const brandId = story.ids.get(`brand:${brand}`);
      const queueId = story.ids.get(`queue:${queue}`) ?? null;
      const settings = { door: true, fromName: brand === 'lumo' ? 'Lumo Energy' : 'Fernhill' };
      const line = await openLine(ctx, {
        brandId,
        channel: channelKind,
        name,
        address: addressOf(queue),
        queueId,
        settings,
      });
      story.ids.set(`line:${queue}`, line.id);
    }
  });
  planHistory(story);
  planPriyasWork(story);
  planOpenWork(story);
  planLedger(story);
}
