import type { Ctx } from '#platform/ctx';
import { change } from './change.ts';
import { lock, lockSurvivor } from './load.ts';
import { writeEntry } from './write-entry.ts';

/** A live contact's own line in the spine: ids, numbers and times of what happened. */
export interface CallEntry {
  readonly entryId: string;
  readonly conversationId: string;
  readonly contactId: string;
  readonly threadId: string;
  readonly channel: string;
  readonly customerId: string;
  readonly occurredAt: Date;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Writes the line when the call starts, and its facts again as it goes. */
export async function writeCallEntry(ctx: Ctx, ask: CallEntry): Promise<void> {
  const there = await ctx.db
    .selectFrom('entries')
    .select('conversation_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', ask.entryId)
    .where('kind', '=', 'call')
    .executeTakeFirst();
  // the line may have moved with a merge while they speak
  const before = there ? await lock(ctx, there.conversation_id) : await lockSurvivor(ctx, ask.conversationId);
  if (there) {
    await ctx.db
      .updateTable('entries')
      .set({ facts: JSON.stringify(ask.facts) })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', ask.entryId)
      .where('kind', '=', 'call')
      .execute();
    await change(ctx, before, {});
    return;
  }
  await writeEntry(ctx, {
    id: ask.entryId,
    conversationId: before.id,
    threadId: ask.threadId,
    contactId: ask.contactId,
    kind: 'call',
    channel: ask.channel,
    authorKind: 'customer',
    authorId: ask.customerId,
    occurredAt: ask.occurredAt,
    facts: ask.facts,
    body: { text: '' },
  });
  await change(
    ctx,
    before,
    {
      entry_count: before.entry_count + 1,
      last_entry_id: ask.entryId,
      last_entry_at: ask.occurredAt,
      last_entry_kind: 'call',
      last_channel: ask.channel,
      last_preview: '',
    },
    { entry: true },
  );
}
