import { sql } from 'kysely';
import type { Page } from '#platform/contract';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { mayNot, notFound } from '#platform/problem';
import type { DuplicateView } from './contract.ts';
import { cursorOf, readTimeCursor } from './keyset.ts';
import { can, visible } from './policy.ts';
import { customerRow } from './views.ts';

/** Most ways to find somebody that a pair shows of each. */
const shownIdentities = 4;

interface Row {
  readonly id: string;
  readonly brand_id: string;
  readonly one_id: string;
  readonly other_id: string;
  readonly reasons: string[];
  readonly found_at: Date;
  readonly dismissed_at: Date | null;
}

const columns = sql`d.id, d.brand_id, d.one_id, d.other_id, d.reasons, d.found_at, d.dismissed_at`;

/** Pairs that nobody has looked at yet, the last found first; one of whom was merged or erased since is no pair. */
export async function listDuplicates(
  ctx: ReadCtx,
  query: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<DuplicateView>> {
  const place = readTimeCursor(query.after);
  const further = place ? sql`and (d.found_at, d.id) < (${place.at}::timestamptz, ${place.id}::uuid)` : sql``;
  const stillThere = (id: string) => sql`exists (
    select 1 from customers c where c.workspace_id = ${ctx.workspaceId} and c.id = ${sql.ref(id)}
      and c.merged_into_id is null and c.erased_at is null)`;
  const { rows } = await sql<Row>`
    select ${columns} from duplicate_suggestions d
    where d.workspace_id = ${ctx.workspaceId} and ${visible(ctx.actor)} and d.dismissed_at is null ${further}
      and ${stillThere('d.one_id')} and ${stillThere('d.other_id')}
    order by d.found_at desc, d.id desc limit ${query.limit + 1}`.execute(ctx.db);
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    rows: await viewsOf(ctx, shown),
    next: rows.length > query.limit && last ? cursorOf(last.found_at, last.id) : null,
  };
}

/** One pair; 404 where there is none for the actor. */
export async function readDuplicate(ctx: ReadCtx, id: string): Promise<DuplicateView> {
  const [view] = await viewsOf(ctx, [await load(ctx, id)]);
  if (!view) throw notFound();
  return view;
}

/** These are two people, or may be one after all. */
export async function dismissDuplicate(ctx: Ctx, id: string, areTwo: boolean): Promise<DuplicateView> {
  const before = await load(ctx, id);
  if (!can.edit(ctx.actor, { brandId: before.brand_id, erasedAt: null })) throw mayNot();
  await ctx.db
    .updateTable('duplicate_suggestions')
    .set({
      dismissed_at: areTwo ? ctx.now : null,
      dismissed_by: areTwo && ctx.actor.kind === 'teammate' ? ctx.actor.id : null,
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  return readDuplicate(ctx, id);
}

async function load(ctx: ReadCtx, id: string): Promise<Row> {
  const { rows } = await sql<Row>`
    select ${columns} from duplicate_suggestions d where d.workspace_id = ${ctx.workspaceId} and d.id = ${id}`.execute(
    ctx.db,
  );
  const [row] = rows;
  if (!row || !can.read(ctx.actor, { brandId: row.brand_id, erasedAt: null })) throw notFound();
  return row;
}

async function viewsOf(ctx: ReadCtx, rows: readonly Row[]): Promise<readonly DuplicateView[]> {
  if (rows.length === 0) return [];
  const ids = rows.flatMap((row) => [row.one_id, row.other_id]);
  const customers = await ctx.db
    .selectFrom('customers')
    .select(['id', 'brand_id', 'name', 'place', 'first_seen_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
  const byId = new Map(customers.map((row) => [row.id, row]));
  const known = await waysOf(ctx, ids);
  const sideOf = (id: string) => {
    const row = byId.get(id);
    if (!row) throw notFound();
    return {
      ...customerRow({ ...row, brandId: row.brand_id, firstSeenAt: row.first_seen_at }),
      identities: known.get(id) ?? [],
    };
  };
  return rows.map(
    (row) =>
      ({
        id: row.id,
        brandId: row.brand_id,
        reasons: row.reasons,
        foundAt: row.found_at.toISOString(),
        dismissedAt: row.dismissed_at?.toISOString() ?? null,
        one: sideOf(row.one_id),
        other: sideOf(row.other_id),
        can: can.edit(ctx.actor, { brandId: row.brand_id, erasedAt: null }) ? ['merge', 'dismiss'] : [],
      }) as DuplicateView,
  );
}

interface Way {
  readonly kind: string;
  readonly value: string;
}

/** How each of them is found, the first known first: one question for all. */
async function waysOf(ctx: ReadCtx, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Way[]>> {
  const { rows } = await sql<Way & { id: string }>`
    select who.id, way.kind, way.value from unnest(${[...new Set(ids)]}::uuid[]) as who (id)
    cross join lateral (
      select kind, value, first_seen_at, id from identities
      where workspace_id = ${ctx.workspaceId} and customer_id = who.id and removed_at is null
      order by first_seen_at, id limit ${shownIdentities}) way
    order by who.id, way.first_seen_at, way.id`.execute(ctx.db);
  const ways = new Map<string, Way[]>();
  for (const { id, kind, value } of rows) ways.set(id, [...(ways.get(id) ?? []), { kind, value }]);
  return ways;
}
