import { openLine } from '#domains/brands';
import { changeCustomer, findOrMakeCustomer } from '#domains/customers';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import { type Demo, minutesAgo } from '#platform/domain';
import { takeChat } from './take-chat.ts';
import { channelKind, demoSiteKey } from './contract.ts';
import { type ChatPerson, chatPeople, handleOf } from './demo-customers.ts';
import { hear } from './hear.ts';

const dayMs = 24 * 3_600_000;
/** How long ago each of them began, in minutes; the first three are Hana's, the others wait for anybody. */
const beganMinutesAgo = [4, 9, 2.5, 1.6, 0.7];
const takenByHana = 3;

/** A simulated chat line of the shop, three chats that Hana has, and two that wait for anybody. */
export const demo: Demo = async (story) => {
  const brandId = story.ids.get('brand:fernhill');
  const queueId = story.ids.get('queue:orders') ?? null;
  const opened = new Date(story.now.getTime() - 58 * dayMs);
  const line = await story.at(opened, null, (ctx) =>
    openLine(ctx, {
      brandId,
      channel: channelKind,
      casePolicy: 'open-conversation',
      name: 'Fernhill chat',
      address: 'chat.fernhill.example',
      queueId,
      settings: { simulated: true },
    }),
  );
  await story.at(opened, null, (ctx) =>
    openLine(ctx, {
      brandId,
      channel: channelKind,
      casePolicy: 'open-conversation',
      name: 'Fernhill website',
      address: demoSiteKey,
      queueId,
      settings: { asks: 'never' },
    }),
  );
  for (const [index, person] of chatPeople.entries()) {
    const began = beganMinutesAgo[index] ?? 1;
    let conversationId = '';
    for (const [turn, text] of person.begins.entries()) {
      story.plan(minutesAgo(story, began - turn * 0.4), async () => {
        const said = { id: newId(), lineId: line.id, handle: handleOf(person.key), name: person.name, text };
        conversationId = await story.at(minutesAgo(story, began - turn * 0.4), null, async (ctx) => {
          await knownOf(ctx, brandId, person);
          return (await hear(ctx, said)).conversationId;
        });
      });
    }
    if (index < takenByHana)
      story.plan(minutesAgo(story, began - 0.5), () =>
        story.at(minutesAgo(story, began - 0.5), 'teammate:hana', (ctx) => takeChat(ctx, conversationId)),
      );
  }
};

/** Where somebody chats from is known of them from before. */
async function knownOf(ctx: Ctx, brandId: string | undefined, person: ChatPerson): Promise<void> {
  const { place, zone, locale, name } = person;
  const found = { brandId: brandId ?? '', kind: 'handle' as const, value: handleOf(person.key), name, at: ctx.now };
  const { customerId, made } = await findOrMakeCustomer(ctx, found);
  if (made) await changeCustomer(ctx, customerId, { place, zone, locale });
}
