import { sql } from 'kysely';
import * as z from 'zod';
import { teamIdsOf } from '#domains/teams';
import type { ReadCtx } from '#platform/ctx';
import { invalidInput, notFound } from '#platform/problem';
import type { ResultView } from './contract.ts';
import { can } from './policy.ts';
import { resultRows, resultView } from './queries.ts';

const Place = z.tuple([z.iso.datetime(), z.uuid()]);

/** The results about one teammate's work, newest first: your own unless another is named. */
export async function listResults(
  ctx: ReadCtx,
  asked: { readonly teammateId?: string | undefined; readonly after?: string | undefined; readonly limit: number },
): Promise<{ rows: ResultView[]; next: string | null }> {
  const teammateId = asked.teammateId ?? ctx.actor.id;
  if (teammateId === null) throw notFound();
  const teamIds = (await teamIdsOf(ctx, [teammateId])).get(teammateId) ?? [];
  if (!can.read(ctx.actor, { teammateId, teamIds })) throw notFound();
  const place = asked.after === undefined ? null : readPlace(asked.after);
  const found = await resultRows(ctx)
    .where('teammate_id', '=', teammateId)
    .$if(place !== null, (query) =>
      query.where(sql<boolean>`(occurred_at, id) < (${place?.[0]}::timestamptz, ${place?.[1]}::uuid)`),
    )
    .orderBy('occurred_at', 'desc')
    .orderBy('id', 'desc')
    .limit(asked.limit + 1)
    .execute();
  const rows = found.slice(0, asked.limit).map(resultView);
  const last = rows.at(-1);
  return { rows, next: found.length > asked.limit && last ? `${last.at} ${last.id}` : null };
}

function readPlace(after: string): readonly [string, string] {
  const place = Place.safeParse(after.split(' '));
  if (place.success) return place.data;
  throw invalidInput({ fields: [{ path: 'query.after', message: 'Give the `next` of the page before, unchanged.' }] });
}
