import * as z from 'zod';
import { settingChanged } from '#domains/identity/contract';
import { answer, type Channel, type Domain, within } from '#platform/domain';
import { chatLimitsPart } from './config-part.ts';
import { channelKind, listChatLimits, readMyChatLimit, setChatLimit, simulateChat, takeChat } from './contract.ts';
import { deliver } from './deliver.ts';
import { demo } from './demo.ts';
import { demoAnswer } from './demo-customers.ts';
import { hear } from './hear.ts';
import { chatLimit, chatLimits, inTurn, listOwnLimits, setOwnLimit } from './own-limits.ts';
import { can } from './policy.ts';
import { chatGoalSeconds, settings } from './settings.ts';
import { takeChat as take } from './take-chat.ts';
import { chatLimitTopic, tellWorkspaceLimit } from './topic.ts';
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
  atOnce: { limits: chatLimits, inTurn },
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
  settingsAreas: [
    { id: 'chats', opens: { route: listChatLimits }, changes: { route: setChatLimit, may: can.setLimits } },
  ],
  configParts: [chatLimitsPart],
  topics: [chatLimitTopic],
  reactions: [within(settingChanged, tellWorkspaceLimit)],
  routes: [
    answer(readMyChatLimit, async (ctx) => ({
      limit: await chatLimit(ctx, ctx.actor.id),
      goalSeconds: await chatGoalSeconds(ctx),
    })),
    answer(listChatLimits, (ctx, { query }) => listOwnLimits(ctx, query)),
    answer(setChatLimit, async (ctx, { params, body }) => {
      await setOwnLimit(ctx, params.id, body.limit);
      return { teammateId: params.id, limit: body.limit };
    }),
    answer(takeChat, (ctx, { params }) => take(ctx, params.id)),
    answer(simulateChat, async (ctx, { body }) => {
      const { conversationId, number, opened } = await hear(ctx, body);
      return { conversationId, number, opened };
    }),
  ],
  jobs: [deliver, demoAnswer],
  demo,
};
