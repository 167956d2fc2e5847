import { sql } from 'kysely';
import type { teammateWentOutside } from '#domains/identity/contract';
import type { Ctx, EventOf } from '#platform/ctx';
import { problem } from '#platform/problem';
import { brandLeft, type BrandView } from './contract.ts';
import { insertServed } from './open-brand.ts';
import { configurable, listServing } from './list-serving.ts';
import { brandOf } from './queries.ts';
import { rightsChanged, teammateById, teammateName } from '#domains/identity';
import { brandView } from './views.ts';

const lastServing = problem(
  'brands/last-serving',
  409,
  'Nobody else serves this brand',
  'Let somebody else serve it first.',
);

export interface BrandChanges {
  readonly name?: string | undefined;
  readonly hue?: number | undefined;
  readonly locale?: string | undefined;
  readonly zone?: string | undefined;
}

/** Changes how a brand is called and looks; its address stays. */
export async function changeBrand(ctx: Ctx, id: string, changes: BrandChanges): Promise<BrandView> {
  const before = await configurable(ctx, id);
  await ctx.db
    .updateTable('brands')
    .set({
      name: changes.name ?? before.name,
      hue: changes.hue ?? before.hue,
      locale: changes.locale ?? before.locale,
      zone: changes.zone ?? before.zone,
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  const after = await brandOf(ctx, id);
  ctx.audit({
    action: 'brand.changed',
    objectKind: 'brand',
    objectId: id,
    objectName: after.name,
    before: { ...before },
    after: { ...after },
  });
  return brandView(ctx.actor, after);
}

/** Lets a teammate serve this brand. */
export async function serveBrand(ctx: Ctx, id: string, teammateId: string): Promise<BrandView> {
  const brand = await configurable(ctx, id);
  const teammate = await teammateById(ctx, teammateId);
  if (await insertServed(ctx, id, teammateId))
    ctx.audit({
      action: 'brand.served',
      objectKind: 'brand',
      objectId: id,
      objectName: brand.name,
      before: null,
      after: { teammateId, name: teammate.name },
    });
  return brandView(ctx.actor, brand);
}

/** A teammate no longer serves this brand; what they did for it stays. The last one stays too: nobody else could ask anybody in. */
export async function leaveBrand(ctx: Ctx, id: string, teammateId: string): Promise<BrandView> {
  const brand = await configurable(ctx, id);
  // two who leave at once: the second waits for the first, and sees whom it left
  await ctx.db
    .selectFrom('brands')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  const { rows: serving } = await listServing(ctx, id);
  if (serving.length === 1 && serving[0] === teammateId) throw lastServing();
  const { numDeletedRows } = await ctx.db
    .deleteFrom('brand_teammates')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('brand_id', '=', id)
    .where('teammate_id', '=', teammateId)
    .executeTakeFirstOrThrow();
  if (numDeletedRows > 0n) await tellLeft(ctx, brand, teammateId);
  return brandView(ctx.actor, brand);
}

/**
 * In the same transaction as the roles: whoever becomes a guest or client serves no brand by what they were before, and is
 * asked in anew. Where there is one brand alone it is theirs, as for who joins.
 */
export async function leaveAllBrands(ctx: Ctx, event: EventOf<typeof teammateWentOutside>): Promise<void> {
  const { rows } = await sql<{ id: string; name: string }>`
    delete from brand_teammates served using brands
    where served.workspace_id = ${ctx.workspaceId} and served.teammate_id = ${event.subjectId}
      and brands.workspace_id = served.workspace_id and brands.id = served.brand_id
      and exists (select 1 from brands other where other.workspace_id = ${ctx.workspaceId} and not other.is_first)
    returning brands.id, brands.name`.execute(ctx.db);
  for (const brand of rows) await tellLeft(ctx, brand, event.subjectId);
}

async function tellLeft(ctx: Ctx, brand: { id: string; name: string }, teammateId: string): Promise<void> {
  ctx.emit(brandLeft, brand.id, { teammateId });
  ctx.audit({
    action: 'brand.left',
    objectKind: 'brand',
    objectId: brand.id,
    objectName: brand.name,
    before: { teammateId, name: await teammateName(ctx, teammateId) },
    after: null,
  });
  rightsChanged(ctx, teammateId);
}
