import { sql } from 'kysely';
import type { Page } from '#platform/contract';
import type { ReadCtx } from '#platform/ctx';
import { brandsServed } from '#domains/brands';
import { cursorOf, readCursor } from './keyset.ts';
import { visible } from './policy.ts';

/** What a list by name asks for. */
export interface NameQuery {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly brandId?: string | undefined;
}

/** A row of a list by name, with what it is sorted by. */
interface Named {
  readonly id: string;
  readonly sort_name: string;
}

/**
 * The first rows by name of each brand served, each from its index, then the first of these: asked in one breath over
 * several brands, PostgreSQL sorts everybody.
 */
export async function listByName<Row extends Named>(
  ctx: ReadCtx,
  table: 'customers' | 'companies',
  columns: readonly string[],
  query: NameQuery,
): Promise<Page<Row>> {
  const served = query.brandId === undefined ? (await brandsServed(ctx)).map(({ id }) => id) : [query.brandId];
  const place = readCursor(query.after);
  const there = table === 'customers' ? sql`and merged_into_id is null and erased_at is null` : sql``;
  const further = place ? sql`and (lower(name), id) > (${place.value}, ${place.id}::uuid)` : sql``;
  const { rows } = await sql<Row>`
    select page.* from unnest(${served}::uuid[]) as of_brand (id) cross join lateral (
      select ${sql.join(columns.map((column) => sql.ref(column)))}, lower(name) as sort_name from ${sql.table(table)}
      where workspace_id = ${ctx.workspaceId} and brand_id = of_brand.id and ${visible(ctx.actor)} ${there} ${further}
      order by lower(name), id limit ${query.limit + 1}) page
    order by sort_name, id limit ${query.limit + 1}`.execute(ctx.db);
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > query.limit && last ? cursorOf(last.sort_name, last.id) : null };
}
