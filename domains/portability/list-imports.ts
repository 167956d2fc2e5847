import { sql } from 'kysely';
import type { Page } from '#platform/contract';
import type { ReadCtx } from '#platform/ctx';
import type { Outcome } from './contract.ts';
import { visible } from './policy.ts';
import { columns, load } from './queries.ts';
import { rowView } from './views.ts';

type Query = { readonly after?: string | undefined; readonly limit: number };

/** Files that were brought in, for the brands served, the newest first. */
export async function listImports(ctx: ReadCtx, { after, limit }: Query): Promise<Page<ReturnType<typeof rowView>>> {
  const rows = await ctx.db
    .selectFrom('imports')
    .select(columns)
    .where('workspace_id', '=', ctx.workspaceId)
    .where(visible(ctx.actor))
    .$if(after !== undefined, (q) => q.where(sql<boolean>`id < ${uuidOf(after)}::uuid`))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  return { rows: page.map(rowView), next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
}

/** The report of one import, line by line. */
export async function listImportLines(
  ctx: ReadCtx,
  id: string,
  query: Query & { readonly outcome?: Outcome | undefined },
): Promise<Page<{ line: number; outcome: Outcome; why: string | null }>> {
  const record = await load(ctx, id);
  const from = /^\d{1,9}$/.test(query.after ?? '') ? Number(query.after) : 0;
  const rows = await ctx.db
    .selectFrom('import_rows')
    .select(['line', 'outcome', 'why'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('import_id', '=', record.id)
    .where('line', '>', from)
    .$if(query.outcome !== undefined, (q) => q.where('outcome', '=', query.outcome ?? ''))
    .orderBy('line')
    .limit(query.limit + 1)
    .execute();
  const page = rows.slice(0, query.limit) as { line: number; outcome: Outcome; why: string | null }[];
  return { rows: page, next: rows.length > query.limit ? String(page.at(-1)?.line) : null };
}

/** A keyset position; what is no id of a page stands before everything. */
function uuidOf(after: string | undefined): string {
  return after !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(after)
    ? after
    : '00000000-0000-0000-0000-000000000000';
}
