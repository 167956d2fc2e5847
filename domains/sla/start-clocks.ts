import { sql } from 'kysely';
import { isOpenedHere, rowHere } from '#domains/conversations';
import type { contactEnded, messageReceived, statusChanged } from '#domains/conversations/contract';
import type { Ctx, EventOf } from '#platform/ctx';
import { builtOnce, insertLater, newId } from '#platform/database';
import { conversationRow, owe } from './clocks.ts';
import { promisedBy, termsOf } from './promised-by.ts';

/** In the same transaction as the message: a customer who waits is never without their clock. */
export async function startClocks(ctx: Ctx, event: EventOf<typeof messageReceived>): Promise<void> {
  if (event.body.automatic) return;
  await startClock(ctx, event.subjectId, { id: event.body.entryId, at: event.occurredAt });
}

/** A customer tried to reach us and nobody was there: they wait as if they had written. */
export async function startMissedClock(ctx: Ctx, event: EventOf<typeof contactEnded>): Promise<void> {
  if (event.body.outcome !== 'missed' && event.body.outcome !== 'abandoned') return;
  await startClock(ctx, event.subjectId, { id: event.body.contactId, at: event.occurredAt });
}

/** Taken up again while the customer still waits: promised anew, from now. */
export async function resumeClock(ctx: Ctx, event: EventOf<typeof statusChanged>): Promise<void> {
  if (event.body.category !== 'open' || event.body.fromCategory === 'open') return;
  const conversation = await conversationRow(ctx, event.subjectId);
  if (!conversation.waiting_since) return;
  await startClock(ctx, event.subjectId, { id: event.id, at: event.occurredAt });
}

/** One clock of a kind runs at a time: a second message before our answer does not move the promise. */
export async function startClock(ctx: Ctx, conversationId: string, by: { id: string; at: Date }): Promise<void> {
  const isFirst = isOpenedHere(ctx, conversationId) && !ctx.memo.has(startedKey(conversationId));
  const [conversation, terms, clocks] = await Promise.all([
    rowHere(ctx, conversationId) ?? conversationRow(ctx, conversationId),
    termsOf(ctx),
    isFirst ? noneYet : clocksSoFar(ctx, conversationId),
  ]);
  const kind = conversation.last_out_at || clocks.answered ? 'next-reply' : 'first-reply';
  if (clocks.running.includes(kind)) return;
  const where = { brandId: conversation.brand_id, queueId: conversation.queue_id, kind, at: by.at } as const;
  const promised = await promisedBy(ctx, terms, where);
  if (!promised) return;
  const started = {
    workspace_id: ctx.workspaceId,
    id: newId(),
    conversation_id: conversationId,
    kind,
    policy_id: promised.policyId,
    calendar_id: promised.calendarId,
    brand_id: conversation.brand_id,
    team_id: conversation.team_id,
    target_seconds: promised.targetSeconds,
    started_by: by.id,
    started_at: by.at,
    warn_at: promised.warnAt,
    due_at: promised.dueAt,
  };
  await insertLater(ctx.db, 'clocks', started, { orNothing: true });
  ctx.memo.set(startedKey(conversationId), true);
  // a row that was born with this promise needs to be told nothing
  const isTold = conversation.due_kind === kind && conversation.due_at?.getTime() === promised.dueAt.getTime();
  const isAlone = clocks.running.length === 0 && conversation.due_kind !== 'promise';
  const isNearest = isAlone || !conversation.due_at || promised.dueAt < conversation.due_at;
  if (isNearest && !isTold) await owe(ctx, conversationId, { kind, dueAt: promised.dueAt }, conversation);
}

/** Where this transaction opened the conversation. */
const noneYet = { answered: false, running: [] as string[] };
/** Whether this transaction started one: then nothing is known without asking. */
const startedKey = (conversationId: string): string => `sla.started:${conversationId}`;

interface OfConversation {
  readonly workspaceId: string;
  readonly conversationId: string;
}

const soFar = builtOnce(
  (_, { workspaceId, conversationId }: OfConversation) => sql<{ answered: boolean; running: string[] }>`
    select
      exists (select from clocks
        where workspace_id = ${workspaceId} and conversation_id = ${conversationId} and met_at is not null) as answered,
      array (select kind from clocks
        where workspace_id = ${workspaceId} and conversation_id = ${conversationId}
          and met_at is null and withdrawn_at is null) as running`,
);

/**
 * Which clocks run here, and whether a human answered before, also by a call, which leaves no reply behind. Whoever
 * starts one holds the conversation's row, so that none starts beside this.
 */
async function clocksSoFar(ctx: Ctx, conversationId: string): Promise<{ answered: boolean; running: string[] }> {
  const [first] = await soFar(ctx.db, { workspaceId: ctx.workspaceId, conversationId });
  return first ?? { answered: false, running: [] };
}
