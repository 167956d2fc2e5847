import { sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import { planOnce } from '#platform/database';
import { scopeOf } from '#platform/policy';
import { notFound } from '#platform/problem';
import { queueById } from '#domains/teams';
import type { ConversationRow, Filter, listBoxNames } from './contract.ts';
import { rowsFiltered, sortColumnOf } from './filter/list-filtered.ts';
import { cursorOf, readCursor } from './keyset.ts';
import type { ListedRow } from './load.ts';
import { inHand, knowable, visible } from './policy.ts';
import { anyOf, rowColumns } from './sql.ts';
import { rowView, seenVersions } from './views.ts';

/** An id that nobody has. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** Which list, in which order, from where. */
export interface Asked {
  readonly box: (typeof listBoxNames)[number];
  readonly queueId?: string | undefined;
  readonly customerId?: string | undefined;
  readonly companyId?: string | undefined;
  readonly brandId?: string | undefined;
  readonly filter?: Filter | undefined;
  /** Of a filter: these conversations alone, where it holds them. */
  readonly only?: readonly string[] | undefined;
  readonly order: 'due' | 'newest' | 'oldest' | 'waiting';
  readonly after?: string | undefined;
  readonly limit: number;
}

/** One page of a list: what the actor may see, in a stable order, from an index. */
export async function list(ctx: ReadCtx, asked: Asked): Promise<{ rows: ConversationRow[]; next: string | null }> {
  if (asked.box === 'filter') return listFiltered(ctx, asked);
  const due = asked.order === 'due' && !['closed', 'shared', 'customer', 'company'].includes(asked.box);
  const [isThere, found] = await Promise.all([isPlaceThere(ctx, asked), rowsOf(ctx, asked, due)]);
  if (!isThere) throw notFound();
  return pageView(ctx, found, asked.limit, due ? 'sort_due' : 'last_entry_at');
}

/** Whether the place that is asked for exists; of places it is the queues alone that can be gone. */
async function isPlaceThere(ctx: ReadCtx, { box, queueId }: Asked): Promise<boolean> {
  return box !== 'queue' || !queueId || Boolean(await queueById(ctx, queueId));
}

/** One page of what a filter holds, in its order. */
async function listFiltered(ctx: ReadCtx, asked: Asked): ReturnType<typeof list> {
  const only = asked.only && [sql<boolean>`conversations.id = ${anyOf(asked.only)}`];
  const wish = { filter: asked.filter ?? { match: 'all' as const, of: [] }, ...(only ? { also: only } : {}) };
  const page = { order: asked.order, from: readCursor(asked.after), limit: asked.limit + 1 };
  return pageView(ctx, await rowsFiltered(ctx, wish, page), asked.limit, sortColumnOf(asked.order));
}

/** The rows of a page as this reader sees them, and where the next begins. */
async function pageView(
  ctx: ReadCtx,
  found: readonly ListedRow[],
  limit: number,
  sortedBy: 'sort_due' | 'last_entry_at' | 'waiting_since',
): ReturnType<typeof list> {
  const shown = found.slice(0, limit);
  const seen = await seenVersions(
    ctx,
    shown.map(({ id }) => id),
  );
  const last = shown.at(-1);
  return {
    rows: shown.map((row) => rowView(row, seen.get(row.id) ?? 0)),
    next: found.length > limit && last ? cursorOf(sortText(last[sortedBy]), last.id) : null,
  };
}

/** Lists that are not one person's, queue's or customer's: for a team's eyes they are read team by team. */
const wideBoxes: ReadonlySet<Asked['box']> = new Set(['all', 'closed', 'unassigned']);

/** What a page is cut from (see `rowsFor`). */
async function rowsOf(ctx: ReadCtx, asked: Asked, due: boolean): Promise<readonly ListedRow[]> {
  if (scopeOf(ctx.actor, 'conversations.read') === 'team' && wideBoxes.has(asked.box)) return ofTeams(ctx, asked, due);
  const isOwn = asked.box === 'mine' || asked.box === 'snoozed';
  const rows = inBox(ctx, asked).where((isOwn ? inHand : visible)(ctx.actor));
  return pageOf(asked, due)(rows).select(rowColumns).execute();
}

/**
 * What a team may see of a wide list: the first of each of the actor's teams, and of their own work anywhere, each from
 * its index; then the first of these. Asked in one breath ("of my teams or mine") PostgreSQL walks the whole history of
 * everybody until a page is full, which for a small team is never. Its plan is made once: PostgreSQL takes it for dearer
 * where it does not know how many teams come, and would plan for each reader anew (1.8 ms of the database, 1.0 now).
 */
async function ofTeams(ctx: ReadCtx, asked: Asked, due: boolean): Promise<readonly ListedRow[]> {
  const sortedBy = due ? 'sort_due' : 'last_entry_at';
  const order = due ? sql`sort_due, id` : sql`last_entry_at desc, id desc`;
  const first = (rows: ReturnType<typeof inBox>) => pageOf(asked, due)(rows).select([sortedBy, 'id']);
  const inTeam = inBox(ctx, asked).where('team_id', '=', sql.ref<string>('team.team_id'));
  const [ofTeam, own] = [first(inTeam.where(knowable(ctx.actor))), first(inBox(ctx, asked).where(inHand(ctx.actor)))];
  const { rows } = await sql<ListedRow>`${sql.raw(planOnce)}
    select ${sql.join(rowColumns.map((column) => sql.ref(`conversations.${column}`)))} from (
      select ${sql.ref(`of_team.${sortedBy}`)}, of_team.id
      from unnest(${[...ctx.actor.teamIds]}::uuid[]) as team (team_id) cross join lateral ${ofTeam} as of_team
      union
      ${own}
      order by ${order} limit ${sql.lit(rowsFor(asked))}
    ) as page
    join conversations on conversations.workspace_id = ${ctx.workspaceId} and conversations.id = page.id
    order by ${due ? sql`page.sort_due, page.id` : sql`page.last_entry_at desc, page.id desc`}`.execute(ctx.db);
  return rows;
}

/**
 * How many rows are read for a page: one more, so that there is a next one or not. In steps, for the number stands in the
 * statement, so that a plan made once is made for a page and not for a tenth of all history.
 */
function rowsFor({ limit }: Asked): number {
  return Math.ceil(limit / 50) * 50 + 1;
}

/** Puts a query in the order of its list, from where the page begins. */
function pageOf(asked: Asked, due: boolean) {
  const place = readCursor(asked.after);
  return (query: ReturnType<typeof inBox>): ReturnType<typeof inBox> =>
    query
      .$if(place !== null, (from) => {
        const { value, id } = place ?? { value: '', id: '' };
        return due
          ? from.where(sql<boolean>`(sort_due, id) > (${value}::timestamptz, ${id}::uuid)`)
          : from.where(sql<boolean>`(last_entry_at, id) < (${value}::timestamptz, ${id}::uuid)`);
      })
      .orderBy(due ? 'sort_due' : 'last_entry_at', due ? 'asc' : 'desc')
      .orderBy('id', due ? 'asc' : 'desc')
      .limit(sql.lit(rowsFor(asked)));
}

/** PostgreSQL's infinity ("no promise") has no JavaScript date. */
function sortText(value: Date | number | null): string {
  return value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : 'infinity';
}

/** What stands in a list; whose eyes it is for, and of one's own that it is, is still to be said. */
function inBox(ctx: ReadCtx, asked: Asked) {
  const base = ctx.db
    .selectFrom('conversations')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('merged_at', 'is', null)
    .$if(asked.brandId !== undefined, (query) => query.where('brand_id', '=', asked.brandId ?? ''));
  switch (asked.box) {
    case 'mine':
      return base.where('status_category', '=', sql.lit('open')).where('snoozed_until', 'is', null);
    case 'unassigned':
      return base
        .where('assignee_id', 'is', null)
        .where('status_category', '=', sql.lit('open'))
        .where('snoozed_until', 'is', null);
    case 'queue':
      return base
        .where('queue_id', '=', asked.queueId ?? nobody)
        .where('status_category', '=', sql.lit('open'))
        .where('snoozed_until', 'is', null);
    case 'snoozed':
      return base.where('snoozed_until', 'is not', null);
    case 'closed':
      return base.where('status_category', '=', sql.lit('closed'));
    case 'shared':
      return base.where('shared_at', 'is not', null);
    case 'customer':
      return base.where('customer_id', '=', asked.customerId ?? nobody);
    case 'company':
      return base.where('company_id', '=', asked.companyId ?? nobody);
    default:
      return base.where('status_category', '=', sql.lit('open'));
  }
}
