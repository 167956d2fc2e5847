import type { Ctx, ReadCtx } from '#platform/ctx';
import { newId } from '#platform/database';
import { catalogueChanged, type TitleView } from './contract.ts';
import { careersOf } from './own.ts';
import { mustEdit } from './policy.ts';
import { raiseVersion } from './version.ts';

/** What a role is called in a place; an empty title is what came with the program again. */
export async function nameRole(
  ctx: Ctx,
  at: { readonly role: string; readonly place: string },
  given: { readonly title: string; readonly source: string },
): Promise<TitleView[]> {
  mustEdit(ctx.actor);
  await raiseVersion(ctx);
  await ctx.db
    .insertInto('career_titles')
    .values({ workspace_id: ctx.workspaceId, ...at, ...given, entered_at: ctx.now, entered_by: ctx.actor.id })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'role', 'place'])
        .doUpdateSet({ ...given, entered_at: ctx.now, entered_by: ctx.actor.id }),
    )
    .execute();
  ctx.emit(catalogueChanged, newId(), { what: 'title', how: 'written' });
  return listTitles(ctx);
}

/** The role has its usual name there again. */
export async function unnameRole(
  ctx: Ctx,
  at: { readonly role: string; readonly place: string },
): Promise<TitleView[]> {
  mustEdit(ctx.actor);
  await raiseVersion(ctx);
  await ctx.db
    .deleteFrom('career_titles')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('role', '=', at.role)
    .where('place', '=', at.place)
    .execute();
  ctx.emit(catalogueChanged, newId(), { what: 'title', how: 'ended' });
  return listTitles(ctx);
}

/** Every name of a role in a place that is shown now. */
export async function listTitles(ctx: ReadCtx): Promise<TitleView[]> {
  mustEdit(ctx.actor);
  return [...(await careersOf(ctx, 'en')).titles];
}
