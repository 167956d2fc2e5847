import * as z from 'zod';
import { channelKinds, id, ownWords } from '#platform/contract';

export const ConversationId = id('Conversation');
export const EntryId = id('Entry');
export const DeliveryId = id('Delivery');
export const ContactId = id('Contact');
export const TagId = id('Tag');
export const ReasonId = id('Reason');
export const StatusId = id('Status');
export const FileId = id('File');
export const MoveId = id('Move');

/** The fixed categories under the names a workspace gives. */
export const statusCategories = ['open', 'waiting', 'on-hold', 'closed'] as const;
export const StatusCategory = z.enum(statusCategories);
export type StatusCategory = z.output<typeof StatusCategory>;

/** 1 low, 2 normal, 3 high, 4 urgent. */
export const Priority = z.number().int().min(1).max(4);

export const entryKinds = ['in', 'out', 'note', 'call', 'system'] as const;
export const EntryKind = z.enum(entryKinds);
export const AuthorKind = z.enum(['customer', 'teammate', 'assistant', 'rule', 'service', 'system']);

const time = z.iso.datetime();

/** What a reader may do; no screen decides. */
export const conversationCan = [
  'reply',
  'note',
  'assign',
  'close',
  'reopen',
  'tag',
  'prioritise',
  'snooze',
  'set-reason',
  'make-confidential',
  'share',
] as const;

/** One row of a list, complete: nothing else is asked to draw it. */
export const ConversationRow = z.object({
  id: z.string(),
  number: z.number().int(),
  brandId: z.string(),
  subject: z.string(),
  customer: z.object({ id: z.string(), name: z.string() }),
  status: z.object({ id: z.string(), category: StatusCategory }),
  assigneeId: z.string().nullable(),
  teamId: z.string().nullable(),
  queueId: z.string().nullable(),
  priority: Priority,
  confidential: z.boolean(),
  unread: z.boolean(),
  lastEntryAt: time,
  lastEntryKind: EntryKind.nullable(),
  lastChannel: channelKinds.nullable(),
  preview: z.string(),
  waitingSince: time.nullable(),
  dueAt: time.nullable(),
  dueKind: z.string().nullable(),
  snoozedUntil: time.nullable(),
  openedAt: time,
  closedAt: time.nullable(),
  version: z.number().int(),
});
export type ConversationRow = z.output<typeof ConversationRow>;

export const EntryFile = z.object({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number().int(),
  inline: z.boolean(),
  contentId: z.string().nullable(),
});

/** How far one recipient's copy of a reply is. */
export const DeliveryView = z.object({
  id: z.string(),
  recipient: z.string(),
  recipientKind: z.enum(['to', 'cc', 'bcc']),
  state: z.enum(['held', 'sending', 'sent', 'not-confirmed', 'failed', 'cancelled', 'bounced']),
  deliverAt: time,
  sentAt: time.nullable(),
  failure: z.string().nullable(),
});

/** One event of the spine. `hasHtml` says that a faithful body can be asked for; it is shown in a frame of its own. */
export const EntryView = z.object({
  id: z.string(),
  conversationId: z.string(),
  kind: EntryKind,
  visibility: z.enum(['public', 'internal']),
  channel: channelKinds.nullable(),
  author: z.object({ kind: AuthorKind, id: z.string().nullable(), name: z.string() }),
  occurredAt: time,
  subject: z.string().nullable(),
  text: z.string(),
  /** Quoted rest of an earlier message, folded on screen and never deleted. */
  quoted: z.string(),
  hasHtml: z.boolean(),
  from: z.string().nullable(),
  recipients: z.array(z.object({ kind: z.enum(['to', 'cc', 'bcc']), address: z.string(), name: z.string() })),
  files: z.array(EntryFile),
  deliveries: z.array(DeliveryView),
  /** For calls and system entries: ids, numbers and times of what happened. */
  facts: z.record(z.string(), z.unknown()),
  evidence: z
    .object({
      rule: z.string(),
      score: z.number(),
      idsSeen: z.array(z.string()),
      /** Whether the sender is who they say, as the channel found out. */
      senderCheck: z
        .object({ verdict: z.enum(['pass', 'fail', 'none', 'unknown']), says: ownWords(z.string()) })
        .optional(),
    })
    .nullable(),
});
export type EntryView = z.output<typeof EntryView>;

export const PromiseView = z.object({
  id: z.string(),
  madeBy: z.string(),
  madeAt: time,
  dueAt: time,
  words: z.string(),
  keptAt: time.nullable(),
});

export const ParticipantView = z.object({
  id: z.string(),
  role: z.enum(['requester', 'copied', 'colleague', 'follower']),
  customerId: z.string().nullable(),
  teammateId: z.string().nullable(),
  name: z.string(),
  address: z.string().nullable(),
});

/** What is being written beside the words: markup, people, files, what it answers or passes on. */
export const DraftContent = z.object({
  html: z.string().max(400_000).optional(),
  lineId: z.string().max(40).optional(),
  subject: z.string().max(998).optional(),
  to: z.array(z.string().max(320)).max(50).optional(),
  cc: z.array(z.string().max(320)).max(50).optional(),
  bcc: z.array(z.string().max(320)).max(50).optional(),
  forwards: z.string().max(40).optional(),
  quote: z.boolean().optional(),
  carriedFileIds: z.array(z.string().max(40)).max(30).optional(),
  /** Files put in so far, by the ids their uploads have. */
  uploadIds: z.array(z.string().max(40)).max(30).optional(),
});
export type DraftContent = z.output<typeof DraftContent>;

const Person = z.object({ address: z.string(), name: z.string() });

/** The whole conversation but its entries, with what this reader may do. */
export const ConversationView = ConversationRow.extend({
  reasonId: z.string().nullable(),
  companyId: z.string().nullable(),
  /** Field id → value. */
  custom: z.record(z.string(), z.unknown()),
  tags: z.array(z.object({ id: z.string(), name: z.string() })),
  participants: z.array(ParticipantView),
  promises: z.array(PromiseView),
  /** Lines a reply can be written on, best first. */
  replyLines: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      channel: channelKinds,
      address: z.string(),
      undoWindowSeconds: z.number(),
      /** Whom a reply on this line goes to when nobody is named otherwise. */
      to: z.array(Person),
      cc: z.array(Person),
      /** Whether several people, copies and files can be written to on it. */
      copies: z.boolean(),
      /** Whether words with form and pictures can be written on it. */
      formatted: z.boolean(),
    }),
  ),
  contactCount: z.number().int(),
  reopenedCount: z.number().int(),
  solvedAt: time.nullable(),
  mergedIntoId: z.string().nullable(),
  /** Whether a guest reads it. */
  shared: z.boolean(),
  can: z.array(z.enum(conversationCan)),
});
export type ConversationView = z.output<typeof ConversationView>;

/** A fixed box of the queues column with its kept counts. */
export const BoxView = z.object({
  box: z.enum(['mine', 'unassigned', 'queue', 'all', 'snoozed', 'closed']),
  id: z.string().nullable(),
  name: z.string(),
  open: z.number().int(),
  unassigned: z.number().int().nullable(),
  brandId: z.string().nullable(),
});
