import type { Ctx, ReadCtx } from '#platform/ctx';
import { signInFirst } from '#platform/problem';

/** How a teammate is called where customers read it: as they chose, or null for their name here. */
export async function publicNameOf(ctx: ReadCtx, teammateId: string): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('mail_public_names')
    .select('name')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('teammate_id', '=', teammateId)
    .executeTakeFirst();
  return row?.name ?? null;
}

/** The name of whoever asks; empty where it is the one they have here. */
export async function myPublicName(ctx: ReadCtx): Promise<string> {
  if (!ctx.actor.id) throw signInFirst();
  return (await publicNameOf(ctx, ctx.actor.id)) ?? '';
}

/** Sets one's own public name; an empty one is taken away, and the name one has here holds again. */
export async function setPublicName(ctx: Ctx, given: string): Promise<string> {
  if (!ctx.actor.id) throw signInFirst();
  const name = given.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  const owner = { workspace_id: ctx.workspaceId, teammate_id: ctx.actor.id };
  if (name === '')
    await ctx.db
      .deleteFrom('mail_public_names')
      .where('workspace_id', '=', owner.workspace_id)
      .where('teammate_id', '=', owner.teammate_id)
      .execute();
  else
    await ctx.db
      .insertInto('mail_public_names')
      .values({ ...owner, name, changed_at: ctx.now })
      .onConflict((conflict) =>
        conflict.columns(['workspace_id', 'teammate_id']).doUpdateSet({ name, changed_at: ctx.now }),
      )
      .execute();
  return name;
}
