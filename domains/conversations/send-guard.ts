import type { Ctx } from '#platform/ctx';
import { problem } from '#platform/problem';
import type { Conversation } from './load.ts';
import { entryViews } from './views.ts';

const newerCame = problem(
  'conversations/newer-came',
  409,
  'Something new came while you were writing',
  'Read it, then send anyway, change your reply, or discard it. Nothing was sent.',
);

/** Most new entries shown with the refusal. */
const newLimit = 20;

/**
 * Nobody answers blind: when a customer wrote, or a colleague replied or noted something, after the version the writer
 * has seen, the reply is refused with what came. Own entries and changes beside the spine do not count; on a channel where
 * both are there at once only a colleague's reply does.
 */
export async function refuseUnseen(ctx: Ctx, conversation: Conversation, lastSeenVersion: number): Promise<void> {
  if (conversation.last_entry_version <= lastSeenVersion) return;
  // both are there at once: the customer goes on typing, and only a colleague who answers too must stop us (R19)
  const isLive = ctx.house.channels.get(conversation.last_channel ?? '')?.live === true;
  const seen = await ctx.db
    .selectFrom('entries')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', conversation.id)
    .where('at_version', '>', lastSeenVersion)
    .where('kind', '!=', 'system')
    // what we say again by another line, because its reader was gone, tells nobody anything new
    .where((eb) => eb.or([eb('kind', '!=', 'out'), eb('author_kind', '!=', 'system')]))
    .$if(isLive, (query) => query.where('kind', '=', 'out'))
    .$if(ctx.actor.id !== null, (query) =>
      query.where((eb) =>
        eb.or([eb('author_id', 'is', null), eb('author_id', '!=', ctx.actor.id), eb('author_kind', '!=', 'teammate')]),
      ),
    )
    .orderBy('occurred_at')
    .orderBy('id')
    .limit(newLimit)
    .execute();
  if (seen.length === 0) return;
  const entries = await entryViews(
    ctx,
    seen.map(({ id }) => id),
  );
  throw newerCame({ more: { entries, version: conversation.version } });
}
