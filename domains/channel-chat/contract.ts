import * as z from 'zod';
import { route } from '#platform/contract';

/** What lines, contacts and threads of this channel carry. */
export const channelKind = 'chat';

export const readMyChatLimit = route({
  method: 'GET',
  path: '/api/chats/limit',
  summary: 'How many chats you may have at once, and within how many seconds an answer is the goal.',
  access: { permission: 'conversations.read' },
  reply: z.object({ limit: z.number().int(), goalSeconds: z.number().int() }),
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
