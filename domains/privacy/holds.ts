import { sql } from 'kysely';
import { teammateNames } from '#domains/identity';
import type { Page } from '#platform/contract';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { mayNot, problem } from '#platform/problem';
import type { HoldView } from './contract.ts';
import { findCustomer } from './find-customer.ts';
import { cursorOf, readCursor } from './keyset.ts';
import { can } from './policy.ts';

export const isHeld = problem(
  'privacy/held',
  409,
  'This customer is held and may not be erased',
  'Whoever sets the keeping times can lift the hold, under Settings, Privacy.',
);

/** Which of these records are held. */
export async function heldAmong(ctx: ReadCtx, customerIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (customerIds.length === 0) return new Set();
  const rows = await ctx.db
    .selectFrom('legal_holds')
    .select('customer_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('customer_id', '=', sql<string>`any(${[...customerIds]}::uuid[])`)
    .execute();
  return new Set(rows.map((row) => row.customer_id));
}

/** Keeps a customer although they would be erased. Holding twice is holding once, with the later reason. */
export async function holdCustomer(ctx: Ctx, asked: string, why: string): Promise<{ hold: HoldView | null }> {
  const { id } = await findCustomer(ctx, asked);
  if (!can.keep(ctx.actor)) throw mayNot();
  const said = { why, held_at: ctx.now, held_by: ctx.actor.id };
  await ctx.db
    .insertInto('legal_holds')
    .values({ workspace_id: ctx.workspaceId, customer_id: id, ...said })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'customer_id']).doUpdateSet(said))
    .execute();
  ctx.audit({ action: 'customer.held', objectKind: 'customer', objectId: id });
  return readHold(ctx, id);
}

/** The customer may be erased again; the reason goes with the hold. */
export async function liftHold(ctx: Ctx, asked: string): Promise<{ hold: HoldView | null }> {
  const { recordIds, id } = await findCustomer(ctx, asked);
  if (!can.keep(ctx.actor)) throw mayNot();
  await ctx.db
    .deleteFrom('legal_holds')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('customer_id', '=', sql<string>`any(${[...recordIds]}::uuid[])`)
    .execute();
  ctx.audit({ action: 'customer.hold-lifted', objectKind: 'customer', objectId: id });
  return { hold: null };
}

/** Whether a customer, or a record merged into theirs, is held. */
export async function readHold(ctx: ReadCtx, asked: string): Promise<{ hold: HoldView | null }> {
  const { recordIds } = await findCustomer(ctx, asked);
  const rows = await ctx.db
    .selectFrom('legal_holds')
    .select(['customer_id', 'why', 'held_at', 'held_by'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('customer_id', '=', sql<string>`any(${[...recordIds]}::uuid[])`)
    .orderBy('held_at')
    .limit(1)
    .execute();
  return { hold: (await viewsOf(ctx, rows))[0] ?? null };
}

/** Everybody who is held, those held last first. */
export async function listHolds(
  ctx: ReadCtx,
  query: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<HoldView>> {
  if (!can.keep(ctx.actor)) throw mayNot();
  const place = readCursor(query.after);
  const rows = await ctx.db
    .selectFrom('legal_holds')
    .select(['customer_id', 'why', 'held_at', 'held_by'])
    .where('workspace_id', '=', ctx.workspaceId)
    .$if(place !== null, (q) =>
      q.where(sql<boolean>`(held_at, customer_id) < (${place?.at}::timestamptz, ${place?.id}::uuid)`),
    )
    .orderBy('held_at', 'desc')
    .orderBy('customer_id', 'desc')
    .limit(query.limit + 1)
    .execute();
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    rows: await viewsOf(ctx, shown),
    next: rows.length > query.limit && last ? cursorOf(last.held_at, last.customer_id) : null,
  };
}

interface Row {
  readonly customer_id: string;
  readonly why: string;
  readonly held_at: Date;
  readonly held_by: string | null;
}

async function viewsOf(ctx: ReadCtx, rows: readonly Row[]): Promise<readonly HoldView[]> {
  const names = await teammateNames(
    ctx,
    rows.flatMap((row) => row.held_by ?? []),
  );
  return rows.map((row) => ({
    customerId: row.customer_id as HoldView['customerId'],
    why: row.why,
    heldAt: row.held_at.toISOString(),
    heldByName: names.get(row.held_by ?? '') ?? null,
  }));
}
