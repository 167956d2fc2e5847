import { sql } from 'kysely';
import { teammateNames } from '#domains/identity';
import type { ReadCtx } from '#platform/ctx';
import { mayNot, notFound } from '#platform/problem';
import type { ErasureView } from './contract.ts';
import { findCustomer } from './find-customer.ts';
import { cursorOf, readCursor } from './keyset.ts';
import { can } from './policy.ts';

function rows(ctx: ReadCtx) {
  return ctx.db
    .selectFrom('erasures')
    .select(['id', 'customer_id', 'reason', 'asked_at', 'asked_by', 'done_at', 'removed', 'parts', 'hash'])
    .where('workspace_id', '=', ctx.workspaceId);
}

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>;

/** The proofs of erasures, newest first. */
export async function listErasures(
  ctx: ReadCtx,
  asked: { readonly after?: string | undefined; readonly limit: number },
): Promise<{ rows: ErasureView[]; next: string | null }> {
  if (!can.readAudit(ctx.actor)) throw mayNot();
  const place = readCursor(asked.after);
  const found = await rows(ctx)
    .$if(place !== null, (query) =>
      query.where(sql<boolean>`(asked_at, id) < (${place?.at}::timestamptz, ${place?.id}::uuid)`),
    )
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(asked.limit + 1)
    .execute();
  const page = found.slice(0, asked.limit);
  const last = page.at(-1);
  return {
    rows: await viewsOf(ctx, page),
    next: found.length > asked.limit && last ? cursorOf(last.asked_at, last.id) : null,
  };
}

/** One proof. */
export async function erasureView(ctx: ReadCtx, id: string): Promise<ErasureView> {
  const [view] = await viewsOf(ctx, await rows(ctx).where('id', '=', id).execute());
  if (!view) throw notFound();
  return view;
}

/** The last proof of one customer, for who may erase; null where nobody was erased. */
export async function readErasure(ctx: ReadCtx, customerId: string): Promise<{ erasure: ErasureView | null }> {
  const { recordIds } = await findCustomer(ctx, customerId);
  if (!can.erase(ctx.actor)) throw mayNot();
  const found = await rows(ctx)
    .where('customer_id', '=', sql<string>`any(${[...recordIds]}::uuid[])`)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .execute();
  return { erasure: (await viewsOf(ctx, found))[0] ?? null };
}

async function viewsOf(ctx: ReadCtx, found: readonly Row[]): Promise<ErasureView[]> {
  const names = await teammateNames(
    ctx,
    found.flatMap((row) => row.asked_by ?? []),
  );
  return found.map((row) => ({
    id: row.id,
    customerId: row.customer_id,
    reason: row.reason as ErasureView['reason'],
    askedAt: row.asked_at.toISOString(),
    askedById: row.asked_by,
    askedByName: names.get(row.asked_by ?? '') ?? null,
    doneAt: row.done_at?.toISOString() ?? null,
    removed: row.removed as Record<string, number>,
    parts: (row.parts ?? []) as ErasureView['parts'],
    hash: row.hash,
  }));
}
