import { type Selectable, sql } from 'kysely';
import { numbersOf } from '#domains/conversations';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { DB } from '#platform/database';
import { notFound } from '#platform/problem';
import type { ImprovementView } from './contract.ts';
import { can, visible } from './policy.ts';

export type ImprovementRow = Selectable<DB['improvements']>;

/** How many of the conversations that show it are named with it. */
const namedLimit = 5;

/** All of this workspace; narrow it further and run it. */
export function improvementRows(ctx: ReadCtx) {
  return ctx.db.selectFrom('improvements').selectAll().where('workspace_id', '=', ctx.workspaceId);
}

/** One that the actor may see, under its row lock. */
export async function lockImprovement(ctx: Ctx, id: string): Promise<ImprovementRow> {
  const row = await improvementRows(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row || !can.read(ctx.actor, { brandId: row.brand_id })) throw notFound();
  return row;
}

/** Which of several the reader may see. */
export async function improvementsSeen(ctx: ReadCtx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await ctx.db
    .selectFrom('improvements')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where(visible(ctx.actor))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** One as it is seen now. */
export async function improvementView(ctx: ReadCtx, id: string): Promise<ImprovementView> {
  const row = await improvementRows(ctx).where('id', '=', id).executeTakeFirst();
  const [view] = row && can.read(ctx.actor, { brandId: row.brand_id }) ? await viewsOf(ctx, [row]) : [];
  if (!view) throw notFound();
  return view;
}

/** Each with the newest conversations that show it, as far as the reader may see them. */
export async function viewsOf(ctx: ReadCtx, rows: readonly ImprovementRow[]): Promise<ImprovementView[]> {
  const shownIn = await newestOf(
    ctx,
    rows.map(({ id }) => id),
  );
  const known = await numbersOf(ctx, [...new Set(shownIn.map((one) => one.conversation_id))]);
  return rows.map((row) => ({
    id: row.id,
    brandId: row.brand_id,
    kind: row.kind as ImprovementView['kind'],
    title: row.title,
    words: row.words,
    state: row.state as ImprovementView['state'],
    ownerId: row.owner_id,
    outcome: row.outcome,
    supports: row.supports,
    seenIn: shownIn.flatMap(({ improvement_id, conversation_id }) => {
      const conversation = improvement_id === row.id ? known.get(conversation_id) : undefined;
      return conversation ? [{ id: conversation_id, ...conversation }] : [];
    }),
    suggestedBy: row.suggested_by,
    suggestedAt: row.suggested_at.toISOString(),
    settledBy: row.settled_by,
    settledAt: row.settled_at?.toISOString() ?? null,
    can: can.settle(ctx.actor, { brandId: row.brand_id }) ? ['settle'] : [],
  }));
}

async function newestOf(ctx: ReadCtx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ improvement_id: string; conversation_id: string }>`
    select newest.improvement_id, newest.conversation_id
    from unnest(${[...ids]}::uuid[]) as asked (id)
    cross join lateral (
      select improvement_id, conversation_id from improvement_supports
      where workspace_id = ${ctx.workspaceId} and improvement_id = asked.id
      order by said_at desc limit ${namedLimit}) newest`.execute(ctx.db);
  return rows;
}
