import { type RawBuilder, sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import { planAfresh } from '#platform/database';
import { scopeOf } from '#platform/policy';
import { type Filter, isGroup, statusCategories } from '../contract.ts';
import type { ListedRow } from '../load.ts';
import { inHand, inHandPlain, knowable, knowablePlain } from '../policy.ts';
import { rowColumns } from '../sql.ts';
import { groupSql } from './condition-sql.ts';

/** What is asked of the conversations: a filter, and what a search adds to it. */
export interface Wish {
  readonly filter: Filter;
  readonly also?: readonly RawBuilder<boolean>[];
}

export type FilterOrder = 'due' | 'newest' | 'oldest' | 'waiting';

const orders = {
  due: { column: 'sort_due', direction: 'asc' },
  newest: { column: 'last_entry_at', direction: 'desc' },
  oldest: { column: 'last_entry_at', direction: 'asc' },
  waiting: { column: 'waiting_since', direction: 'asc' },
} as const;

/** The column that a list by a filter is ordered by, and so what its cursor holds. */
export function sortColumnOf(order: FilterOrder): 'sort_due' | 'last_entry_at' | 'waiting_since' {
  return orders[order].column;
}

interface PageWish {
  readonly order: FilterOrder;
  readonly from: { readonly value: string; readonly id: string } | null;
  readonly limit: number;
}

/**
 * One page of what a filter holds for the actor's eyes. It is read arm by arm (each status category; each team of who
 * sees teams, and their own work), each from the index that has it in its order, and the first of these are the page:
 * asked in one breath ("open or closed, of my teams or mine") PostgreSQL sorts or walks everybody's history.
 */
export async function rowsFiltered(ctx: ReadCtx, wish: Wish, page: PageWish): Promise<readonly ListedRow[]> {
  const { column, direction } = orders[page.order];
  const way = sql.raw(direction);
  const arms = armsOf(ctx, wish, listed, (arm) => pageOf(page)(arm).select([column, 'conversations.id']));
  const { rows } = await sql<ListedRow>`${sql.raw(planAfresh)}
    select ${sql.join(rowColumns.map((one) => sql.ref(`conversations.${one}`)))} from (
      select * from (${sql.join(arms, sql` union `)}) as arms
      order by ${sql.ref(column)} ${way}, id ${way} limit ${page.limit}
    ) as page
    join conversations on conversations.workspace_id = ${ctx.workspaceId} and conversations.id = page.id
    order by ${sql.ref(`page.${column}`)} ${way}, page.id ${way}`.execute(ctx.db);
  return rows;
}

/** How many a filter holds for the actor's eyes, up to a limit. Confidential ones are in no number, as in the fixed lists. */
export async function countFiltered(ctx: ReadCtx, wish: Wish, limit: number): Promise<number> {
  const arms = armsOf(ctx, wish, plain, (arm) => arm.select('conversations.id').limit(limit));
  const { rows } = await sql<{ count: number }>`${sql.raw(planAfresh)} select count(*)::int as count from (
    select id from (${sql.join(arms, sql` union `)}) as arms limit ${limit}) as counted`.execute(ctx.db);
  return rows[0]?.count ?? 0;
}

/** What of everybody's work the actor may know, and what of their own. */
interface Sight {
  readonly wide: typeof knowable;
  readonly own: typeof knowable;
}
const listed: Sight = { wide: knowable, own: inHand };
/** None of the confidential ones. */
const plain: Sight = { wide: knowablePlain, own: inHandPlain };

type Arm = ReturnType<typeof base>;

function armsOf(
  ctx: ReadCtx,
  wish: Wish,
  sight: Sight,
  finish: (arm: Arm) => { compile(): unknown },
): RawBuilder<unknown>[] {
  const scope = scopeOf(ctx.actor, 'conversations.read');
  if (scope === null) return [sql`(${finish(base(ctx, wish, sight.wide).where(sql<boolean>`false`))})`];
  const asked = { ...wish, filter: withoutStatus(wish.filter) };
  const own = (category: string) =>
    sql`(${finish(base(ctx, asked, sight.own).where('status_category', '=', category))})`;
  return categoriesOf(wish.filter).flatMap((category) => {
    const arm = base(ctx, asked, sight.wide).where('status_category', '=', category);
    if (scope === 'own') return [own(category)];
    if (scope !== 'team') return [sql`(${finish(arm)})`];
    if (isMine(wish.filter)) return [own(category)];
    const ofTeam = finish(arm.where('team_id', '=', sql.ref<string>('team.team_id')));
    return [
      sql`(select of_team.* from unnest(${[...ctx.actor.teamIds]}::uuid[]) as team (team_id) cross join lateral (${ofTeam}) as of_team)`,
      own(category),
    ];
  });
}

/** The statuses that can be in the list at all: those it names where all must hold, else every one. */
function categoriesOf(filter: Filter): readonly string[] {
  let left: readonly string[] = statusCategories;
  if (filter.match === 'any') return left;
  for (const part of filter.of) {
    if (isGroup(part) || part.field !== 'status') continue;
    const named: readonly string[] = part.values;
    left = left.filter((category) => named.includes(category) === (part.op === 'is'));
  }
  return left.length > 0 ? left : ['none'];
}

/**
 * The filter without the statuses, where each arm says its own: said twice, PostgreSQL takes them for two things that
 * seldom meet, expects one row, and sorts eighteen thousand rather than read an index in its order.
 */
function withoutStatus(filter: Filter): Filter {
  if (filter.match === 'any') return filter;
  return { ...filter, of: filter.of.filter((part) => isGroup(part) || part.field !== 'status') };
}

/** Whether a filter holds one's own work alone: then nothing of the teams' is beside it. */
function isMine(filter: Filter): boolean {
  const isMe = (part: Filter['of'][number]): boolean =>
    !isGroup(part) && part.field === 'assignee' && part.op === 'is' && part.values.every((value) => value === 'me');
  return filter.match === 'all' && filter.of.some(isMe);
}

function base(ctx: ReadCtx, { filter, also = [] }: Wish, known: typeof knowable) {
  return ctx.db
    .selectFrom('conversations')
    .where('conversations.workspace_id', '=', ctx.workspaceId)
    .where('merged_at', 'is', null)
    .where(known(ctx.actor))
    .where(groupSql(ctx, filter))
    .$call((query) => also.reduce((narrowed, condition) => narrowed.where(condition), query));
}

function pageOf({ order, from, limit }: PageWish) {
  const { column, direction } = orders[order];
  const beyond = direction === 'asc' ? sql`>` : sql`<`;
  return (arm: Arm): Arm =>
    arm
      .$if(order === 'waiting', (query) => query.where('waiting_since', 'is not', null))
      .$if(from !== null, (query) =>
        query.where(
          sql<boolean>`(${sql.ref(`conversations.${column}`)}, conversations.id) ${beyond} (${from?.value ?? ''}::timestamptz, ${from?.id ?? ''}::uuid)`,
        ),
      )
      .orderBy(`conversations.${column}`, direction)
      .orderBy('conversations.id', direction)
      .limit(limit);
}
