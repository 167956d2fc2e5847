import * as z from 'zod';
import { answer, type Channel, type Domain } from '#platform/domain';
import { channelKind, readMyChatLimit, simulateChat, takeChat } from './contract.ts';
import { deliver } from './deliver.ts';
import { demo } from './demo.ts';
import { demoAnswer } from './demo-customers.ts';
import { hear } from './hear.ts';
import { chatGoalSeconds, chatLimit, settings } from './settings.ts';
import { takeChat as take } from './take-chat.ts';
import { es } from './said.es.ts';

/** A chat on a website. Live: both are there at once; a reply leaves at once, since taking it back would only confuse. */
const chat: Channel = {
  kind: channelKind,
  title: 'Chat',
  icon: 'message-circle',
  identityKind: 'handle',
  live: true,
  reply: true,
  subject: false,
  html: false,
  copies: false,
  attachmentLimitBytes: 0,
  undoWindowSeconds: 0,
  lineSettings: z.strictObject({ simulated: z.literal(true).default(true) }),
  deliverJob: deliver.name,
  async lineStates(_ctx, lineIds) {
    const says = 'Simulated: no website is behind it yet';
    return new Map(lineIds.map((id) => [id, { state: 'good', says, forCustomers: false } as const]));
  },
};

/** Chats, with pretend customers until a website is behind the line. */
export const channelChat: Domain = {
  name: 'channel-chat',
  needs: ['identity', 'brands', 'customers', 'conversations'],
  said: { es },
  channel: chat,
  permissions: [{ name: 'chats.simulate', says: 'Let pretend customers write in chats', group: 'set-up' }],
  settings,
  routes: [
    answer(readMyChatLimit, async (ctx) => ({ limit: await chatLimit(ctx), goalSeconds: await chatGoalSeconds(ctx) })),
    answer(takeChat, (ctx, { params }) => take(ctx, params.id)),
    answer(simulateChat, async (ctx, { body }) => {
      const { conversationId, number, opened } = await hear(ctx, body);
      return { conversationId, number, opened };
    }),
  ],
  jobs: [deliver, demoAnswer],
  demo,
};
