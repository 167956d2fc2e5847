import type { Ctx } from '#platform/ctx';
import { change } from './change.ts';
import { lock } from './load.ts';

/** The clocks write here what is owed next, so that lists sort and count down without asking anybody. */
export async function noteDue(
  ctx: Ctx,
  conversationId: string,
  due: { dueAt: Date | null; kind: string | null },
): Promise<void> {
  const before = await lock(ctx, conversationId);
  if (before.due_at?.getTime() === due.dueAt?.getTime() && before.due_kind === due.kind) return;
  await change(ctx, before, { due_at: due.dueAt, due_kind: due.kind });
}
