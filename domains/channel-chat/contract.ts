import * as z from 'zod';
import { cursor, event, id, page, route } from '#platform/contract';

export * from './contract/websites.ts';

/** What lines, contacts and threads of this channel carry. */
export const channelKind = 'chat';

/** The desk of columns shows six at most. */
export const mostAtOnce = 6;
/** How many chats somebody has at once. */
export const chatsAtOnce = z.number().int().min(1).max(mostAtOnce);

/** Within how many seconds an answer is the goal, at the least and at the most. */
export const goalSeconds = { least: 5, most: 3_600 };
/** After how many seconds an answer that was not seen goes on by mail, at the least and at the most. */
export const goOnSeconds = { least: 10, most: 86_400 };

/** A teammate who has a number of their own. */
export const OwnLimitView = z.object({
  teammateId: z.string(),
  name: z.string(),
  /** They work here no longer. */
  hasLeft: z.boolean(),
  limit: z.number().int(),
  changedAt: z.iso.datetime(),
});
export type OwnLimitView = z.output<typeof OwnLimitView>;

export const readMyChatLimit = route({
  method: 'GET',
  path: '/api/chats/limit',
  summary: 'How many chats you may have at once, and within how many seconds an answer is the goal.',
  access: { permission: 'conversations.read' },
  reply: z.object({ limit: z.number().int(), goalSeconds: z.number().int() }),
});

export const listChatLimits = route({
  method: 'GET',
  path: '/api/chats/limits',
  summary: 'How many chats one teammate may have at once, and the teammates who have a number of their own.',
  access: { permission: 'settings.read' },
  query: cursor,
  reply: page(OwnLimitView).extend({
    /** What holds for everybody else. */
    workspace: z.object({
      limit: z.number().int(),
      goalSeconds: z.number().int(),
      /** After how long an answer goes on by mail that a visitor has not seen. */
      mailAfterSeconds: z.number().int(),
    }),
    can: z.array(z.enum(['change'])),
  }),
});

export const setChatLimit = route({
  method: 'PUT',
  path: '/api/teammates/:id/own-limit',
  summary: 'Give a teammate a number of chats of their own; null gives back the number of the workspace.',
  access: { permission: 'settings.configure' },
  params: z.object({ id: id('Teammate') }),
  body: z.object({ limit: chatsAtOnce.nullable() }),
  reply: z.object({ teammateId: z.string(), limit: z.number().int().nullable() }),
});

export const takeChat = route({
  method: 'PUT',
  path: '/api/chats/:id/taking',
  summary: 'Take a chat that waits for anybody. The first has it; past your limit nothing is taken.',
  access: { permission: 'conversations.assign' },
  params: z.object({ id: z.uuid() }),
  reply: z.object({ conversationId: z.string(), assigneeId: z.string() }),
});

export const simulateChat = route({
  method: 'POST',
  path: '/api/simulated-chats',
  summary: 'Let a pretend customer write in a chat: for the demo, practice and tests. No website is involved.',
  access: { permission: 'chats.simulate' },
  body: z.object({
    /** The message's own id: sending it twice is sending it once. */
    id: z.uuid(),
    /** The line it comes in on; without it, the only one there is. */
    lineId: z.uuid().optional(),
    handle: z.string().trim().min(1).max(100),
    name: z.string().trim().max(300).default(''),
    text: z.string().trim().min(1).max(20_000),
  }),
  reply: z.object({ conversationId: z.string(), number: z.number().int(), opened: z.boolean() }),
});

/** A teammate (the subject) has another number of their own; null is the workspace's. */
export const chatLimitChanged = event(
  'chat-limit.changed',
  1,
  z.object({ limit: z.number().int().nullable(), before: z.number().int().nullable() }),
);
