import type { Selectable } from 'kysely';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { DB } from '#platform/database';
import { notFound } from '#platform/problem';
import { can, type ConversationFacts } from './policy.ts';
import { anyOf, columns } from './sql.ts';

/** A row of the table, as it is. */
export type ConversationRecord = Selectable<DB['conversations']>;

/** A row with what the policy needs beside it. */
export interface Conversation extends ConversationRecord {
  readonly grantedTo: ReadonlySet<string>;
}

/** Most people let in to one confidential conversation. */
const grantLimit = 500;

/** What the policy looks at, from a row. */
export function factsOf(c: Conversation): ConversationFacts {
  return {
    brandId: c.brand_id,
    teamId: c.team_id,
    assigneeId: c.assignee_id,
    confidentialAt: c.confidential_at,
    closedAt: c.closed_at,
    mergedAt: c.merged_at,
    grantedTo: c.grantedTo,
  };
}

/** Loads a conversation the actor may see; what they may not see does not exist. */
export async function load(ctx: ReadCtx, id: string): Promise<Conversation> {
  const row = await byId(ctx, id).executeTakeFirst();
  return seen(ctx, row);
}

/** The same, under its row lock: whoever changes it next waits. */
export async function lock(ctx: Ctx, id: string): Promise<Conversation> {
  const row = await byId(ctx, id).forUpdate().executeTakeFirst();
  return seen(ctx, row);
}

/** Longest chain of merges that is followed; each merge makes it at most one longer. */
const chainLimit = 50;

/** Where its messages are today, under the row lock: a merged one is followed, so that nothing comes to a tombstone. */
export async function lockSurvivor(ctx: Ctx, id: string): Promise<Conversation> {
  let conversation = await lock(ctx, id);
  for (let step = 0; step < chainLimit && conversation.merged_into_id; step += 1)
    conversation = await lock(ctx, conversation.merged_into_id);
  return conversation;
}

/** Several at once, unseen ones left out. */
export async function loadMany(ctx: ReadCtx, ids: readonly string[]): Promise<readonly Conversation[]> {
  if (ids.length === 0) return [];
  const [first = ''] = ids;
  const rows = await (ids.length === 1 ? byId(ctx, first) : byIds(ctx, ids)).execute();
  const grants = await grantsOf(
    ctx,
    rows.filter((row) => row.confidential_at !== null).map((row) => row.id),
  );
  return rows
    .map((row): Conversation => ({ ...row, grantedTo: grants.get(row.id) ?? new Set() }))
    .filter((conversation) => can.read(ctx.actor, factsOf(conversation)));
}

/** Number and subject of several, for other domains to name them; unseen ones left out. */
export async function numbersOf(
  ctx: ReadCtx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly number: number; readonly subject: string }>> {
  const found = await loadMany(ctx, ids);
  return new Map(found.map(({ id, number, subject }) => [id, { number, subject }]));
}

/** One by its key: for `any` of one PostgreSQL thinks that planning anew each time pays, and it never does. */
function byId(ctx: ReadCtx, id: string) {
  return rowsOf(ctx).where('id', '=', id);
}

function byIds(ctx: ReadCtx, ids: readonly string[]) {
  return rowsOf(ctx).where('id', '=', anyOf(ids));
}

function rowsOf(ctx: ReadCtx) {
  return ctx.db.selectFrom('conversations').select(columns).where('workspace_id', '=', ctx.workspaceId);
}

async function seen(ctx: ReadCtx, row: ConversationRecord | undefined): Promise<Conversation> {
  if (!row) throw notFound();
  const grants = row.confidential_at === null ? new Map<string, ReadonlySet<string>>() : await grantsOf(ctx, [row.id]);
  const conversation = { ...row, grantedTo: grants.get(row.id) ?? new Set<string>() };
  if (!can.read(ctx.actor, factsOf(conversation))) throw notFound();
  return conversation;
}

/** Who was let in to these confidential conversations: ids of teammates and of teams. */
export async function grantsOf(
  ctx: ReadCtx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const byConversation = new Map<string, Set<string>>();
  if (ids.length === 0) return byConversation;
  const rows = await ctx.db
    .selectFrom('conversation_grants')
    .select(['conversation_id', 'teammate_id'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', anyOf(ids))
    .limit(grantLimit * ids.length)
    .execute();
  const teams = await ctx.db
    .selectFrom('conversation_team_grants')
    .select(['conversation_id', 'team_id'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', anyOf(ids))
    .limit(grantLimit * ids.length)
    .execute();
  for (const [id, guest] of [
    ...rows.map((row) => [row.conversation_id, row.teammate_id] as const),
    ...teams.map((row) => [row.conversation_id, row.team_id] as const),
  ]) {
    const guests = byConversation.get(id) ?? new Set<string>();
    guests.add(guest);
    byConversation.set(id, guests);
  }
  return byConversation;
}
