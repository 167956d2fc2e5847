import { settingChanged } from '#domains/identity/contract';
import { answer, type Channel, type Domain, within } from '#platform/domain';
import { chatLimitsPart } from './config-part.ts';
import {
  channelKind,
  ChatLineSettings,
  chatHref,
  listChatLimits,
  readMyChatLimit,
  setChatLimit,
  simulateChat,
  takeChat,
} from './contract.ts';
import { deliver } from './deliver.ts';
import { demo } from './demo.ts';
import { demoAnswer } from './demo-customers.ts';
import { hear } from './hear.ts';
import { lineStates } from './line-states.ts';
import { chatLimit, chatLimits, inTurn, listOwnLimits, setOwnLimit } from './own-limits.ts';
import { can } from './policy.ts';
import { chatGoalSeconds, settings } from './settings.ts';
import { takeChat as take } from './take-chat.ts';
import { chatLimitTopic, tellWorkspaceLimit } from './topic.ts';
import { es } from './said.es.ts';
import { goOnByMail } from './visitors/go-on-by-mail.ts';
import { personalData } from './visitors/personal-data.ts';
import { visitorReactions } from './visitors/reactions.ts';
import { visitorRoutes } from './visitors/routes.ts';
import { chatVisitorTopic } from './visitors/visitor-view.ts';

export { type Listening, listenAs, noteHere } from './visitors/here.ts';
export { findSite, type Site } from './visitors/site.ts';
export { hasMailLine } from './visitors/talk.ts';

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
  hrefOf: chatHref,
  lineSettings: ChatLineSettings,
  deliverJob: deliver.name,
  lineStates,
};

/** Chats: from a website, or with pretend customers. */
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
  topics: [chatLimitTopic, chatVisitorTopic],
  personalData,
  reactions: [within(settingChanged, tellWorkspaceLimit), ...visitorReactions],
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
    ...visitorRoutes,
  ],
  jobs: [deliver, demoAnswer, goOnByMail],
  demo,
};
