import type { Ctx, ReadCtx } from '#platform/ctx';
import { newId } from '#platform/database';
import { notFound, problem } from '#platform/problem';
import { catalogueChanged, type PayEntry, type PayGiven } from './contract.ts';
import { careersOf, ownOf } from './own.ts';
import { mustEdit } from './policy.ts';
import { raiseVersion } from './version.ts';

const noSuchPlace = problem(
  'careers/no-such-role-or-place',
  422,
  'The catalogue has no such role or place',
  'Choose both from the lists, or write them into the catalogue first.',
);

/** Enters a range of pay: the one that was known for the role, place and experience ends. The same id again is one entry. */
export async function enterPay(ctx: Ctx, id: string, given: PayGiven): Promise<PayEntry[]> {
  mustEdit(ctx.actor);
  const { catalogue } = await careersOf(ctx, 'en');
  if (!catalogue.role(given.role) || !catalogue.place(given.place)) throw noSuchPlace();
  await raiseVersion(ctx);
  const there = await ctx.db
    .selectFrom('career_pay')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!there) {
    await ctx.db
      .updateTable('career_pay')
      .set({ ended_at: ctx.now })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('role', '=', given.role)
      .where('place', '=', given.place)
      .where('experience', '=', given.experience)
      .where('ended_at', 'is', null)
      .execute();
    await insert(ctx, id, given);
    ctx.emit(catalogueChanged, newId(), { what: 'pay', how: 'written' });
  }
  return listPay(ctx);
}

/** Takes a range of their own away: what came with the program shows again, or nothing. */
export async function endPay(ctx: Ctx, id: string): Promise<PayEntry[]> {
  mustEdit(ctx.actor);
  const ended = await ctx.db
    .updateTable('career_pay')
    .set({ ended_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (ended.numUpdatedRows === 0n) throw notFound();
  await raiseVersion(ctx);
  ctx.emit(catalogueChanged, newId(), { what: 'pay', how: 'ended' });
  return listPay(ctx);
}

/** Every range that is shown now; those of the workspace's own have an id. */
export async function listPay(ctx: ReadCtx): Promise<PayEntry[]> {
  mustEdit(ctx.actor);
  const { pay } = await careersOf(ctx, 'en');
  const own = new Set((await ownOf(ctx)).pay.map(({ id }) => id));
  return pay.map((one) => ({ ...one, id: 'id' in one && own.has(String(one.id)) ? String(one.id) : null }));
}

async function insert(ctx: Ctx, id: string, given: PayGiven): Promise<void> {
  const { lowMinor, highMinor, sourceUrl, ...plain } = given;
  await ctx.db
    .insertInto('career_pay')
    .values({
      workspace_id: ctx.workspaceId,
      id,
      ...plain,
      low_minor: lowMinor,
      high_minor: highMinor,
      source_url: sourceUrl,
      entered_at: ctx.now,
      entered_by: ctx.actor.id,
    })
    .execute();
}
