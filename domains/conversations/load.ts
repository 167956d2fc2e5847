import type { Kysely, Selectable } from 'kysely';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { builtOnce, type DB } from '#platform/database';
import { notFound } from '#platform/problem';
import { can, type ConversationFacts } from './policy.ts';
import { anyOf, columns, type rowColumns } from './sql.ts';

/** A row of the table, as it is. */
export type ConversationRecord = Selectable<DB['conversations']>;

/** The part of a row that a list shows. */
export type ListedRow = Pick<ConversationRecord, (typeof rowColumns)[number]>;

/** A row with what the policy needs beside it. */
export interface Conversation extends ConversationRecord, Guests {}

/** Who sees a conversation by name: those let in to a confidential one, and the guests it is shared with. */
export interface Guests {
  readonly grantedTo: ReadonlySet<string>;
  readonly sharedWith: ReadonlySet<string>;
}

/** Nobody by name. */
export const noGuests: Guests = { grantedTo: new Set(), sharedWith: new Set() };

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
    sharedWith: c.sharedWith,
  };
}

/** Loads a conversation the actor may see; what they may not see does not exist. */
export async function load(ctx: ReadCtx, id: string): Promise<Conversation> {
  const [row] = await rowOfId(ctx.db, { workspaceId: ctx.workspaceId, id });
  return seen(ctx, row);
}

/** The same, under its row lock: whoever changes it next waits. */
export async function lock(ctx: Ctx, id: string): Promise<Conversation> {
  const [row] = await rowToChange(ctx.db, { workspaceId: ctx.workspaceId, id });
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
  const { workspaceId } = ctx;
  const [id = ''] = ids;
  // one by its key: for `any` of one PostgreSQL thinks that planning anew each time pays, and it never does
  const rows = await (ids.length === 1
    ? rowOfId(ctx.db, { workspaceId, id })
    : rowsOfIds(ctx.db, { workspaceId, ids }));
  return (await withGuests(ctx, rows)).filter((conversation) => can.read(ctx.actor, factsOf(conversation)));
}

/** Which of several the reader may see. */
export async function seenOf(ctx: ReadCtx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set((await loadMany(ctx, ids)).map(({ id }) => id));
}

/** Number and subject of several, for other domains to name them; unseen ones left out. */
export async function numbersOf(
  ctx: ReadCtx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly number: number; readonly subject: string }>> {
  const found = await loadMany(ctx, ids);
  return new Map(found.map(({ id, number, subject }) => [id, { number, subject }]));
}

interface OneId {
  readonly workspaceId: string;
  readonly id: string;
}

const rowOfId = builtOnce((db, given: OneId) => wholeRows(db, given).where('id', '=', given.id));
const rowToChange = builtOnce((db, given: OneId) => wholeRows(db, given).where('id', '=', given.id).forUpdate());
const rowsOfIds = builtOnce((db, given: { readonly workspaceId: string; readonly ids: readonly string[] }) =>
  wholeRows(db, given).where('id', '=', anyOf(given.ids)),
);

function wholeRows(db: Kysely<DB>, given: { readonly workspaceId: string }) {
  return db.selectFrom('conversations').select(columns).where('workspace_id', '=', given.workspaceId);
}

async function seen(ctx: ReadCtx, row: ConversationRecord | undefined): Promise<Conversation> {
  if (!row) throw notFound();
  const [conversation] = await withGuests(ctx, [row]);
  if (!conversation || !can.read(ctx.actor, factsOf(conversation))) throw notFound();
  return conversation;
}

/** Rows with who sees them by name: asked for where there can be anybody, which is seldom. */
export async function withGuests(ctx: ReadCtx, rows: readonly ConversationRecord[]): Promise<readonly Conversation[]> {
  const idsWhere = (isMeant: (row: ConversationRecord) => boolean): readonly string[] =>
    rows.filter(isMeant).map(({ id }) => id);
  const confided = idsWhere((row) => row.confidential_at !== null);
  const shared = idsWhere((row) => row.shared_at !== null);
  const [grants, shares] = await Promise.all([grantsOf(ctx, confided), namedIn(ctx, 'conversation_shares', shared)]);
  return rows.map((row) => ({
    ...row,
    grantedTo: grants.get(row.id) ?? noGuests.grantedTo,
    sharedWith: shares.get(row.id) ?? noGuests.sharedWith,
  }));
}

/** Who was let in to these confidential conversations: ids of teammates and of teams. */
async function grantsOf(ctx: ReadCtx, ids: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  if (ids.length === 0) return new Map();
  const people = await namedIn(ctx, 'conversation_grants', ids);
  const teams = await ctx.db
    .selectFrom('conversation_team_grants')
    .select(['conversation_id', 'team_id'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', anyOf(ids))
    .limit(grantLimit * ids.length)
    .execute();
  const letIn = new Map([...people].map(([id, named]) => [id, new Set(named)]));
  for (const { conversation_id: id, team_id: team } of teams) letIn.set(id, (letIn.get(id) ?? new Set()).add(team));
  return letIn;
}

/** The teammates whom a table names for each of these conversations. */
async function namedIn(
  ctx: ReadCtx,
  table: 'conversation_grants' | 'conversation_shares',
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const named = new Map<string, Set<string>>();
  if (ids.length === 0) return named;
  const rows = await ctx.db
    .selectFrom(table)
    .select(['conversation_id', 'teammate_id'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', anyOf(ids))
    .limit(grantLimit * ids.length)
    .execute();
  for (const { conversation_id: id, teammate_id: one } of rows) named.set(id, (named.get(id) ?? new Set()).add(one));
  return named;
}
