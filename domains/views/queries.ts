import type { Ctx, ReadCtx } from '#platform/ctx';
import type { Actor } from '#platform/policy';
import { notFound } from '#platform/problem';
import { Filter } from '#domains/conversations/contract';
import { type SavedView, SavedView as SavedViewShape } from './contract.ts';
import { can, visible } from './policy.ts';

/** Most views that one person is shown. */
const viewLimit = 200;

/** A view as it is kept. */
export interface ViewRow {
  readonly id: string;
  readonly ownerId: string;
  readonly name: string;
  readonly visibility: SavedView['visibility'];
  readonly teamId: string | null;
  readonly brandId: string | null;
  readonly filter: SavedView['filter'];
  readonly columns: SavedView['columns'];
  readonly sort: SavedView['sort'];
  readonly position: number;
  readonly changedAt: Date;
}

/** The views the actor may see, in their order. */
export async function viewsOf(ctx: ReadCtx): Promise<readonly ViewRow[]> {
  const rows = await selected(ctx)
    .where(visible(ctx.actor))
    .orderBy('position')
    .orderBy('name')
    .limit(viewLimit)
    .execute();
  return rows.map(asView);
}

/** Most views that a file of set-up takes. */
const sharedLimit = 2_000;

/** Every view that others than its owner see, in their order, whoever asks; the caller asks the policy. */
export async function sharedViews(ctx: ReadCtx): Promise<readonly ViewRow[]> {
  const rows = await selected(ctx)
    .where('visibility', '!=', 'mine')
    .orderBy('position')
    .orderBy('name')
    .orderBy('id')
    .limit(sharedLimit)
    .execute();
  return rows.map(asView);
}

/** One view the actor may see; another does not exist. */
export async function viewById(ctx: ReadCtx, id: string): Promise<ViewRow> {
  const row = await selected(ctx).where('id', '=', id).executeTakeFirst();
  return seen(ctx.actor, row);
}

/** The same under its row lock. */
export async function lockView(ctx: Ctx, id: string): Promise<ViewRow> {
  const row = await selected(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
  return seen(ctx.actor, row);
}

/** A view under its row lock, removed or not, as its owner and who may change it still see it. */
export async function lockKept(ctx: Ctx, id: string): Promise<ViewRow> {
  const row = await kept(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
  return seen(ctx.actor, row);
}

/** A view as its reader sees it. */
export function savedView(actor: Actor, row: ViewRow): SavedView {
  const { changedAt: _, ...shown } = row;
  return {
    ...shown,
    can: [
      ...(can.change(actor, row) ? (['change'] as const) : []),
      ...(can.export(actor, row) ? (['export'] as const) : []),
    ],
  };
}

function seen(actor: Actor, row: Selected | undefined): ViewRow {
  if (!row) throw notFound();
  const view = asView(row);
  if (!can.read(actor, view)) throw notFound();
  return view;
}

type Selected = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>;

function selected(ctx: ReadCtx) {
  return kept(ctx).where('removed_at', 'is', null);
}

function kept(ctx: ReadCtx) {
  return ctx.db
    .selectFrom('saved_views')
    .select([
      'id',
      'owner_id',
      'name',
      'visibility',
      'team_id',
      'brand_id',
      'filter',
      'columns',
      'sort',
      'position',
      'changed_at',
    ])
    .where('workspace_id', '=', ctx.workspaceId);
}

function asView(row: Selected): ViewRow {
  return {
    id: row.id,
    ownerId: row.owner_id,
    name: row.name,
    visibility: SavedViewShape.shape.visibility.parse(row.visibility),
    teamId: row.team_id,
    brandId: row.brand_id,
    filter: Filter.parse(row.filter),
    columns: SavedViewShape.shape.columns.parse(row.columns),
    sort: SavedViewShape.shape.sort.parse(row.sort),
    position: row.position,
    changedAt: row.changed_at,
  };
}
