import { sql } from 'kysely';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { mayNot, notFound } from '#platform/problem';
import type { KeepingView } from './contract.ts';
import { can } from './policy.ts';

/** All types that domains keep for a time, in the order of the house. */
export function keptTypes(ctx: Pick<ReadCtx, 'house'>) {
  return ctx.house.domains.flatMap((domain) => domain.keeps ?? []);
}

/** How long each type is kept, and what the last night took away. */
export async function listKeepings(ctx: ReadCtx): Promise<readonly KeepingView[]> {
  if (!can.keep(ctx.actor)) throw mayNot();
  const { rows } = await sql<{
    type: string;
    days: number;
    ran_at: Date | null;
    removed: number | null;
    held: number | null;
  }>`
    select k.type, k.days, last.ran_at, last.removed, last.held from keeping_times k
    left join lateral (
      select ran_at, removed, held from keeping_runs r
      where r.workspace_id = ${ctx.workspaceId} and r.type = k.type order by ran_at desc limit 1) last on true
    where k.workspace_id = ${ctx.workspaceId}`.execute(ctx.db);
  const byType = new Map(rows.map((row) => [row.type, row]));
  return keptTypes(ctx).map(({ type, title, says }) => {
    const row = byType.get(type);
    const lastRun = row?.ran_at
      ? { at: row.ran_at.toISOString(), removed: row.removed ?? 0, held: row.held ?? 0 }
      : null;
    return { type, title, says, days: row?.days ?? null, lastRun };
  });
}

/** Says for how long a type is kept; null keeps it until somebody erases it. */
export async function setKeeping(ctx: Ctx, type: string, days: number | null): Promise<KeepingView> {
  if (!keptTypes(ctx).some((one) => one.type === type)) throw notFound();
  if (!can.keep(ctx.actor)) throw mayNot();
  const before = (await listKeepings(ctx)).find((one) => one.type === type);
  if (days === null)
    await ctx.db
      .deleteFrom('keeping_times')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('type', '=', type)
      .execute();
  else {
    const said = { days, set_at: ctx.now, set_by: ctx.actor.id, walked_to: null };
    await ctx.db
      .insertInto('keeping_times')
      .values({ workspace_id: ctx.workspaceId, type, ...said })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'type']).doUpdateSet(said))
      .execute();
  }
  ctx.audit({
    action: 'keeping-time.set',
    objectKind: 'keeping-time',
    objectId: null,
    objectName: type,
    before: { days: before?.days ?? null },
    after: { days },
  });
  const after = (await listKeepings(ctx)).find((one) => one.type === type);
  if (!after) throw notFound();
  return after;
}
