import { isDemo } from '#domains/identity';
import type { ClaimedMessage } from '#domains/conversations';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import { type Job, task } from '#platform/domain';
import * as z from 'zod';
import { hear } from './hear.ts';

/** A pretend customer of the demo's chats: what they begin with, and what they say after each answer, in turn. */
export interface ChatPerson {
  readonly key: string;
  readonly name: string;
  /** Where they are and what they speak. */
  readonly place: string;
  readonly zone: string;
  readonly locale: string;
  readonly begins: readonly string[];
  readonly answers: readonly string[];
}

/** Who chats with Fernhill as the story ends. Handles end in `.example`: they belong to nobody. */
export const chatPeople: readonly ChatPerson[] = [
  {
    key: 'emil',
    name: 'Emil Bauer',
    place: 'Hamburg',
    zone: 'Europe/Berlin',
    locale: 'de',
    begins: ['Hello, I ordered the fleece in large and got medium.', 'Is the large in stock in Hamburg?'],
    answers: ['Yes please. I could walk over at lunch.', 'Perfect, order FH-20871. Thank you!'],
  },
  {
    key: 'grace',
    name: 'Grace Mensah',
    place: 'Lagos',
    zone: 'Africa/Lagos',
    locale: 'en',
    begins: ['May I take a gas canister on a plane?', 'So what do I cook with when I land? A person please.'],
    answers: ['Accra, Friday night.', 'That helps, I buy one there.'],
  },
  {
    key: 'aiko',
    name: 'Aiko Mori',
    place: 'Tokyo',
    zone: 'Asia/Tokyo',
    locale: 'ja',
    begins: ['Hello, can I change where my parcel goes? I move on Saturday.'],
    answers: ['The new address is 2-14-3 Nishiki, Naka-ku, Nagoya 460-0003.', 'Yes, that is right. Thank you.'],
  },
  {
    key: 'rosa',
    name: 'Rosa Blum',
    place: 'Wien',
    zone: 'Europe/Vienna',
    locale: 'de',
    begins: ['The peg bag is missing from my tent. What now?'],
    answers: ['The green two-person one.', 'Great, then I wait for it.'],
  },
  {
    key: 'olek',
    name: 'Olek Wrona',
    place: 'Gdańsk',
    zone: 'Europe/Warsaw',
    locale: 'pl',
    begins: ['Do you repair zips on jackets from 2019?'],
    answers: ['It is the long one in front.', 'I send it tomorrow, thanks.'],
  },
];

/** The handle by which a pretend customer is known. */
export function handleOf(key: string): string {
  return `${key}.chat.example`;
}

/** How long somebody of the story reads and types, in seconds. */
const answerAfterSeconds = 8;

/** Plans what the pretend customer says next, in the demo alone. */
export async function planAnswer(ctx: Ctx, message: ClaimedMessage): Promise<void> {
  const handle = message.recipients[0]?.address ?? '';
  const person = chatPeople.find(({ key }) => handleOf(key) === handle);
  if (!person || !(await isDemo(ctx))) return;
  const startAfter = new Date(ctx.now.getTime() + answerAfterSeconds * 1000);
  ctx.enqueue(
    demoAnswer.name,
    { key: person.key, lineId: message.lineId, entryId: newId() },
    // Two answers in a row are read as one.
    { startAfter, singletonKey: `${ctx.workspaceId} ${message.conversationId}` },
  );
}

/** What they say next; after their last words they are content and say nothing. */
export const demoAnswer: Job = task('channel-chat.demo-answer', async (ctx, data) => {
  const { key, lineId, entryId } = z.object({ key: z.string(), lineId: z.uuid(), entryId: z.uuid() }).parse(data);
  const person = chatPeople.find((one) => one.key === key);
  if (!person) return;
  const { count } = await ctx.db
    .selectFrom('chat_turns')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', ctx.workspaceId)
    .where('handle', '=', handleOf(key))
    .executeTakeFirstOrThrow();
  const text = person.answers[Number(count)];
  if (text === undefined) return;
  await ctx.db
    .insertInto('chat_turns')
    .values({ workspace_id: ctx.workspaceId, handle: handleOf(key), turn: Number(count), said_at: ctx.now })
    .execute();
  await hear(ctx, { id: entryId, lineId, handle: handleOf(key), name: person.name, text });
});
