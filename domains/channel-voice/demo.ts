import { openLine } from '#domains/brands';
import type { Demo, DemoStory } from '#platform/domain';
import { newAgenda } from './demo/agenda.ts';
import { planHistoryOfCalls } from './demo/calls.ts';
import { planCallsOfToday } from './demo/calls-of-today.ts';
import { channelKind } from './contract.ts';

const dayMs = 24 * 3_600_000;

/** A simulated line for each brand, six weeks of calls: answered, held, given up, called back; and those of today. */
export const demo: Demo = async (story) => {
  await openLines(story);
  const agenda = newAgenda();
  planCallsOfToday(story, agenda);
  planHistoryOfCalls(story, agenda);
};

async function openLines(story: DemoStory): Promise<void> {
  const lines = [
    ['fernhill', 'orders', 'Fernhill phone', '+351 21 555 01 00'],
    ['lumo', 'lumo', 'Lumo phone', '+351 21 555 02 00'],
  ] as const;
  await story.at(new Date(story.now.getTime() - 58 * dayMs), null, async (ctx) => {
    for (const [brand, queue, name, address] of lines) {
      const brandId = story.ids.get(`brand:${brand}`);
      const queueId = story.ids.get(`queue:${queue}`) ?? null;
      const line = await openLine(ctx, {
        brandId,
        channel: channelKind,
        casePolicy: 'open-conversation',
        name,
        address,
        queueId,
      });
      story.ids.set(`phone:${brand}`, line.id);
    }
  });
}
