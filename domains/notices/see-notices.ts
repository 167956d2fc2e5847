import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx';
import { notFound } from '#platform/problem';
import type { NoticeView } from './contract.ts';
import { can, myId } from './policy.ts';
import { mayStillBeTold } from './may-still-be-told.ts';
import { noticeRows } from './queries.ts';
import { countUnseen, toldNotices } from './told-notices.ts';
import { noticeView } from './views.ts';

/** Most notices that are marked as seen at once; who has more asks again. */
const seeLimit = 1_000;

/** Note that you have seen one. */
export async function seeNotice(ctx: Ctx, id: string): Promise<NoticeView> {
  const notice = await noticeRows(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
  if (!notice || !can.read(ctx.actor, notice)) throw notFound();
  if (!(await mayStillBeTold(ctx, notice.teammateId, [notice]))(notice)) throw notFound();
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

/** Note that you have seen one and all before it; what came while you looked, and what you may not see, stays unseen. */
export async function seeNotices(ctx: Ctx, upTo: string): Promise<{ unseen: number }> {
  const teammateId = myId(ctx.actor);
  const { rows } = await toldNotices(ctx, teammateId, { unseen: true, upTo, limit: seeLimit });
  for (const { id } of rows) ctx.touch('notice', id);
  await ctx.db
    .updateTable('notices')
    .set({ seen_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('teammate_id', '=', teammateId)
    .where('seen_at', 'is', null)
    .where('id', '=', sql<string>`any(${rows.map(({ id }) => id)}::uuid[])`)
    .execute();
  return { unseen: await countUnseen(ctx, teammateId) };
}
