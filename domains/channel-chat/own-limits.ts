import { sql } from 'kysely';
import { knownTeammates, teammateNames } from '#domains/identity';
import { isUuid, type ReplyOf } from '#platform/contract';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { invalidInput, mayNot, notFound } from '#platform/problem';
import { chatLimitChanged, type listChatLimits, type OwnLimitView } from './contract.ts';
import { can } from './policy.ts';
import { chatGoalSeconds, mailAfterSeconds, workspaceLimit } from './settings.ts';
import { tellLimit } from './topic.ts';

/** Most numbers of single teammates that a file of set-up holds. */
const fileLimit = 10_000;

/** How many chats this teammate has at once: their own number, else the workspace's. */
export async function chatLimit(ctx: ReadCtx, teammateId: string | null): Promise<number> {
  const own = teammateId === null ? null : await ownLimit(ctx, teammateId);
  return own ?? workspaceLimit(ctx);
}

/** How many chats each of these teammates has at once. */
export async function chatLimits(ctx: ReadCtx, teammateIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const [own, all] = [await ownLimitsOf(ctx, teammateIds), await workspaceLimit(ctx)];
  return new Map(teammateIds.map((id) => [id, own.get(id) ?? all]));
}

/** The number that was given to a teammate alone; null where they have the workspace's. */
export async function ownLimit(ctx: ReadCtx, teammateId: string): Promise<number | null> {
  return (await ownLimitsOf(ctx, [teammateId])).get(teammateId) ?? null;
}

/** The workspace's number, and the teammates who have one of their own, in the order they came to the workspace. */
export async function listOwnLimits(
  ctx: ReadCtx,
  query: { readonly after?: string | undefined; readonly limit: number },
): Promise<ReplyOf<typeof listChatLimits>> {
  if (!can.seeLimits(ctx.actor)) throw notFound();
  const { rows, next } = await ownLimits(ctx, query);
  return {
    rows: await viewsOf(ctx, rows),
    next,
    workspace: {
      limit: await workspaceLimit(ctx),
      goalSeconds: await chatGoalSeconds(ctx),
      mailAfterSeconds: await mailAfterSeconds(ctx),
    },
    can: can.setLimits(ctx.actor) ? ['change'] : [],
  };
}

/** Gives a teammate a number of their own, or takes it away again (null): what they have at hand stays theirs. */
export async function setOwnLimit(ctx: Ctx, teammateId: string, limit: number | null): Promise<void> {
  if (!can.setLimits(ctx.actor)) throw mayNot();
  const name = (await teammateNames(ctx, [teammateId])).get(teammateId);
  if (name === undefined) throw notFound();
  if (limit !== null && !(await knownTeammates(ctx, [teammateId])).has(teammateId)) throw notFound();
  await inTurn(ctx, teammateId);
  const before = await ownLimit(ctx, teammateId);
  if (before === limit) return;
  if (limit === null) {
    await ctx.db
      .deleteFrom('chat_limits')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('teammate_id', '=', teammateId)
      .execute();
  } else {
    const row = { at_once: limit, changed_at: ctx.now };
    await ctx.db
      .insertInto('chat_limits')
      .values({ workspace_id: ctx.workspaceId, teammate_id: teammateId, ...row })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'teammate_id']).doUpdateSet(row))
      .execute();
  }
  ctx.emit(chatLimitChanged, teammateId, { limit, before });
  tellLimit(ctx, teammateId);
  ctx.audit({
    action: 'own-limit.changed',
    objectKind: 'teammate',
    objectId: teammateId,
    objectName: name,
    before: before === null ? null : { limit: before },
    after: limit === null ? null : { limit },
  });
}

/** Every number of a teammate at work, for a file of set-up. */
export async function limitsForFile(ctx: ReadCtx): Promise<readonly { teammateId: string; limit: number }[]> {
  const { rows } = await ownLimits(ctx, { limit: fileLimit });
  const atWork = await knownTeammates(
    ctx,
    rows.map((row) => row.teammate_id),
  );
  return rows.flatMap((row) =>
    atWork.has(row.teammate_id) ? { teammateId: row.teammate_id, limit: row.at_once } : [],
  );
}

/**
 * Whatever decides how many chats one teammate has waits here for its turn, and counts afterwards: two that are taken at
 * the same moment would each see the place that only one of them has.
 */
export async function inTurn(ctx: Ctx, teammateId: string): Promise<void> {
  const name = `${ctx.workspaceId} chats ${teammateId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(ctx.db);
}

async function ownLimitsOf(ctx: ReadCtx, teammateIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await ctx.db
    .selectFrom('chat_limits')
    .select(['teammate_id', 'at_once'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('teammate_id', '=', sql<string>`any(${[...teammateIds]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.teammate_id, row.at_once]));
}

interface LimitRow {
  readonly teammate_id: string;
  readonly at_once: number;
  readonly changed_at: Date;
}

async function ownLimits(
  ctx: ReadCtx,
  query: { readonly after?: string | undefined; readonly limit: number },
): Promise<{ readonly rows: readonly LimitRow[]; readonly next: string | null }> {
  const { after } = query;
  if (after !== undefined && !isUuid(after))
    throw invalidInput({ fields: [{ path: 'query.after', message: 'is no `next` of a page' }] });
  const found = await ctx.db
    .selectFrom('chat_limits')
    .select(['teammate_id', 'at_once', 'changed_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .$if(after !== undefined, (some) => some.where('teammate_id', '>', after ?? ''))
    .orderBy('teammate_id')
    .limit(query.limit + 1)
    .execute();
  const rows = found.slice(0, query.limit);
  return { rows, next: found.length > query.limit ? (rows.at(-1)?.teammate_id ?? null) : null };
}

async function viewsOf(ctx: ReadCtx, rows: readonly LimitRow[]): Promise<OwnLimitView[]> {
  const ids = rows.map((row) => row.teammate_id);
  const [names, atWork] = [await teammateNames(ctx, ids), await knownTeammates(ctx, ids)];
  return rows.map((row) => ({
    teammateId: row.teammate_id,
    name: names.get(row.teammate_id) ?? '',
    hasLeft: !atWork.has(row.teammate_id),
    limit: row.at_once,
    changedAt: row.changed_at.toISOString(),
  }));
}
