import { sql } from 'kysely';
import type { Page } from '#platform/contract';
import type { ReadCtx } from '#platform/ctx';
import { fold } from '#science/text';
import { planAfresh } from '#platform/database';
import { uuidOf } from './keyset.ts';
import type { CustomerRow, SegmentFilter } from './contract.ts';
import { listByName } from './list-by-name.ts';
import { visible } from './policy.ts';
import { segmentSql } from './segments/condition-sql.ts';
import { customerRow } from './views.ts';

/** Shorter words hold no trigram: the index cannot help, and everybody would be found. */
export const shortestText = 3;

const everybody: SegmentFilter = { match: 'all', of: [] };

interface CustomersQuery {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly text?: string | undefined;
  readonly brandId?: string | undefined;
  readonly sort?: 'newest' | 'name';
  readonly filter?: SegmentFilter | undefined;
}

/**
 * Customers the actor may see, the last to come first or by name; with a text, those whose name, address or number has it
 * as a part, with a filter those it holds: the last first.
 */
export async function listCustomers(ctx: ReadCtx, query: CustomersQuery): Promise<Page<CustomerRow>> {
  const { text, brandId, after, filter } = query;
  if (query.sort === 'name' && !text && !filter) return inOrder(ctx, query);
  if (text !== undefined && text.length > 0 && text.length < shortestText) return { rows: [], next: null };
  const rows = await ctx.db
    .selectFrom('customers')
    .select(['id', 'brand_id', 'name', 'place', 'first_seen_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where(visible(ctx.actor))
    .where('merged_into_id', 'is', null)
    .where('erased_at', 'is', null)
    .$if(brandId !== undefined, (q) => q.where('brand_id', '=', brandId ?? ''))
    .$if(after !== undefined, (q) => q.where(sql<boolean>`id < ${uuidOf(after)}::uuid`))
    .$if(Boolean(text), (q) =>
      q.where(sql<boolean>`id in (${foundBy(ctx, text ?? '', { after, brandId, limit: query.limit + 1 })})`),
    )
    .$if(filter !== undefined, (q) =>
      q.where(sql<boolean>`${sql.raw(planAfresh)} ${segmentSql(ctx, filter ?? everybody)}`),
    )
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
    .execute();
  const page = rows.slice(0, query.limit).map((row) =>
    customerRow({
      id: row.id,
      brandId: row.brand_id,
      name: row.name,
      place: row.place,
      firstSeenAt: row.first_seen_at,
    }),
  );
  return { rows: page, next: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null };
}

interface NamedRow {
  readonly id: string;
  readonly brand_id: string;
  readonly name: string;
  readonly place: string | null;
  readonly first_seen_at: Date;
  readonly sort_name: string;
}

async function inOrder(ctx: ReadCtx, query: CustomersQuery): Promise<Page<CustomerRow>> {
  const columns = ['id', 'brand_id', 'name', 'place', 'first_seen_at'];
  const { rows, next } = await listByName<NamedRow>(ctx, 'customers', columns, query);
  return {
    rows: rows.map((row) => customerRow({ ...row, brandId: row.brand_id, firstSeenAt: row.first_seen_at })),
    next,
  };
}

/**
 * The newest of those found by name (whatever its accents), and of those found by an identity: each arm is bounded, so
 * that the planner may walk newest-first for a common part and take the trigrams for a rare one. One `or` over both tables
 * would use neither.
 */
export function foundBy(
  ctx: ReadCtx,
  text: string,
  page: { after?: string | undefined; limit: number; brandId: string | undefined },
) {
  const partly = (part: string): string => `%${part.replace(/[\\%_]/g, '\\$&')}%`;
  const digits = text.replace(/\D/g, '');
  const value =
    /^[+\d\s()./-]+$/.test(text) && digits.length >= shortestText ? partly(digits) : partly(text.toLowerCase());
  const mine =
    page.brandId === undefined ? visible(ctx.actor) : sql`${visible(ctx.actor)} and brand_id = ${page.brandId}`;
  const before = page.after === undefined ? 'ffffffff-ffff-ffff-ffff-ffffffffffff' : uuidOf(page.after);
  return sql`${sql.raw(planAfresh)}
    (select id from customers
      where workspace_id = ${ctx.workspaceId} and ${mine} and id < ${before}::uuid
        and merged_into_id is null and erased_at is null and folded(name) like ${partly(fold(text))}
      order by id desc limit ${page.limit})
    union
    (select customer_id from identities
      where workspace_id = ${ctx.workspaceId} and ${mine} and customer_id < ${before}::uuid and removed_at is null and value <> '' and value_normalised like ${value}
      order by customer_id desc limit ${page.limit})`;
}
