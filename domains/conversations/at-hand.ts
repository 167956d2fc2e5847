import { sql } from 'kysely';
import { ofBrandsServed } from '#domains/brands';
import type { ReplyOf } from '#platform/contract';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { problem } from '#platform/problem';
import type { listFull } from './contract.ts';
import { cursorOf, readCursor } from './keyset.ts';
import type { Conversation } from './load.ts';

const assigneeFull = problem(
  'conversations/assignee-full',
  409,
  'That teammate has as many at hand as they may have at once',
  'Hand it over anyway, choose somebody else, or let it wait in its queue.',
);

/** Whose hands are counted, and what is about to come into them. */
interface Handing {
  readonly teammateId: string;
  readonly kind: string;
  readonly more: number;
}

/** How many conversations of a kind of channel these teammates have at hand; put away until later is not at hand. */
export async function atHand(
  ctx: ReadCtx,
  kind: string,
  teammateIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await handsOf(ctx, [kind])
    .where('assignee_id', '=', sql<string>`any(${[...teammateIds]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.assignee_id ?? '', Number(row.has)]));
}

/**
 * Nobody's hands are filled unasked: where the channel lets a teammate have only so many at once, who hands one more to
 * somebody full says that they mean it. Two who do so at the same moment count one after the other. What Rapport does by
 * itself is bounded where it decides.
 */
export async function refuseFull(ctx: Ctx, conversation: Conversation, teammateId: string): Promise<void> {
  const kind = kindAtHand(conversation);
  if (kind === null || !isPerson(ctx)) return;
  await ctx.house.channels.get(kind)?.atOnce?.inTurn(ctx, teammateId);
  await refusePast(ctx, { teammateId, kind, more: 1 });
}

/** How full somebody is to whom a conversation would be handed, as `refuseFull` would ask about; null where they are not. */
export async function fullHands(
  ctx: ReadCtx,
  conversation: Conversation,
  teammateId: string,
): Promise<{ has: number; limit: number } | null> {
  const kind = kindAtHand(conversation);
  if (kind === null || conversation.assignee_id === teammateId) return null;
  return past(ctx, { teammateId, kind, more: 1 });
}

/** How much of each kind somebody has at hand and may have, where a channel sets a bound: for whoever foretells a handing over. */
export async function roomOf(
  ctx: ReadCtx,
  teammateId: string,
): Promise<ReadonlyMap<string, { has: number; limit: number }>> {
  const room = new Map<string, { has: number; limit: number }>();
  for (const { kind, atOnce } of ctx.house.channels.values()) {
    const limit = (await atOnce?.limits(ctx, [teammateId]))?.get(teammateId);
    if (limit !== undefined)
      room.set(kind, { has: (await atHand(ctx, kind, [teammateId])).get(teammateId) ?? 0, limit });
  }
  return room;
}

/** The same of many that are handed over together; each is asked again when its turn comes. */
export async function refuseFullOf(ctx: Ctx, ids: readonly string[], teammateId: string): Promise<void> {
  if (!isPerson(ctx)) return;
  const rows = await ctx.db
    .selectFrom('conversations')
    .select((eb) => ['last_channel', eb.fn.countAll<string>().as('more')])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('assignee_id', 'is distinct from', teammateId)
    .where('status_category', 'in', ['open', 'waiting'])
    .where('snoozed_until', 'is', null)
    .where('merged_at', 'is', null)
    .groupBy('last_channel')
    .execute();
  for (const row of rows) {
    if (row.last_channel !== null)
      await refusePast(ctx, { teammateId, kind: row.last_channel, more: Number(row.more) });
  }
}

/** Who has as many at hand as they may, of those who have something in a brand the reader serves too. */
export async function fullTeammates(
  ctx: ReadCtx,
  query: { readonly after?: string | undefined; readonly limit: number },
): Promise<ReplyOf<typeof listFull>> {
  const from = readCursor(query.after);
  const kinds = [...ctx.house.channels.values()].filter(({ atOnce }) => atOnce !== undefined).map(({ kind }) => kind);
  const found = await handsOf(ctx, kinds)
    .$if(from !== null, (some) =>
      some.where(sql<boolean>`(assignee_id, last_channel) > (${from?.id}::uuid, ${from?.value})`),
    )
    .having(sql<boolean>`bool_or(${ofBrandsServed(ctx.actor, sql`brand_id`)})`)
    .orderBy('assignee_id')
    .orderBy('last_channel')
    .limit(query.limit + 1)
    .execute();
  const hands = found.slice(0, query.limit).flatMap((row) => {
    const { assignee_id: teammateId, last_channel: channel } = row;
    return teammateId === null || channel === null ? [] : [{ teammateId, channel, has: Number(row.has) }];
  });
  const limits = new Map(
    await Promise.all(kinds.map(async (kind) => [kind, await limitsOf(ctx, kind, hands)] as const)),
  );
  const last = hands.at(-1);
  return {
    rows: hands.flatMap((one) => {
      const limit = limits.get(one.channel)?.get(one.teammateId);
      return limit !== undefined && one.has >= limit ? [{ ...one, limit }] : [];
    }),
    next: found.length > query.limit && last ? cursorOf(last.channel, last.teammateId) : null,
  };
}

async function limitsOf(ctx: ReadCtx, kind: string, hands: readonly { teammateId: string; channel: string }[]) {
  const ids = hands.filter(({ channel }) => channel === kind).map(({ teammateId }) => teammateId);
  return ctx.house.channels.get(kind)?.atOnce?.limits(ctx, ids);
}

/** By which channel's bound a conversation counts in somebody's hands; null while it does not. */
function kindAtHand(conversation: Conversation): string | null {
  const { last_channel: kind, status_category: category, snoozed_until: later } = conversation;
  return later === null && (category === 'open' || category === 'waiting') ? kind : null;
}

async function refusePast(ctx: Ctx, handing: Handing): Promise<void> {
  const full = await past(ctx, handing);
  if (full) throw assigneeFull({ more: { teammateId: handing.teammateId, channel: handing.kind, ...full } });
}

async function past(ctx: ReadCtx, { teammateId, kind, more }: Handing): Promise<{ has: number; limit: number } | null> {
  const limits = await ctx.house.channels.get(kind)?.atOnce?.limits(ctx, [teammateId]);
  const limit = limits?.get(teammateId);
  if (limit === undefined) return null;
  const has = (await atHand(ctx, kind, [teammateId])).get(teammateId) ?? 0;
  return has + more > limit ? { has, limit } : null;
}

function isPerson(ctx: ReadCtx): boolean {
  return ctx.actor.kind !== 'system' && ctx.actor.kind !== 'rule';
}

/** One index answers it: only what is open, assigned and not put away stands there. */
function handsOf(ctx: ReadCtx, kinds: readonly string[]) {
  return ctx.db
    .selectFrom('conversations')
    .select((eb) => ['assignee_id', 'last_channel', eb.fn.countAll<string>().as('has')])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('last_channel', '=', sql<string>`any(${[...kinds]}::text[])`)
    .where('assignee_id', 'is not', null)
    .where('status_category', 'in', ['open', 'waiting'])
    .where('snoozed_until', 'is', null)
    .where('merged_at', 'is', null)
    .groupBy(['assignee_id', 'last_channel']);
}
