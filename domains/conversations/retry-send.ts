import type { Ctx } from '#platform/ctx';
import { notFound, problem } from '#platform/problem';
import type { EntryView } from './contract.ts';
import { factsOf, lock } from './load.ts';
import { nudge } from './nudge.ts';
import { can, mayNotReply } from './policy.ts';
import { touchSpine } from './touch-spine.ts';
import { entryView } from './views.ts';

const nothingToRepeat = problem(
  'conversations/nothing-to-repeat',
  409,
  'Nothing of this message is waiting to be repeated',
  'It is on its way or has arrived.',
);

/** Send again what failed, or what was not confirmed and a person has decided to repeat. */
export async function retrySend(ctx: Ctx, entryId: string): Promise<{ entry: EntryView }> {
  const entry = await ctx.db
    .selectFrom('entries')
    .select('conversation_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', entryId)
    .where('kind', '=', 'out')
    .executeTakeFirst();
  if (!entry) throw notFound();
  const conversation = await lock(ctx, entry.conversation_id);
  if (!can.reply(ctx.actor, factsOf(conversation))) throw mayNotReply();
  const repeated = await ctx.db
    .updateTable('deliveries')
    .set({
      failed_at: null,
      unconfirmed_at: null,
      failure: null,
      claimed_at: null,
      claimed_by: null,
      attempts: 0,
      deliver_at: ctx.now,
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('entry_id', '=', entryId)
    .where((eb) => eb.or([eb('failed_at', 'is not', null), eb('unconfirmed_at', 'is not', null)]))
    .returning(['channel'])
    .execute();
  const first = repeated[0];
  if (!first) throw nothingToRepeat();
  nudge(ctx, conversation.id, first.channel, ctx.now);
  await touchSpine(ctx, conversation.id);
  return { entry: await entryView(ctx, entryId) };
}
