import { teammateNames } from '#domains/identity';
import type { ReadCtx } from '#platform/ctx';
import { builtOnce } from '#platform/database';
import { notFound } from '#platform/problem';
import type { DraftContent, ScheduledReplyView, StopReason } from '../contract.ts';
import { type Conversation, factsOf, load } from '../load.ts';
import { can } from '../policy.ts';
import { uploadViews } from '../uploads.ts';

/** Most replies of one conversation that can wait for their time. */
export const scheduledLimit = 50;

const columns = [
  'id',
  'conversation_id',
  'teammate_id',
  'body',
  'after_reply',
  'close_anyway',
  'send_at',
  'made_at',
  'seen_version',
  'stopped_at',
  'stopped_because',
  'stopped_says',
] as const;

/** A reply that waits for its time, as it is stored. */
export type Scheduled = Awaited<ReturnType<typeof waitingById>>;

/** Words and everything beside them, as in a draft. */
export type ScheduledBody = DraftContent & { readonly text: string };

/** One that has neither left nor been called off. */
export async function waitingById(ctx: ReadCtx, id: string) {
  const row = await waiting(ctx).where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

/** The same, locked: who sends it, changes it or calls it off waits for the other. */
export async function lockWaiting(ctx: ReadCtx, id: string): Promise<Scheduled | null> {
  return (await waiting(ctx).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

const waitingOf = builtOnce((db, given: { workspaceId: string; conversationId: string }) =>
  waiting({ db, workspaceId: given.workspaceId })
    .where('conversation_id', '=', given.conversationId)
    .orderBy('send_at')
    .orderBy('id')
    .limit(scheduledLimit),
);

/** What waits in a conversation, what leaves first. */
export async function waitingIn(ctx: ReadCtx, conversationId: string): Promise<readonly Scheduled[]> {
  return waitingOf(ctx.db, { workspaceId: ctx.workspaceId, conversationId });
}

function waiting(ctx: Pick<ReadCtx, 'db' | 'workspaceId'>) {
  return ctx.db
    .selectFrom('scheduled_replies')
    .select(columns)
    .where('workspace_id', '=', ctx.workspaceId)
    .where('sent_at', 'is', null)
    .where('cancelled_at', 'is', null);
}

/** What is to leave later in a conversation the actor may see. */
export async function listScheduled(ctx: ReadCtx, conversationId: string): Promise<ScheduledReplyView[]> {
  const conversation = await load(ctx, conversationId);
  return viewsOf(ctx, conversation, await waitingIn(ctx, conversationId));
}

/** As its reader sees it. */
export async function scheduledView(ctx: ReadCtx, conversation: Conversation, row: Scheduled) {
  const [view] = await viewsOf(ctx, conversation, [row]);
  if (!view) throw new Error('A view of what is at hand was not made.');
  return view;
}

async function viewsOf(
  ctx: ReadCtx,
  conversation: Conversation,
  rows: readonly Scheduled[],
): Promise<ScheduledReplyView[]> {
  const mayReply = can.reply(ctx.actor, factsOf(conversation));
  const names = await teammateNames(ctx, [...new Set(rows.map((row) => row.teammate_id))]);
  const bodies = rows.map((row) => row.body as ScheduledBody);
  const uploads = new Map(
    (
      await uploadViews(
        ctx,
        bodies.flatMap(({ uploadIds }) => uploadIds ?? []),
      )
    ).map((upload) => [upload.id, upload]),
  );
  return rows.map((row, index): ScheduledReplyView => {
    const { text, ...content } = bodies[index] ?? { text: '' };
    const isOwn = row.teammate_id === ctx.actor.id;
    return {
      id: row.id,
      conversationId: row.conversation_id,
      author: { id: row.teammate_id, name: names.get(row.teammate_id) ?? '' },
      text,
      content,
      uploads: (content.uploadIds ?? []).flatMap((id) => uploads.get(id) ?? []),
      then: row.after_reply as ScheduledReplyView['then'],
      sendAt: row.send_at.toISOString(),
      madeAt: row.made_at.toISOString(),
      stopped: row.stopped_at && {
        at: row.stopped_at.toISOString(),
        because: row.stopped_because as StopReason,
        says: row.stopped_says,
      },
      can: mayReply ? [...(isOwn ? (['change', 'send'] as const) : []), 'cancel'] : [],
    };
  });
}
