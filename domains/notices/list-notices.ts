import * as z from 'zod';
import type { ReadCtx } from '#platform/ctx';
import { invalidInput } from '#platform/problem';
import type { NoticeView } from './contract.ts';
import { myId } from './policy.ts';
import { countUnseen, noticeRows } from './queries.ts';
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
  const found = await noticeRows(ctx)
    .where('teammate_id', '=', teammateId)
    .$if(asked.after !== undefined, (query) => query.where('id', '<', asked.after ?? ''))
    .orderBy('id', 'desc')
    .limit(asked.limit + 1)
    .execute();
  const page = found.slice(0, asked.limit);
  return {
    rows: page.map((notice) => noticeView(ctx.house, notice)),
    next: found.length > asked.limit ? (page.at(-1)?.id ?? null) : null,
    unseen: await countUnseen(ctx, teammateId),
  };
}
