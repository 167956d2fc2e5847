import { sql } from 'kysely';
import type { Page } from '#platform/contract';
import type { ReadCtx } from '#platform/ctx';
import { invalidInput, notFound } from '#platform/problem';
import type { TeammateView } from './contract.ts';
import { can } from './policy.ts';
import { asTeammate, teammateRows } from './queries.ts';
import { teammateView } from './views.ts';

/** The people of the console by name, then id: a keyset, so that a page never repeats or leaves out anybody. */
export async function listTeammates(
  ctx: ReadCtx,
  query: { after?: string | undefined; limit: number; deactivated?: boolean },
): Promise<Page<TeammateView>> {
  if (!can.readTeammates(ctx.actor)) throw notFound();
  const from = query.after === undefined ? null : readCursor(query.after);
  const rows = await teammateRows(ctx)
    .where('t.deactivated_at', query.deactivated ? 'is not' : 'is', null)
    .$if(from !== null, (q) => q.where(sql<boolean>`(t.name, t.id) > (${from?.name}, ${from?.id}::uuid)`))
    .orderBy('t.name')
    .orderBy('t.id')
    .limit(query.limit + 1)
    .execute();
  const page = rows.slice(0, query.limit).map(asTeammate);
  const last = page.at(-1);
  return {
    rows: page.map((row) => teammateView(ctx.actor, row)),
    next:
      rows.length > query.limit && last
        ? Buffer.from(JSON.stringify([last.name, last.id])).toString('base64url')
        : null,
  };
}

function readCursor(after: string): { name: string; id: string } {
  try {
    const [name, id] = JSON.parse(Buffer.from(after, 'base64url').toString()) as unknown[];
    if (typeof name === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)) return { name, id };
  } catch {
    // answered below: whatever it was, no page of ours said it
  }
  throw invalidInput({ fields: [{ path: 'query.after', message: 'is no `next` of a page' }] });
}
