import type { Ctx } from '#platform/ctx';
import { notFound, problem, sameIdOtherBody, signInFirst } from '#platform/problem';
import { change } from '../change.ts';
import {
  type DraftContent,
  replyRescheduled,
  replyScheduled,
  type ScheduledReplyView,
  scheduleCancelled,
} from '../contract.ts';
import { type Conversation, factsOf, load, lock } from '../load.ts';
import { can, mayNotReply } from '../policy.ts';
import { refuseUnseen } from '../send-guard.ts';
import { backToDraft } from './back-to-draft.ts';
import {
  lockWaiting,
  type Scheduled,
  type ScheduledBody,
  scheduledLimit,
  scheduledView,
  waitingById,
  waitingIn,
} from './scheduled.ts';

const inThePast = problem(
  'conversations/send-in-the-past',
  422,
  'That time has passed',
  'Choose a later time, or send it now.',
);
const tooFar = problem('conversations/send-too-late', 422, 'That is more than a year away', 'Choose an earlier time.');
const nothingWritten = problem(
  'conversations/nothing-to-schedule',
  422,
  'This message says nothing',
  'Write something, or add a file.',
);
const tooMany = problem(
  'conversations/too-many-scheduled',
  409,
  'Too many replies wait here already',
  'Send some, or call them off.',
);
const notYours = problem(
  'conversations/scheduled-by-another',
  403,
  'A colleague wrote this',
  'It leaves in their name: only they can change or send it. You can call it off.',
);

/** Longest time a reply can wait, in days. */
const daysLimit = 366;

export interface ToSchedule {
  readonly id: string;
  readonly text: string;
  readonly content: DraftContent;
  readonly sendAt: string;
  readonly lastSeenVersion: number;
  readonly then: ScheduledReplyView['then'];
  readonly closeAnyway: boolean;
}

/** Send a reply later: it is held here and is no answer until it leaves. The same one again is scheduled once. */
export async function schedule(ctx: Ctx, conversationId: string, given: ToSchedule): Promise<ScheduledReplyView> {
  const before = await lock(ctx, conversationId);
  if (!can.reply(ctx.actor, factsOf(before))) throw mayNotReply();
  if (!ctx.actor.id) throw signInFirst();
  const { uploadIds, forwards } = given.content;
  if (given.text.trim() === '' && !forwards && !uploadIds?.length) throw nothingWritten();
  const sendAt = checkedTime(ctx, given.sendAt);
  await refuseUnseen(ctx, before, given.lastSeenVersion);
  if ((await waitingIn(ctx, conversationId)).length >= scheduledLimit) throw tooMany();
  const made = await ctx.db
    .insertInto('scheduled_replies')
    .values({
      workspace_id: ctx.workspaceId,
      id: given.id,
      conversation_id: conversationId,
      teammate_id: ctx.actor.id,
      body: JSON.stringify({ ...given.content, text: given.text }),
      after_reply: given.then,
      close_anyway: given.closeAnyway,
      send_at: sendAt,
      made_at: ctx.now,
      seen_version: before.version,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst();
  const row = await waitingById(ctx, given.id);
  if (row.conversation_id !== conversationId || row.teammate_id !== ctx.actor.id) throw sameIdOtherBody();
  if (made.numInsertedOrUpdatedRows !== 1n) return scheduledView(ctx, before, row);
  await tellScreens(ctx, before);
  ctx.emit(replyScheduled, conversationId, { replyId: given.id, dueAt: sendAt.toISOString() });
  wakeAt(ctx, given.id, sendAt);
  return scheduledView(ctx, before, row);
}

/** Other words or another time; one that was stopped waits for its time again, as its author has seen why. */
export async function reschedule(
  ctx: Ctx,
  id: string,
  given: { text: string; html?: string | null | undefined; sendAt: string; lastSeenVersion: number },
): Promise<ScheduledReplyView> {
  const { row, conversation } = await ownWaiting(ctx, id);
  const sendAt = checkedTime(ctx, given.sendAt);
  await refuseUnseen(ctx, conversation, given.lastSeenVersion);
  const { html, ...rest } = row.body as unknown as ScheduledBody;
  const markup = given.html === undefined ? html : (given.html ?? undefined);
  const body = { ...rest, ...(markup === undefined ? {} : { html: markup }), text: given.text };
  if (given.text.trim() === '' && !body.forwards && !body.uploadIds?.length) throw nothingWritten();
  await set(ctx, id, {
    body: JSON.stringify(body),
    send_at: sendAt,
    seen_version: conversation.version,
    stopped_at: null,
    stopped_because: null,
    stopped_says: null,
  });
  await tellScreens(ctx, conversation);
  ctx.emit(replyRescheduled, conversation.id, { replyId: id, dueAt: sendAt.toISOString() });
  wakeAt(ctx, id, sendAt);
  return scheduledView(ctx, conversation, await waitingById(ctx, id));
}

/** Called off by its author or a colleague who may answer here; its words come back. */
export async function cancelScheduled(ctx: Ctx, id: string): Promise<ScheduledReplyView> {
  const { conversation_id } = await waitingById(ctx, id);
  const conversation = await lock(ctx, conversation_id);
  const row = await lockWaiting(ctx, id);
  if (!row) throw notFound();
  if (!can.reply(ctx.actor, factsOf(conversation))) throw mayNotReply();
  const view = await scheduledView(ctx, conversation, row);
  await backToDraft(ctx, row);
  await set(ctx, id, { cancelled_at: ctx.now, cancelled_by: ctx.actor.id, body: '{"text":""}' });
  await tellScreens(ctx, conversation);
  ctx.emit(scheduleCancelled, conversation.id, { replyId: id, teammateId: row.teammate_id });
  return view;
}

/** One that the actor wrote, locked with its conversation, in that order: so do all who touch both. */
export async function ownWaiting(ctx: Ctx, id: string): Promise<{ row: Scheduled; conversation: Conversation }> {
  const { conversation_id } = await waitingById(ctx, id);
  await load(ctx, conversation_id);
  const conversation = await lock(ctx, conversation_id);
  const row = await lockWaiting(ctx, id);
  if (!row) throw notFound();
  if (!can.reply(ctx.actor, factsOf(conversation))) throw mayNotReply();
  if (row.teammate_id !== ctx.actor.id) throw notYours();
  return { row, conversation };
}

/** Writes to one that waits. */
export async function set(ctx: Ctx, id: string, values: Readonly<Record<string, unknown>>): Promise<void> {
  await ctx.db
    .updateTable('scheduled_replies')
    .set(values)
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** A job for its moment; should it be lost, the clock finds the row within a minute. */
export function wakeAt(ctx: Ctx, id: string, at: Date): void {
  ctx.enqueue('conversations.send-scheduled', { id }, { startAfter: at });
}

/** Whoever has the conversation open sees what waits. */
export async function tellScreens(ctx: Ctx, conversation: Conversation): Promise<void> {
  await change(ctx, conversation, {});
}

function checkedTime(ctx: Ctx, given: string): Date {
  const at = new Date(given);
  if (at <= ctx.now) throw inThePast();
  if (at.getTime() > ctx.now.getTime() + daysLimit * 86_400_000) throw tooFar();
  return at;
}
