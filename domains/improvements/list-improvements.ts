import { sql } from 'kysely';
import * as z from 'zod';
import { load } from '#domains/conversations';
import type { QueryOf } from '#platform/contract';
import type { ReadCtx } from '#platform/ctx';
import { invalidInput } from '#platform/problem';
import type { ImprovementView, listImprovements as listRoute } from './contract.ts';
import { visible } from './policy.ts';
import { improvementRows, viewsOf } from './queries.ts';

/** Most that one conversation is shown with. */
const ofConversationLimit = 50;
const Place = z.tuple([z.union([z.number().int(), z.iso.datetime()]), z.uuid()]);

/** What should be mended, in one state: by how many conversations show it, or the newest first; a keyset. */
export async function listImprovements(
  ctx: ReadCtx,
  query: QueryOf<typeof listRoute>,
): Promise<{ rows: ImprovementView[]; next: string | null }> {
  const { state, sort, kind, brandId, ownerId, limit } = query;
  const column = sort === 'most' ? 'supports' : 'suggested_at';
  const from = placeOf(query.after, sort);
  const rows = await improvementRows(ctx)
    .where('state', '=', state)
    .where(visible(ctx.actor))
    .$if(kind !== undefined, (q) => q.where('kind', '=', kind ?? ''))
    .$if(brandId !== undefined, (q) => q.where('brand_id', '=', brandId ?? ''))
    .$if(ownerId !== undefined, (q) => q.where('owner_id', '=', ownerId ?? ''))
    .$if(from !== null, (q) => q.where(sql<boolean>`(${sql.ref(column)}, id) < (${from?.[0]}, ${from?.[1]}::uuid)`))
    .orderBy(column, 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last ? [sort === 'most' ? last.supports : last.suggested_at, last.id] : null;
  return {
    rows: await viewsOf(ctx, shown),
    next: next && Buffer.from(JSON.stringify(next)).toString('base64url'),
  };
}

/** What a conversation that the reader may see shows. */
export async function improvementsOf(ctx: ReadCtx, conversationId: string): Promise<ImprovementView[]> {
  await load(ctx, conversationId);
  const rows = await improvementRows(ctx)
    .where(visible(ctx.actor))
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('improvement_supports')
        .select('improvement_id')
        .where('workspace_id', '=', ctx.workspaceId)
        .where('conversation_id', '=', conversationId),
    )
    .orderBy('suggested_at')
    .orderBy('id')
    .limit(ofConversationLimit)
    .execute();
  return viewsOf(ctx, rows);
}

/** Where the page before ended: a count or a moment, as the sort is. */
function placeOf(after: string | undefined, sort: string): z.output<typeof Place> | null {
  if (after === undefined) return null;
  try {
    const place = Place.parse(JSON.parse(Buffer.from(after, 'base64url').toString()));
    if ((typeof place[0] === 'number') === (sort === 'most')) return place;
  } catch {
    // answered below: whatever it was, no page of ours said it
  }
  throw invalidInput({ fields: [{ path: 'query.after', message: 'is no `next` of a page' }] });
}
