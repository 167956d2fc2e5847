import { brandOf, brandsServed } from '#domains/brands';
import { checkFilter } from '#domains/conversations';
import { teamNames } from '#domains/teams';
import type { Ctx } from '#platform/ctx';
import { servesBrand } from '#platform/policy';
import { notFound, problem, sameIdOtherBody } from '#platform/problem';
import { type SavedView, viewSaved, viewRemoved } from './contract.ts';
import { can, mayNotChange, mayNotShare, type ViewFacts } from './policy.ts';
import { lockKept, lockView, savedView, viewById, type ViewRow } from './queries.ts';

const chooseTeam = problem('views/choose-team', 422, 'Which team is it for?', 'Choose one of the teams you see.');
const tooMany = problem('views/too-many', 409, 'There are too many views', 'Remove some that nobody uses.');
const onlyPeople = problem('views/only-people', 403, 'Views belong to teammates', 'Sign in as one of them.');

/** Most views of one workspace. */
const viewLimit = 2_000;

type Wish = Pick<SavedView, 'name' | 'visibility' | 'teamId' | 'filter' | 'columns' | 'sort'> & {
  readonly brandId?: string | null | undefined;
};

/** Save a view; the same id again is the same view. */
export async function makeView(ctx: Ctx, wish: Wish & { readonly id: string }): Promise<SavedView> {
  const isNew = await insertView(ctx, wish);
  const view = await viewById(ctx, wish.id);
  if (!isNew && (view.ownerId !== ctx.actor.id || view.name !== wish.name)) throw sameIdOtherBody();
  return savedView(ctx.actor, view);
}

/** Save a view, also one of a team that the actor is not in themselves; false where its id is there already. */
export async function insertView(ctx: Ctx, wish: Wish & { readonly id: string }): Promise<boolean> {
  const ownerId = ctx.actor.kind === 'teammate' ? ctx.actor.id : null;
  if (ownerId === null) throw onlyPeople();
  const shown = {
    ...wish,
    ownerId,
    teamId: wish.visibility === 'team' ? wish.teamId : null,
    brandId: await brandFor(ctx, wish),
  };
  await checkWish(ctx, shown);
  const { count } = await ctx.db
    .selectFrom('saved_views')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('workspace_id', '=', ctx.workspaceId)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (Number(count) >= viewLimit) throw tooMany();
  const written = await ctx.db
    .insertInto('saved_views')
    .values({
      workspace_id: ctx.workspaceId,
      id: wish.id,
      owner_id: ownerId,
      name: wish.name,
      visibility: wish.visibility,
      team_id: shown.teamId,
      brand_id: shown.brandId,
      filter: JSON.stringify(wish.filter),
      columns: [...wish.columns],
      sort: wish.sort,
      position: Number(count),
      changed_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows === 0n) return false;
  ctx.emit(viewSaved, wish.id, { visibility: wish.visibility });
  auditShared(ctx, wish.id, null, shown);
  return true;
}

/** What of a view is to change; what is absent stays. */
export type ViewChanges = { readonly [Key in keyof Wish | 'position']?: SavedView[Key] | undefined };

/** Change a view, or its place in the order. */
export async function changeView(ctx: Ctx, id: string, changes: ViewChanges): Promise<SavedView> {
  const before = await lockView(ctx, id);
  if (!can.change(ctx.actor, before)) throw mayNotChange();
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const merged = { ...before, ...given };
  const isNewlyShared = before.visibility === 'mine' && changes.brandId === undefined;
  const after = {
    ...merged,
    teamId: merged.visibility === 'team' ? merged.teamId : null,
    brandId: await brandFor(ctx, isNewlyShared ? { visibility: merged.visibility } : merged),
  };
  await updateView(ctx, before, after);
  return savedView(ctx.actor, await viewById(ctx, id));
}

/** Write what a view becomes, also one of a team that the actor is not in themselves. */
export async function updateView(ctx: Ctx, before: ViewRow, after: ViewRow): Promise<void> {
  const { id } = before;
  await checkWish(ctx, after);
  await ctx.db
    .updateTable('saved_views')
    .set({
      name: after.name,
      visibility: after.visibility,
      team_id: after.teamId,
      brand_id: after.brandId,
      filter: JSON.stringify(after.filter),
      columns: [...after.columns],
      sort: after.sort,
      position: after.position,
      changed_at: ctx.now,
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  ctx.emit(viewSaved, id, { visibility: after.visibility });
  auditShared(ctx, id, before, after);
}

/** Remove a view; what it held stays as it is. */
export async function removeView(ctx: Ctx, id: string): Promise<void> {
  const view = await lockView(ctx, id);
  if (!can.change(ctx.actor, view)) throw mayNotChange();
  await ctx.db
    .updateTable('saved_views')
    .set({ removed_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  ctx.emit(viewRemoved, id, {});
  auditShared(ctx, id, view, null);
}

/** Take a removal back; a view that is there stays as it is. */
export async function restoreView(ctx: Ctx, id: string): Promise<SavedView> {
  const view = await lockKept(ctx, id);
  if (!can.change(ctx.actor, view)) throw mayNotChange();
  await ctx.db
    .updateTable('saved_views')
    .set({ removed_at: null, changed_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  ctx.emit(viewSaved, id, { visibility: view.visibility });
  auditShared(ctx, id, null, view);
  return savedView(ctx.actor, await viewById(ctx, id));
}

type Shared = Pick<SavedView, 'name' | 'visibility' | 'teamId' | 'filter'> & { readonly brandId: string | null };

/** What others see is an administrator's matter; what somebody keeps for themselves is nobody's. */
function auditShared(ctx: Ctx, id: string, before: Shared | null, after: Shared | null): void {
  const [was, is] = [before, after].map((one) => (one && one.visibility !== 'mine' ? one : null));
  if (!was && !is) return;
  const ended = is ? 'changed' : 'withdrawn';
  const how = was ? ended : 'shared';
  const facts = (one: Shared | null | undefined) =>
    one ? { name: one.name, visibility: one.visibility, teamId: one.teamId, brandId: one.brandId } : null;
  const object = { objectKind: 'view', objectId: id, objectName: (is ?? was)?.name };
  ctx.audit({ action: `view.${how}`, ...object, before: facts(was), after: facts(is) });
}

/** Whose view it becomes where it is shared: as wished, else all brands for who serves all, else the first one served. */
async function brandFor(ctx: Ctx, wish: Pick<Wish, 'visibility' | 'brandId'>): Promise<string | null> {
  if (wish.visibility === 'mine') return null;
  if (wish.brandId) {
    if (!servesBrand(ctx.actor, wish.brandId)) throw notFound();
    return (await brandOf(ctx, wish.brandId)).id;
  }
  if (wish.brandId === null || ctx.actor.brandIds === 'all') return null;
  return (await brandsServed(ctx))[0]?.id ?? null;
}

async function checkWish(ctx: Ctx, wish: Wish & ViewFacts): Promise<void> {
  checkFilter(wish.filter);
  if (wish.visibility === 'team' && !(await teamNames(ctx)).some(({ id }) => id === wish.teamId)) throw chooseTeam();
  if (!can.share(ctx.actor, wish)) throw mayNotShare();
}
