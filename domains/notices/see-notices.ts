import type { Ctx } from '#platform/ctx';
import { notFound } from '#platform/problem';
import type { NoticeView } from './contract.ts';
import { can, myId } from './policy.ts';
import { countUnseen, noticeRows } from './queries.ts';
import { noticeView } from './views.ts';

/** Most notices that are marked as seen at once; who has more asks again. */
const seeLimit = 1_000;

/** Note that you have seen one. */
export async function seeNotice(ctx: Ctx, id: string): Promise<NoticeView> {
  const notice = await noticeRows(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
  if (!notice || !can.read(ctx.actor, notice)) throw notFound();
  if (notice.seenAt) return noticeView(ctx.house, notice);
  await ctx.db
    .updateTable('notices')
    .set({ seen_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  ctx.touch('notice', id);
  return noticeView(ctx.house, { ...notice, seenAt: ctx.now });
}

/** Note that you have seen one and all before it; what came while you looked stays unseen. */
export async function seeNotices(ctx: Ctx, upTo: string): Promise<{ unseen: number }> {
  const teammateId = myId(ctx.actor);
  const unseen = await noticeRows(ctx)
    .where('teammate_id', '=', teammateId)
    .where('seen_at', 'is', null)
    .where('id', '<=', upTo)
    .orderBy('id', 'desc')
    .limit(seeLimit)
    .forUpdate()
    .execute();
  for (const { id } of unseen) ctx.touch('notice', id);
  await ctx.db
    .updateTable('notices')
    .set({ seen_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('teammate_id', '=', teammateId)
    .where('seen_at', 'is', null)
    .where('id', '>=', unseen.at(-1)?.id ?? upTo)
    .where('id', '<=', upTo)
    .execute();
  return { unseen: await countUnseen(ctx, teammateId) };
}
