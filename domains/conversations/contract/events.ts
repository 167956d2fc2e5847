import * as z from 'zod';
import { channelKinds, event } from '#platform/contract';
import { StopReason } from './later-routes.ts';
import { LinkRelation } from './link-routes.ts';

const uuid = z.uuid();
const time = z.iso.datetime();
const channel = channelKinds;

export const conversationOpened = event(
  'conversation.opened',
  1,
  z.object({
    brandId: uuid,
    customerId: uuid,
    lineId: uuid.nullable(),
    channel,
    queueId: uuid.nullable(),
    teamId: uuid.nullable(),
    direction: z.enum(['in', 'out']),
  }),
);

/** A customer's message came in. */
export const messageReceived = event(
  'message.received',
  1,
  z.object({
    entryId: uuid,
    contactId: uuid.nullable(),
    lineId: uuid,
    channel,
    customerId: uuid,
    automatic: z.boolean(),
  }),
);

/** A message of before our time was taken in as history: nobody waits, nothing is promised, no contact is counted. */
export const messageTakenIn = event(
  'message.taken-in',
  1,
  z.object({ entryId: uuid, lineId: uuid, channel, customerId: uuid, opened: z.boolean() }),
);

/** A teammate's reply was accepted (delivery follows). */
export const replyAccepted = event(
  'reply.accepted',
  1,
  z.object({
    entryId: uuid,
    lineId: uuid,
    channel,
    deliverAt: time,
    first: z.boolean(),
  }),
);

/** A reply is to leave later; it is no answer until then. */
export const replyScheduled = event('reply.scheduled', 1, z.object({ replyId: uuid, dueAt: time }));
export const replyRescheduled = event('reply.rescheduled', 1, z.object({ replyId: uuid, dueAt: time }));
export const scheduleCancelled = event('reply.schedule-cancelled', 1, z.object({ replyId: uuid, teammateId: uuid }));
/** It waits for its author again. */
export const scheduleStopped = event(
  'reply.schedule-stopped',
  1,
  z.object({ replyId: uuid, teammateId: uuid, because: StopReason }),
);

/** What was said where its reader was gone was said again by another line. It is no answer: that was given before. */
export const replyCarriedOn = event(
  'reply.carried-on',
  1,
  z.object({ entryId: uuid, lineId: uuid, channel, messages: z.number().int() }),
);

/** A reply was taken back before it left. */
export const replyUndone = event('reply.undone', 1, z.object({ entryId: uuid }));

/** What became of one recipient's copy. */
export const deliverySettled = event(
  'delivery.settled',
  1,
  z.object({
    entryId: uuid,
    deliveryId: uuid,
    channel,
    outcome: z.enum(['sent', 'not-confirmed', 'failed', 'bounced', 'complained']),
  }),
);

export const noteAdded = event(
  'note.added',
  1,
  z.object({ entryId: uuid, mentions: z.array(uuid).max(50), teams: z.array(uuid).max(10).optional() }),
);

export const conversationAssigned = event(
  'conversation.assigned',
  1,
  z.object({
    assigneeId: uuid.nullable(),
    fromAssigneeId: uuid.nullable(),
    queueId: uuid.nullable(),
    fromQueueId: uuid.nullable(),
    teamId: uuid.nullable(),
    fromTeamId: uuid.nullable(),
  }),
);

export const conversationClosed = event(
  'conversation.closed',
  1,
  z.object({
    how: z.enum(['answered', 'duplicate', 'spam', 'no-answer-needed']),
    first: z.boolean(),
  }),
);

export const conversationReopened = event(
  'conversation.reopened',
  1,
  z.object({ by: z.enum(['customer', 'teammate', 'rule']) }),
);

export const statusChanged = event(
  'conversation.status-changed',
  1,
  z.object({
    statusId: uuid,
    category: z.enum(['open', 'waiting', 'on-hold', 'closed']),
    fromStatusId: uuid,
    fromCategory: z.enum(['open', 'waiting', 'on-hold', 'closed']),
  }),
);

