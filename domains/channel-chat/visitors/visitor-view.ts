import { sql } from 'kysely';
import { can, type Conversation, factsOf, load, loadMany } from '#domains/conversations';
import type { ReadCtx } from '#platform/ctx';
import type { Topic } from '#platform/domain';
import type { VisitorView } from '../contract.ts';
import { isThere } from './here.ts';
import { hasMailLine } from './talk.ts';
import { visitorTopic } from './tell.ts';
import { visitorsIn } from './visitors-in.ts';

/** Who is in the chat of a conversation, for whoever works on it: whether they are there, and what of ours they have not seen. */
export async function visitorOf(ctx: ReadCtx, conversationId: string): Promise<{ visitor: VisitorView | null }> {
  const conversation = await load(ctx, conversationId);
  if (!can.work(ctx.actor, factsOf(conversation))) return { visitor: null };
  const views = await viewsOf(ctx, [conversation]);
  return { visitor: views.get(conversation.id) ?? null };
}

/** One conversation and the visitor in it; its subject is the conversation. */
interface Row {
  readonly conversation: Conversation;
  readonly visitor: VisitorView | null;
}

/** Open screens follow whether the visitor of a conversation is there. */
export const chatVisitorTopic: Topic = {
  name: visitorTopic,
  async load(ctx, ids) {
    const conversations = await loadMany(ctx, ids);
    const views = await viewsOf(ctx, conversations);
    return new Map(
      conversations.map((conversation): [string, Row] => [
        conversation.id,
        { conversation, visitor: views.get(conversation.id) ?? null },
      ]),
    );
  },
  view(actor, row) {
    const { conversation, visitor } = row as Row;
    return can.work(actor, factsOf(conversation)) ? { visitor } : null;
  },
  rooms: () => [],
  async mayJoin(ctx, room) {
    const [conversation] = await loadMany(ctx, [idOf(room)]);
    return conversation !== undefined && can.work(ctx.actor, factsOf(conversation));
  },
  async head(ctx, room) {
    const visitor = (await viewsOf(ctx, await loadMany(ctx, [idOf(room)]))).get(idOf(room));
    return visitor ? `${visitor.isHere} ${visitor.unseen} ${visitor.goesByMail}` : null;
  },
};

function idOf(room: string): string {
  const id = room.slice(visitorTopic.length + 1);
  return /^[\da-f-]{36}$/u.test(id) ? id : '00000000-0000-0000-0000-000000000000';
}

/** The visitor who was in each conversation last; the caller has asked who may see it. */
async function viewsOf(
  ctx: ReadCtx,
  conversations: readonly Conversation[],
): Promise<ReadonlyMap<string, VisitorView>> {
  const ids = conversations.map(({ id }) => id);
  const taking = await visitorsIn(ctx, ids);
  const rows = await rowsOf(ctx, [...taking.values()].flat());
  const brandIds = [...new Set(conversations.map((one) => one.brand_id))];
  const byMail = new Map(await Promise.all(brandIds.map(async (id) => [id, await hasMailLine(ctx, id)] as const)));
  const views = new Map<string, VisitorView>();
  for (const { id, brand_id: brandId } of conversations) {
    const theirs = taking.get(id) ?? [];
    const row = rows.find((one) => theirs.includes(one.id));
    if (!row) continue;
    views.set(id, {
      isHere: isThere({ isHere: row.is_here, hereAt: row.here_at }, ctx.now),
      hereAt: row.here_at.toISOString(),
      address: row.address,
      page: row.page,
      unseen: Number(row.unseen),
      goesByMail: row.address !== null && byMail.get(brandId) === true,
    });
  }
  return views;
}

/** Newest first. */
async function rowsOf(ctx: ReadCtx, visitorIds: readonly string[]) {
  if (visitorIds.length === 0) return [];
  return ctx.db
    .selectFrom('chat_visitors')
    .select(['id', 'address', 'page', 'here_at', 'is_here'])
    .select((eb) =>
      eb
        .selectFrom('chat_said')
        .select((inner) => inner.fn.countAll<string>().as('count'))
        .where('chat_said.workspace_id', '=', ctx.workspaceId)
        .whereRef('chat_said.visitor_id', '=', 'chat_visitors.id')
        .where('chat_said.by_us', '=', true)
        .where('chat_said.seen_at', 'is', null)
        .where('chat_said.carried_at', 'is', null)
        .as('unseen'),
    )
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', sql<string>`any(${[...visitorIds]}::uuid[])`)
    .orderBy('here_at', 'desc')
    .execute();
}
