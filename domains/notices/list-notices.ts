import * as z from 'zod';
import type { ReadCtx } from '#platform/ctx';
import { invalidInput } from '#platform/problem';
import type { NoticeView } from './contract.ts';
import { myId } from './policy.ts';
import { countUnseen, toldNotices } from './told-notices.ts';
import { noticeView } from './views.ts';

/** Your notices, newest first. */
export async function listNotices(
  ctx: ReadCtx,
  asked: { readonly after?: string | undefined; readonly limit: number },
): Promise<{ rows: NoticeView[]; next: string | null; unseen: number }> {
  const teammateId = myId(ctx.actor);
  if (asked.after !== undefined && !z.uuid().safeParse(asked.after).success) {
    throw invalidInput({
      fields: [{ path: 'query.after', message: 'Give the `next` of the page before, unchanged.' }],
    });
  }
  const { rows, next } = await toldNotices(ctx, teammateId, { before: asked.after, limit: asked.limit });
  return {
    rows: rows.map((notice) => noticeView(ctx.house, notice)),
    next,
    unseen: await countUnseen(ctx, teammateId),
  };
}