export const priorityChanged = event(
  'conversation.priority-changed',
  1,
  z.object({ priority: z.number().int(), from: z.number().int() }),
);
/** Fields of it say something else; the values are not in the history. */
export const fieldsSet = event('conversation.fields-set', 1, z.object({ fieldIds: z.array(uuid).max(300) }));
export const reasonSet = event(
  'conversation.reason-set',
  1,
  z.object({ reasonId: uuid.nullable(), fromReasonId: uuid.nullable() }),
);
export const conversationTagged = event(
  'conversation.tagged',
  1,
  z.object({ added: z.array(uuid).max(60), removed: z.array(uuid).max(60) }),
);
export const conversationSnoozed = event('conversation.snoozed', 1, z.object({ until: time.nullable() }));
export const conversationWoken = event(
  'conversation.woken',
  1,
  z.object({ by: z.enum(['customer', 'clock', 'teammate']) }),
);
export const promiseMade = event('promise.made', 1, z.object({ promiseId: uuid, dueAt: time }));
export const promiseKept = event('promise.kept', 1, z.object({ promiseId: uuid, inTime: z.boolean() }));

/** It binds nobody any more. */
export const promiseWithdrawn = event('promise.withdrawn', 1, z.object({ promiseId: uuid }));
/** Who wrote a note took it back; its words are gone. */
export const noteTakenBack = event('note.taken-back', 1, z.object({ entryId: uuid }));

/** A reason, tag or status of the workspace is another one (the subject is the word). */
export const wordsChanged = event(
  'words.changed',
  1,
  z.object({
    kind: z.enum(['reason', 'tag', 'status']),
    how: z.enum(['added', 'changed', 'archived', 'merged']),
  }),
);

/** Which teammates follow, without it being their work. */
export const followersChanged = event(
  'conversation.followed',
  1,
  z.object({ added: z.array(uuid).max(200), removed: z.array(uuid).max(200) }),
);

/** Need to know: who may see it, from now on. */
export const confidenceChanged = event(
  'conversation.confidence-changed',
  1,
  z.object({ confidential: z.boolean(), teammateIds: z.array(uuid).max(500), teamIds: z.array(uuid).max(500) }),
);

/** One guest more sees it, or one fewer. */
export const conversationShared = event(
  'conversation.shared',
  1,
  z.object({ teammateId: uuid, noteId: uuid.nullable() }),
);
export const shareEnded = event('conversation.share-ended', 1, z.object({ teammateId: uuid }));

/** Merge, split and move are one kind of fact; undoing it is another. */
export const itemsMoved = event(
  'conversation.items-moved',
  1,
  z.object({
    moveId: uuid,
    kind: z.enum(['merge', 'split', 'move']),
    toId: uuid,
    items: z.number().int(),
  }),
);
export const moveUndone = event('conversation.move-undone', 1, z.object({ moveId: uuid, toId: uuid }));

/** What it is to another conversation; each side tells its own. */
export const conversationLinked = event('conversation.linked', 1, z.object({ otherId: uuid, relation: LinkRelation }));
export const conversationUnlinked = event(
  'conversation.unlinked',
  1,
  z.object({ otherId: uuid, relation: LinkRelation }),
);
/** The customer answered what was closed too long ago: this one goes on with it. */
export const followUpOpened = event(
  'conversation.follow-up-opened',
  1,
  z.object({ otherId: uuid, closedDays: z.number().int().min(0), afterDays: z.number().int().min(0) }),
);
/** One answer goes to all conversations that this one causes. */
export const fannedOut = event(
  'conversation.fanned-out',
  1,
  z.object({ fanOutId: uuid, conversations: z.number().int() }),
);

/** One attempt to reach us began, was answered, ended, was wrapped up. */
export const contactStarted = event(
  'contact.started',
  1,
  z.object({
    contactId: uuid,
    channel,
    lineId: uuid.nullable(),
    customerId: uuid,
    direction: z.enum(['in', 'out']),
  }),
);
export const contactAnswered = event(
  'contact.answered',
  1,
  z.object({ contactId: uuid, teammateId: uuid, waitSeconds: z.number().int().min(0) }),
);
export const contactEnded = event(
  'contact.ended',
  1,
  z.object({
    contactId: uuid,
    outcome: z.enum(['answered', 'abandoned', 'missed', 'refused', 'failed']),
  }),
);
export const contactWrappedUp = event(
  'contact.wrapped-up',
  1,
  z.object({
    contactId: uuid,
    teammateId: uuid,
    talkSeconds: z.number().int().min(0),
    holdSeconds: z.number().int().min(0),
    wrapUpSeconds: z.number().int().min(0),
  }),
);
