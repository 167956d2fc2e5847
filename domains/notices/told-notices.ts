import type { ReadCtx } from '#platform/ctx';
import { unseenLimit } from './contract.ts';
import { mayStillBeTold } from './may-still-be-told.ts';
import { type Notice, noticeRows } from './queries.ts';

/** Notices that are asked about at once. */
const batch = 200;
/** Most batches one call looks through: whoever lost sight of more than these asks on from where it stopped. */
const mostBatches = 10;

/** Which of somebody's notices, newest first. */
interface Asked {
  readonly unseen?: boolean;
  /** Older than this one. */
  readonly before?: string | undefined;
  /** This one and older. */
  readonly upTo?: string | undefined;
  readonly limit: number;
}

/**
 * Somebody's notices without those of what they may not see (any more): the only way in which a list, a count and a screen
 * read them. They come back with the right to see. `next` is where to go on.
 */
export async function toldNotices(
  ctx: ReadCtx,
  teammateId: string,
  { unseen, before, upTo, limit }: Asked,
): Promise<{ rows: Notice[]; next: string | null }> {
  const rows: Notice[] = [];
  let next = before;
  for (let round = 0; round < mostBatches; round += 1) {
    const size = round === 0 ? limit + 1 : batch;
    const found = await noticeRows(ctx)
      .where('teammate_id', '=', teammateId)
      .$if(unseen === true, (query) => query.where('seen_at', 'is', null))
      .$if(next !== undefined, (query) => query.where('id', '<', next ?? ''))
      .$if(upTo !== undefined, (query) => query.where('id', '<=', upTo ?? ''))
      .orderBy('id', 'desc')
      .limit(size)
      .execute();
    const told = await mayStillBeTold(ctx, teammateId, found);
    for (const notice of found.filter(told)) {
      if (rows.length === limit) return { rows, next: rows.at(-1)?.id ?? null };
      rows.push(notice);
    }
    if (found.length < size) return { rows, next: null };
    next = found.at(-1)?.id;
  }
  return { rows, next: next ?? null };
}

/** How many somebody has not seen of what they may see, counted up to the limit alone. */
export async function countUnseen(ctx: ReadCtx, teammateId: string): Promise<number> {
  return (await toldNotices(ctx, teammateId, { unseen: true, limit: unseenLimit })).rows.length;
}
