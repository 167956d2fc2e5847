import { sql } from 'kysely';
import { loadMany } from '#domains/conversations';
import type { ReadCtx } from '#platform/ctx';
import type { Metric, MetricQuery, MetricRow } from '#platform/domain';
import { asHouse } from '../clocks.ts';

/** Most rows one page of the drill-down gives. */
const pageLimit = 100;

/** From a customer's first contact to the first human reply, in business time. */
export const firstReplyTime: Metric = {
  id: 'first-reply-time',
  title: 'First reply time',
  says:
    'Business time from when a customer’s contact started to the first reply by a human, as the median. Counted are ' +
    'conversations whose contact started in the period and which were answered; automatic answers do not count, and ' +
    'time outside the business hours of the promise does not either.',
  counts: 'conversations',
  unit: 'seconds',
  betterWhen: 'lower',
  async value(ctx, query) {
    const row = await answered(ctx, query)
      .select([
        sql<number | null>`percentile_cont(0.5) within group (order by taken_seconds)`.as('median'),
        sql<number>`count(*)::integer`.as('size'),
      ])
      .executeTakeFirst();
    return { value: row?.median == null ? null : Math.round(row.median), sampleSize: row?.size ?? 0 };
  },
  async rows(ctx, query, page) {
    const limit = Math.min(page.limit, pageLimit);
    const after = page.after ? readCursor(page.after) : null;
    const found = await answered(ctx, query)
      .select(['id', 'conversation_id', 'started_at', 'taken_seconds'])
      .$if(after !== null, (rows) =>
        rows.where(sql<boolean>`(started_at, id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid)`),
      )
      .orderBy('started_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute();
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1) : undefined;
    return {
      rows: await named(ctx, shown),
      next: last ? `${last.started_at.toISOString()} ${last.id}` : null,
    };
  },
};

/** Answered first replies of a period; a brand or team is the one it had when the promise began. */
function answered(ctx: ReadCtx, query: MetricQuery) {
  const { brandIds } = ctx.actor;
  return ctx.db
    .selectFrom('clocks')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('kind', '=', 'first-reply')
    .where('met_at', 'is not', null)
    .where('started_at', '>=', query.from)
    .where('started_at', '<', query.to)
    .$if(brandIds !== 'all', (rows) =>
      rows.where('brand_id', '=', sql<string>`any(${brandIds === 'all' ? [] : [...brandIds]}::uuid[])`),
    )
    .$if(query.brandId !== undefined, (rows) => rows.where('brand_id', '=', query.brandId ?? ''))
    .$if(query.teamId !== undefined, (rows) => rows.where('team_id', '=', query.teamId ?? ''))
    .$if(query.teamIds !== undefined, (rows) =>
      rows.where('team_id', '=', sql<string>`any(${[...(query.teamIds ?? [])]}::uuid[])`),
    )
    .$if(query.teammateId !== undefined, (rows) => rows.where('met_by_teammate', '=', query.teammateId ?? ''));
}

/** Numbers for all rows, so that the figure opens completely; subjects only of conversations the reader may see. */
async function named(
  ctx: ReadCtx,
  found: readonly { conversation_id: string; started_at: Date; taken_seconds: number | null }[],
): Promise<MetricRow[]> {
  const ids = [...new Set(found.map((row) => row.conversation_id))];
  const [all, seen] = await Promise.all([loadMany(asHouse(ctx), ids), loadMany(ctx, ids)]);
  const numbers = new Map(all.map((row) => [row.id, row.number]));
  const subjects = new Map(seen.map((row) => [row.id, row.subject]));
  return found.map((row) => ({
    conversationId: row.conversation_id,
    number: numbers.get(row.conversation_id) ?? 0,
    subject: subjects.get(row.conversation_id) ?? '',
    at: row.started_at,
    value: row.taken_seconds,
  }));
}

function readCursor(after: string): { at: string; id: string } | null {
  const [, at, id] = /^(\S+Z) ([0-9a-f-]{36})$/.exec(after) ?? [];
  return at && id ? { at, id } : null;
}
