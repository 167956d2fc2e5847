import * as z from 'zod';
import { carryOn, lock, saidPublicly } from '#domains/conversations';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import { type Job, task } from '#platform/domain';
import { mailAfterSeconds } from '../settings.ts';
import { firstNames } from './first-names.ts';
import { noteCarried, unseenBy } from './said.ts';
import { tellTalk } from './tell.ts';

/**
 * Answers of ours that a visitor has not seen go on to the address they left: all of them in one mail, once. It is asked
 * when the oldest is old enough; who came back meanwhile has seen them, and gets no mail.
 */
export const goOnByMail: Job = task('channel-chat.go-on-by-mail', async (ctx, data) => {
  const { visitorId } = z.object({ visitorId: z.uuid() }).parse(data);
  const visitor = await ctx.db
    .selectFrom('chat_visitors')
    .select(['conversation_id', 'address', 'language'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', visitorId)
    .executeTakeFirst();
  if (!visitor?.address || visitor.conversation_id === null) return;
  // under its lock: two jobs at one moment carry once
  await lock(ctx, visitor.conversation_id);
  const unseen = await unseenBy(ctx, visitorId);
  const [oldest] = unseen;
  if (!oldest) return;
  const startAfter = new Date(oldest.saidAt.getTime() + (await mailAfterSeconds(ctx)) * 1000);
  // the wait became longer since it was planned
  if (startAfter > ctx.now) return ctx.enqueue(goOnByMail.name, { visitorId }, { startAfter });
  const entryIds = unseen.map(({ entryId }) => entryId);
  const text = await mailOf(ctx, entryIds, visitor.language ?? 'en');
  const id = newId();
  const given = { id, by: 'address', to: visitor.address, text, carries: entryIds } as const;
  if (text === null) return;
  const way = await carryOn(ctx, visitor.conversation_id, { ...given, text });
  if (way === 'no-line') return;
  // one of our own, or none that mail reaches: there is nowhere to go on to, and nothing to try again
  if (way === 'no-address') return forgetAddress(ctx, visitorId, visitor.conversation_id);
  await noteCarried(ctx, visitorId, entryIds);
  tellTalk(ctx, visitorId, visitor.conversation_id);
});

async function forgetAddress(ctx: Ctx, visitorId: string, conversationId: string): Promise<void> {
  await ctx.db
    .updateTable('chat_visitors')
    .set({ address: null })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', visitorId)
    .execute();
  tellTalk(ctx, visitorId, conversationId);
}

/** What the mail says: what we answered, each with the name of who said it. Null where nothing of it is left. */
async function mailOf(ctx: Ctx, entryIds: readonly string[], language: string): Promise<string | null> {
  const texts = await saidPublicly(ctx, entryIds);
  const said = entryIds.flatMap((id) => texts.get(id) ?? []);
  if (said.length === 0) return null;
  const names = await firstNames(
    ctx,
    said.map(({ authorId }) => authorId),
  );
  const lines = said.map(({ text, authorId }) => {
    const name = names.get(authorId ?? '');
    return name === undefined ? text : `${name}: ${text}`;
  });
  const say = (english: string): string => ctx.house.say(language, english);
  return [
    say('You had left our chat when we answered:'),
    ...lines,
    say('Answer this mail, or go on in the chat: both reach us.'),
  ].join('\n\n');
}
