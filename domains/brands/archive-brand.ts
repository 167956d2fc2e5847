import { forgetSessions } from '#domains/identity';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { mayNot, notFound, problem } from '#platform/problem';
import { closeLine } from './change-line.ts';
import { brandArchived, brandRestored, countedTo, type ArchivalView, type BrandView } from './contract.ts';
import { configurable } from './list-serving.ts';
import { can } from './policy.ts';
import { archivedBrands, brandKept, brandOf, linesOfBrand } from './queries.ts';
import { brandView } from './views.ts';

const firstStays = problem(
  'brands/first-stays',
  409,
  'The first brand stays',
  'What names no brand belongs to it. Give it another name, or move its channels elsewhere.',
);
const linesAreOpen = problem(
  'brands/lines-are-open',
  409,
  'Customers still write to this brand',
  'Close its channels first, or say that they close with it.',
);

/** What archiving a brand would do, for whoever may: its open lines, and what other domains keep of it. */
export async function previewArchival(ctx: ReadCtx, id: string): Promise<ArchivalView> {
  const brand = await archivable(ctx, id);
  const lines = await linesOfBrand(ctx, brand.id);
  const keeps = [];
  for (const { says, becomes, count } of ctx.house.ofBrand)
    keeps.push({ says, becomes, count: await count(ctx, id, countedTo) });
  return {
    lines: lines.map(({ id: lineId, name, address }) => ({ id: lineId, name, address })),
    keeps,
  } as ArchivalView;
}

/** Nobody is served under this name any more; all that was said stays with those who served it. Twice is once. */
export async function archiveBrand(ctx: Ctx, id: string, closesLines: boolean): Promise<BrandView> {
  const known = await brandKept(ctx, id);
  if (known?.archivedAt && can.archiveBrand(ctx.actor, id)) return brandView(ctx.actor, known);
  const brand = await archivable(ctx, id);
  const lines = await linesOfBrand(ctx, id);
  if (lines.length > 0 && !closesLines) throw linesAreOpen({ detail: lines.map(({ address }) => address).join(', ') });
  for (const line of lines) await closeLine(ctx, line.id);
  await setArchived(ctx, id, ctx.now);
  ctx.emit(brandArchived, id, { linesClosed: lines.length });
  const after = { closed: lines.map(({ address }) => address) };
  ctx.audit({ action: 'brand.archived', objectKind: 'brand', objectId: id, objectName: brand.name, after });
  return brandView(ctx.actor, { ...brand, archivedAt: ctx.now });
}

/** Serves a brand again; its lines stay closed, as their secrets went with them. Twice is once. */
export async function restoreBrand(ctx: Ctx, id: string): Promise<BrandView> {
  const brand = await brandKept(ctx, id);
  if (!brand || !can.readBrand(ctx.actor, id)) throw notFound();
  if (!can.archiveBrand(ctx.actor, id)) throw mayNot();
  if (!brand.archivedAt) return brandView(ctx.actor, brand);
  await setArchived(ctx, id, null);
  ctx.emit(brandRestored, id, {});
  ctx.audit({ action: 'brand.restored', objectKind: 'brand', objectId: id, objectName: brand.name });
  return brandView(ctx.actor, await brandOf(ctx, id));
}

/** The archived brands that the actor served and may bring back. */
export async function listArchived(ctx: ReadCtx): Promise<{ rows: BrandView[] }> {
  return { rows: (await archivedBrands(ctx)).map((brand) => brandView(ctx.actor, brand)) };
}

async function archivable(ctx: ReadCtx, id: string) {
  const brand = await configurable(ctx, id);
  if (!can.archiveBrand(ctx.actor, id)) throw mayNot();
  if (brand.isFirst) throw firstStays();
  return brand;
}

async function setArchived(ctx: Ctx, id: string, at: Date | null): Promise<void> {
  await ctx.db
    .updateTable('brands')
    .set({ archived_at: at })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  forgetSessions(ctx.workspaceId);
}
