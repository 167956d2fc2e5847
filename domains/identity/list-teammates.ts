import { sql } from 'kysely';
import type { Page } from '#platform/contract';
import type { ReadCtx } from '#platform/ctx';
import { notFound } from '#platform/problem';
import type { TeammateView } from './contract.ts';
import { nameCursor, readNameCursor } from './keyset.ts';
import { can } from './policy.ts';
import { asTeammate, teammateRows } from './queries.ts';
import { rolesAbove } from './roles/role-queries.ts';
import { teammateView } from './views.ts';

/** The people of the console by name, then id: a keyset, so that a page never repeats or leaves out anybody. */
export async function listTeammates(
  ctx: ReadCtx,
  query: { after?: string | undefined; limit: number; deactivated?: boolean },
): Promise<Page<TeammateView>> {
  if (!can.readTeammates(ctx.actor)) throw notFound();
  const from = readNameCursor(query.after);
  const rows = await teammateRows(ctx)
    .where('t.deactivated_at', query.deactivated ? 'is not' : 'is', null)
    .$if(from !== null, (q) => q.where(sql<boolean>`(t.name, t.id) > (${from?.name}, ${from?.id}::uuid)`))
    .orderBy('t.name')
    .orderBy('t.id')
    .limit(query.limit + 1)
    .execute();
  const page = rows.slice(0, query.limit).map(asTeammate);
  const above = await rolesAbove(ctx);
  const last = page.at(-1);
  return {
    rows: page.map((row) => teammateView(ctx.actor, row, above)),
    next: rows.length > query.limit && last ? nameCursor(last.name, last.id) : null,
  };
}
