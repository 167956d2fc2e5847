import { loadActors } from '#domains/identity';
import { notify } from '#domains/notices';
import { teammateIdsOfTeams } from '#domains/teams';
import type { Ctx, EventOf } from '#platform/ctx';
import { after, type Job, type NoticeKind, type Reaction, task, within } from '#platform/domain';
import * as z from 'zod';
import {
  conversationAssigned,
  conversationShared,
  deliverySettled,
  messageReceived,
  noteAdded,
  promiseMade,
  scheduleCancelled,
  scheduleStopped,
} from './contract.ts';
import { followersOf } from './follow.ts';
import { type Conversation, factsOf, loadMany } from './load.ts';
import { can } from './policy.ts';

/** What people hear about conversations, beside what their lists show. */
export const noticeKinds: readonly NoticeKind[] = [
  { name: 'conversation-assigned', says: 'Somebody gave you a conversation', level: 'customer' },
  { name: 'conversation-shared', says: 'Somebody shared a conversation with you', level: 'mention' },
  { name: 'note-mention', says: 'A colleague named you or your team in a note', level: 'mention' },
  { name: 'followed-message', says: 'A customer wrote in a conversation you follow', level: 'customer' },
  { name: 'reply-came-back', says: 'A reply of yours came back undelivered', level: 'customer' },
  { name: 'later-stopped', says: 'A reply of yours that was to leave later was stopped', level: 'customer' },
  { name: 'promise-due', says: 'Something you promised a customer is due within half an hour', level: 'customer' },
];

/** How long before its time a promise is called to mind, in minutes. */
const promiseLeadMinutes = 30;

export const noticeReactions: readonly Reaction[] = [
  after(conversationAssigned, tellAssignee),
  after(conversationShared, tellGuest),
  after(noteAdded, tellMentioned),
  after(messageReceived, tellFollowers),
  after(deliverySettled, tellWriter),
  after(scheduleStopped, tellStopped),
  after(scheduleCancelled, tellCalledOff),
  within(promiseMade, planPromiseNotice),
];

/** Whose conversation it became is told, unless they took it themselves or it went on meanwhile. */
async function tellAssignee(ctx: Ctx, event: EventOf<typeof conversationAssigned>): Promise<void> {
  const { assigneeId, fromAssigneeId } = event.body;
  if (!assigneeId || assigneeId === fromAssigneeId || assigneeId === event.actorId) return;
  const conversation = await present(ctx, event.subjectId);
  if (conversation?.assignee_id !== assigneeId) return;
  await tell(ctx, conversation, [assigneeId], {
    kind: 'conversation-assigned',
    causeId: event.id,
    occurredAt: event.occurredAt,
    body: { byId: event.actorId },
  });
}

/** The guest a conversation is shared with is told, unless sharing ended meanwhile. */
async function tellGuest(ctx: Ctx, event: EventOf<typeof conversationShared>): Promise<void> {
  const conversation = await present(ctx, event.subjectId);
  if (!conversation) return;
  await tell(ctx, conversation, [event.body.teammateId], {
    kind: 'conversation-shared',
    causeId: event.id,
    occurredAt: event.occurredAt,
    body: { byId: event.actorId },
  });
}

/** Who is named in a note, or works in a team that is, is told, if they may see where. */
async function tellMentioned(ctx: Ctx, event: EventOf<typeof noteAdded>): Promise<void> {
  const { mentions, teams = [] } = event.body;
  const named = new Set([...mentions, ...(await teammateIdsOfTeams(ctx, teams))]);
  const mentioned = [...named].filter((id) => id !== event.actorId);
  const conversation = mentioned.length > 0 ? await present(ctx, event.subjectId) : null;
  if (!conversation) return;
  await tell(ctx, conversation, mentioned, {
    kind: 'note-mention',
    causeId: event.id,
    occurredAt: event.occurredAt,
    body: { byId: event.actorId, entryId: event.body.entryId },
  });
}

/** Who follows hears that the customer wrote, if they may see it; its assignee hears in other ways. */
async function tellFollowers(ctx: Ctx, event: EventOf<typeof messageReceived>): Promise<void> {
  if (event.body.automatic) return;
  const followers = await followersOf(ctx, event.subjectId);
  const conversation = followers.length > 0 ? await present(ctx, event.subjectId) : null;
  if (!conversation) return;
  await tell(
    ctx,
    conversation,
    followers.filter((id) => id !== conversation.assignee_id),
    {
      kind: 'followed-message',
      causeId: event.id,
      occurredAt: event.occurredAt,
      body: { entryId: event.body.entryId },
    },
  );
}

