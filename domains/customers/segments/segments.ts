import { brandOf, brandsServed } from '#domains/brands';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { type Actor, holds, servesBrand } from '#platform/policy';
import { notFound, problem, sameIdOtherBody } from '#platform/problem';
import { SegmentFilter, segmentRemoved, segmentSaved, type SegmentView } from '../contract.ts';
import { canUse, type SegmentFacts, shownTo } from './policy.ts';
import { checkSegmentFilter } from './read-filter.ts';

const mayNotChange = problem(
  'customers/may-not-change-segment',
  403,
  'You may not change this',
  'Save one of your own.',
);
const mayNotShare = problem(
  'customers/may-not-share-segment',
  403,
  'You may not share this with others',
  'Keep it for yourself, or ask whoever says which fields customers have.',
);
const onlyPeople = problem('customers/only-people', 403, 'Segments belong to teammates', 'Sign in as one of them.');
const tooMany = problem('customers/too-many-segments', 409, 'There are too many segments', 'Remove some first.');

/** Most segments of one workspace, and most that one person is shown. */
const segmentLimit = 1_000;
const shownLimit = 200;
const columns = ['id', 'owner_id', 'brand_id', 'is_shared', 'name', 'filter'] as const;

interface Wish extends Pick<SegmentView, 'name' | 'isShared' | 'filter'> {
  readonly brandId?: string | null | undefined;
}

/** The segments the actor may see, by name. */
export async function listSegments(ctx: ReadCtx): Promise<SegmentView[]> {
  const rows = await selected(ctx).where(shownTo(ctx.actor)).orderBy('name').orderBy('id').limit(shownLimit).execute();
  return rows.map((row) => asView(ctx.actor, row));
}

/** One segment the actor may see; another does not exist. */
export async function segmentById(ctx: ReadCtx, id: string): Promise<SegmentView> {
  const row = await selected(ctx).where('id', '=', id).executeTakeFirst();
  if (!row || !canUse.read(ctx.actor, factsOf(row))) throw notFound();
  return asView(ctx.actor, row);
}

/** Saves a segment; the same id again is the same one. */
export async function makeSegment(ctx: Ctx, wish: Wish & { readonly id: string }): Promise<SegmentView> {
  const ownerId = ctx.actor.kind === 'teammate' ? ctx.actor.id : null;
  if (ownerId === null) throw onlyPeople();
  const given = await checked(ctx, wish, ownerId);
  const { count } = await ctx.db
    .selectFrom('segments')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('workspace_id', '=', ctx.workspaceId)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (Number(count) >= segmentLimit) throw tooMany();
  const written = await ctx.db
    .insertInto('segments')
    .values({ workspace_id: ctx.workspaceId, id: wish.id, owner_id: ownerId, ...given, changed_at: ctx.now })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst();
  const view = await segmentById(ctx, wish.id);
  if (written.numInsertedOrUpdatedRows === 1n) saved(ctx, view);
  else if (view.ownerId !== ownerId || view.name !== wish.name) throw sameIdOtherBody();
  return view;
}

/** Changes a segment. */
export async function changeSegment(ctx: Ctx, id: string, wish: Wish): Promise<SegmentView> {
  const before = await segmentById(ctx, id);
  if (!before.can.includes('change')) throw mayNotChange();
  const given = await checked(ctx, wish, before.ownerId);
  await ctx.db
    .updateTable('segments')
    .set({ ...given, changed_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  const after = await segmentById(ctx, id);
  saved(ctx, after);
  return after;
}

/** Removes a segment; who was in it stays as they are. */
export async function removeSegment(ctx: Ctx, id: string): Promise<void> {
  const before = await segmentById(ctx, id);
  if (!before.can.includes('change')) throw mayNotChange();
  await ctx.db
    .updateTable('segments')
    .set({ removed_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  ctx.emit(segmentRemoved, id, {});
  if (before.isShared) tellAudit(ctx, 'segment.removed', before);
}

async function checked(ctx: Ctx, wish: Wish, ownerId: string) {
  checkSegmentFilter(wish.filter);
  const brandId = wish.isShared ? await brandFor(ctx, wish.brandId) : null;
  if (!canUse.share(ctx.actor, { ownerId, brandId, isShared: wish.isShared })) throw mayNotShare();
  return { name: wish.name, is_shared: wish.isShared, brand_id: brandId, filter: JSON.stringify(wish.filter) };
}

/** Whose it becomes where it is shared: as wished, else all brands for who serves all, else the first one served. */
async function brandFor(ctx: Ctx, wished: string | null | undefined): Promise<string | null> {
  if (wished) {
    if (!servesBrand(ctx.actor, wished)) throw notFound();
    return (await brandOf(ctx, wished)).id;
  }
  if (wished === null || ctx.actor.brandIds === 'all') return null;
  return (await brandsServed(ctx))[0]?.id ?? null;
}

function saved(ctx: Ctx, segment: SegmentView): void {
  ctx.emit(segmentSaved, segment.id, { isShared: segment.isShared });
  if (segment.isShared) tellAudit(ctx, 'segment.saved', segment);
}

function tellAudit(ctx: Ctx, action: string, { id, name, brandId }: SegmentView): void {
  ctx.audit({ action, objectKind: 'segment', objectId: id, objectName: name, after: { name, brandId } });
}

function selected(ctx: ReadCtx) {
  return ctx.db
    .selectFrom('segments')
    .select(columns)
    .where('workspace_id', '=', ctx.workspaceId)
    .where('removed_at', 'is', null);
}

type Row = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>;

function factsOf(row: Row): SegmentFacts {
  return { ownerId: row.owner_id, brandId: row.brand_id, isShared: row.is_shared };
}

function asView(actor: Actor, row: Row): SegmentView {
  const facts = factsOf(row);
  return {
    ...facts,
    id: row.id,
    name: row.name,
    filter: SegmentFilter.parse(row.filter),
    can: [
      ...(canUse.change(actor, facts) ? (['change'] as const) : []),
      ...(holds(actor, 'customers.export') ? (['export'] as const) : []),
    ],
  };
}
