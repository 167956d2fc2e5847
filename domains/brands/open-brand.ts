import type { Ctx, EventOf } from '#platform/ctx';
import { newId } from '#platform/database';
import { isOutside } from '#platform/domain';
import { servesBrand } from '#platform/policy';
import { mayNot, problem } from '#platform/problem';
import { forgetSessions, loadActor, rightsChanged, slugOf, workspaceOf } from '#domains/identity';
import type { teammateJoined, workspaceOpened } from '#domains/identity/contract';
import { brandOpened, brandServed, type BrandView } from './contract.ts';
import { can } from './policy.ts';
import { brandOf, firstBrand } from './queries.ts';
import { brandView } from './views.ts';

const nameTaken = problem('brands/name-taken', 409, 'There is already a brand of this name', 'Choose another name.');

export interface NewBrand {
  readonly id?: string;
  readonly name: string;
  readonly hue?: number | undefined;
  readonly locale?: string | undefined;
  readonly zone?: string | undefined;
}

/** Adds a brand; whoever adds it serves it. Everybody else is asked in, one by one. */
export async function openBrand(ctx: Ctx, brand: NewBrand): Promise<BrandView> {
  if (!can.openBrand(ctx.actor)) throw mayNot();
  const id = await insertBrand(ctx, brand, false);
  const { id: _same, ...after } = brand;
  ctx.audit({ action: 'brand.opened', objectKind: 'brand', objectId: id, objectName: brand.name, before: null, after });
  if (ctx.actor.kind === 'teammate' && ctx.actor.id) await insertServed(ctx, id, ctx.actor.id);
  return brandView(ctx.actor, await brandOf(ctx, id));
}

/** In the same transaction as the workspace: it has one brand from the start, and never sees the word. */
export async function openFirstBrand(ctx: Ctx, _event: EventOf<typeof workspaceOpened>): Promise<void> {
  const { name, locale, zone } = await workspaceOf(ctx);
  await insertBrand(ctx, { name, locale, zone }, true);
}

/**
 * In the same transaction as the teammate: who comes serves the first brand, until somebody says otherwise. Where there are
 * several, a guest or client gets none by itself: the first one is seldom theirs. Nor does anybody get one that whoever lets
 * them in does not serve: they could let in themselves.
 */
export async function serveFirstBrand(ctx: Ctx, event: EventOf<typeof teammateJoined>): Promise<void> {
  const joined = await loadActor(ctx, event.subjectId);
  if (isOutside(ctx.house, joined) && joined.brandIds !== 'all') return;
  const { id } = await firstBrand(ctx);
  if (servesBrand(ctx.actor, id)) await insertServed(ctx, id, event.subjectId);
}

/** Lets a teammate serve a brand; twice is once. True when it is new. */
export async function insertServed(ctx: Ctx, brandId: string, teammateId: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('brand_teammates')
    .values({ workspace_id: ctx.workspaceId, brand_id: brandId, teammate_id: teammateId, since: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) return false;
  ctx.emit(brandServed, brandId, { teammateId });
  rightsChanged(ctx, teammateId);
  return true;
}

async function insertBrand(ctx: Ctx, brand: NewBrand, isFirst: boolean): Promise<string> {
  const id = brand.id ?? newId();
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('brands')
    .values({
      workspace_id: ctx.workspaceId,
      id,
      name: brand.name,
      slug: slugOf(brand.name),
      is_first: isFirst,
      created_at: ctx.now,
      ...(brand.hue === undefined ? {} : { hue: brand.hue }),
      ...(brand.locale === undefined ? {} : { locale: brand.locale }),
      ...(brand.zone === undefined ? {} : { zone: brand.zone }),
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'slug']).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) throw nameTaken();
  ctx.emit(brandOpened, id, { isFirst });
  // "all brands" of a workspace with one of them now means: those one serves
  forgetSessions(ctx.workspaceId);
  return id;
}
