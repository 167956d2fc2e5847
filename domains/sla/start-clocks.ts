import { sql } from 'kysely';
import { calendarById, standardCalendar } from '#domains/calendars';
import type { contactEnded, messageReceived, statusChanged } from '#domains/conversations/contract';
import type { Ctx, EventOf } from '#platform/ctx';
import { insertLater, newId } from '#platform/database';
import { conversationRow, owe, promisedTimes } from './clocks.ts';
import { allPolicies, firstFitting } from './policies.ts';

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
  const [conversation, policies, clocks, standard] = await Promise.all([
    conversationRow(ctx, conversationId),
    allPolicies(ctx),
    clocksSoFar(ctx, conversationId),
    standardCalendar(ctx),
  ]);
  const policy = firstFitting(policies, { brandId: conversation.brand_id, queueId: conversation.queue_id });
  const kind = conversation.last_out_at || clocks.answered ? 'next-reply' : 'first-reply';
  const targetSeconds = kind === 'first-reply' ? policy?.firstReplySeconds : policy?.nextReplySeconds;
  if (!policy || !targetSeconds || clocks.running.includes(kind)) return;
  const calendar = policy.calendarId ? await calendarById(ctx, policy.calendarId) : standard;
  const times = promisedTimes(calendar.hours, by.at, targetSeconds);
  if (!times) return; // a calendar that never opens promises nothing
  const started = {
    workspace_id: ctx.workspaceId,
    id: newId(),
    conversation_id: conversationId,
    kind,
    policy_id: policy.id,
    calendar_id: calendar.id,
    brand_id: conversation.brand_id,
    team_id: conversation.team_id,
    target_seconds: targetSeconds,
    started_by: by.id,
    started_at: by.at,
    warn_at: times.warnAt,
    due_at: times.dueAt,
  };
  await insertLater(ctx.db, 'clocks', started, { orNothing: true });
  const isNearest = !conversation.due_at || times.dueAt < conversation.due_at;
  if (isNearest) await owe(ctx, conversationId, { kind, dueAt: times.dueAt }, conversation);
}

/**
 * Which clocks run here, and whether a human answered before, also by a call, which leaves no reply behind. Whoever
 * starts one holds the conversation's row, so that none starts beside this.
 */
async function clocksSoFar(ctx: Ctx, conversationId: string): Promise<{ answered: boolean; running: string[] }> {
  const { rows } = await sql<{ answered: boolean; running: string[] }>`
    select
      exists (select from clocks
        where workspace_id = ${ctx.workspaceId} and conversation_id = ${conversationId} and met_at is not null) as answered,
      array (select kind from clocks
        where workspace_id = ${ctx.workspaceId} and conversation_id = ${conversationId}
          and met_at is null and withdrawn_at is null) as running`.execute(ctx.db);
  return rows[0] ?? { answered: false, running: [] };
}