/** Who wrote a reply hears that it came back, and of each recipient once. */
async function tellWriter(ctx: Ctx, event: EventOf<typeof deliverySettled>): Promise<void> {
  const { outcome, entryId, deliveryId } = event.body;
  if (outcome !== 'bounced') return;
  const entry = await ctx.db
    .selectFrom('entries')
    .select(['author_id'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', entryId)
    .where('author_kind', '=', 'teammate')
    .executeTakeFirst();
  const conversation = entry?.author_id ? await present(ctx, event.subjectId) : null;
  if (!conversation || !entry?.author_id) return;
  await tell(ctx, conversation, [entry.author_id], {
    kind: 'reply-came-back',
    causeId: deliveryId,
    occurredAt: event.occurredAt,
    body: { entryId },
  });
}

/** A reply that was to leave later waits for its author again. */
function tellStopped(ctx: Ctx, event: EventOf<typeof scheduleStopped>): Promise<void> {
  return tellScheduler(ctx, event);
}

/** A colleague called it off; its words are its author's draft again. */
function tellCalledOff(ctx: Ctx, event: EventOf<typeof scheduleCancelled>): Promise<void> {
  return tellScheduler(ctx, event);
}

/** Whose reply does not leave as planned hears of it, unless they did it themselves. */
async function tellScheduler(
  ctx: Ctx,
  event: EventOf<typeof scheduleStopped> | EventOf<typeof scheduleCancelled>,
): Promise<void> {
  const { teammateId, replyId } = event.body;
  const conversation = teammateId === event.actorId ? null : await present(ctx, event.subjectId);
  if (!conversation) return;
  await tell(ctx, conversation, [teammateId], {
    kind: 'later-stopped',
    causeId: event.id,
    occurredAt: event.occurredAt,
    body: { replyId },
  });
}

/** In the same transaction as the promise, so that its reminder is never lost. */
async function planPromiseNotice(ctx: Ctx, event: EventOf<typeof promiseMade>): Promise<void> {
  const { promiseId, dueAt } = event.body;
  const early = new Date(new Date(dueAt).getTime() - promiseLeadMinutes * 60_000);
  ctx.enqueue(promiseDue.name, { promiseId }, { startAfter: early > ctx.now ? early : ctx.now });
}

/** Calls an open promise to the mind of who made it and of who has the conversation now. */
export const promiseDue: Job = task('conversations.promise-due', async (ctx, data) => {
  const { promiseId } = z.object({ promiseId: z.uuid() }).parse(data);
  const promise = await ctx.db
    .selectFrom('promises')
    .select(['conversation_id', 'made_by', 'due_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', promiseId)
    .where('kept_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  const conversation = promise && (await present(ctx, promise.conversation_id));
  if (!conversation) return;
  const whose = new Set([promise.made_by, ...(conversation.assignee_id ? [conversation.assignee_id] : [])]);
  await tell(ctx, conversation, [...whose], {
    kind: 'promise-due',
    causeId: promiseId,
    occurredAt: ctx.now,
    body: { dueAt: promise.due_at.toISOString() },
  });
});

interface Words {
  readonly kind: string;
  readonly causeId: string;
  readonly occurredAt: Date;
  readonly body: Readonly<Record<string, string | null>>;
}

/** Tells those who may see the conversation: for the others it does not exist. */
async function tell(ctx: Ctx, conversation: Conversation, teammateIds: readonly string[], words: Words): Promise<void> {
  const actors = [...(await loadActors(ctx, teammateIds))];
  await notify(ctx, {
    ...words,
    teammateIds: actors.filter(([, actor]) => can.read(actor, factsOf(conversation))).map(([id]) => id),
    subjectKind: 'conversation',
    subjectId: conversation.id,
    body: { ...words.body, number: conversation.number },
  });
}

async function present(ctx: Ctx, id: string): Promise<Conversation | null> {
  const [conversation] = await loadMany(ctx, [id]);
  return conversation ?? null;
}
