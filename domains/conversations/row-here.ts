import type { Ctx } from '#platform/ctx';
import type { Conversation } from './load.ts';

const rowKey = (id: string): string => `conversations.row:${id}`;
const openedKey = (id: string): string => `conversations.opened:${id}`;

/**
 * A conversation's row as this very transaction wrote it last, under its lock: whoever reacts to what was written need not
 * read it back. Undefined where it wrote none, or something else of it changed since.
 */
export function rowHere(ctx: Ctx, id: string): Conversation | undefined {
  return ctx.memo.get(rowKey(id)) as Conversation | undefined;
}

/** Whether this transaction opened it: then nothing is there that no conversation is born with. */
export function isOpenedHere(ctx: Ctx, id: string): boolean {
  return ctx.memo.has(openedKey(id));
}

/** Keeps a row that was just written, for the rest of its transaction. */
export function noteRow(ctx: Ctx, conversation: Conversation, how: { readonly opened?: boolean } = {}): void {
  ctx.memo.set(rowKey(conversation.id), conversation);
  if (how.opened) ctx.memo.set(openedKey(conversation.id), true);
}

/** Something of the row was written that its writer does not know whole: whoever wants it reads it. */
export function forgetRow(ctx: Ctx, id: string): void {
  ctx.memo.delete(rowKey(id));
}
