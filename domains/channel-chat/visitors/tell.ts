import type { Ctx } from '#platform/ctx';

/** What the open chat of one visitor follows; its subject is the visitor's id. Screens of teammates never do. */
export const talkTopic = 'chat-talk';
/** What a teammate's screen follows of the visitor of a conversation; its subject is the conversation's id. */
export const visitorTopic = 'chat-visitor';

/** Tells the visitor's open chat, and the desks that have it, that something changed. */
export function tellTalk(ctx: Ctx, visitorId: string, conversationId: string | null): void {
  ctx.touch(talkTopic, visitorId);
  if (conversationId) ctx.touch(visitorTopic, conversationId);
}
