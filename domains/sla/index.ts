import {
  contactAnswered,
  contactEnded,
  conversationClosed,
  conversationReopened,
  itemsMoved,
  moveUndone,
  messageReceived,
  promiseKept,
  promiseMade,
  promiseWithdrawn,
  replyAccepted,
  replyUndone,
  statusChanged,
} from '#domains/conversations/contract';
import { workspaceOpened } from '#domains/identity/contract';
import { after, answer, type Domain, every, within } from '#platform/domain';
import {
  addPolicy,
  archivePolicy,
  changePolicy,
  listClocks,
  listPolicies,
  listQueueStates,
  slaWarned,
} from './contract.ts';
import { promisesPart } from './config-part.ts';
import { demo } from './demo.ts';
import { readClocks } from './list-clocks.ts';
import { meetByContact, meetClocks, unmeetClocks } from './meet-clocks.ts';
import { firstReplyTime } from './metrics/first-reply-time.ts';
import { promiseAtOpening } from './promised-by.ts';
import { add, archive, change, makeStandard, readPolicies } from './policies.ts';
import { readQueueStates } from './queue-states.ts';
import { owePromises } from './owe-promises.ts';
import { resumeClock, startClocks, startMissedClock } from './start-clocks.ts';
import { slaNotices, tellWarned } from './tell-warned.ts';
import { watchClocks } from './watch-clocks.ts';
import { moveClocks, returnClocks, withdrawOnClosing, withdrawOnWaiting } from './withdraw-clocks.ts';
import { es } from './said.es.ts';

export { policyFor, type Policy } from './policies.ts';

/** What we owe customers and by when. */
export const sla: Domain = {
  name: 'sla',
  needs: ['identity', 'brands', 'notices', 'calendars', 'teams', 'conversations'],
  said: { es },
  permissions: [{ name: 'sla.configure', says: 'Change what is promised to customers', group: 'set-up' }],
  reactions: [
    within(workspaceOpened, makeStandard),
    within(messageReceived, startClocks),
    within(contactEnded, startMissedClock),
    within(replyAccepted, meetClocks),
    within(contactAnswered, meetByContact),
    within(replyUndone, unmeetClocks),
    within(conversationClosed, withdrawOnClosing),
    within(statusChanged, withdrawOnWaiting),
    within(statusChanged, resumeClock),
    within(itemsMoved, moveClocks),
    within(promiseMade, owePromises),
    within(promiseKept, owePromises),
    within(promiseWithdrawn, owePromises),
    within(replyUndone, owePromises),
    within(conversationReopened, owePromises),
    after(slaWarned, tellWarned),
    within(moveUndone, returnClocks),
  ],
  jobs: [every('* * * * *', 'sla.watch-clocks', watchClocks)],
  metrics: [firstReplyTime],
  notices: slaNotices,
  configParts: [promisesPart],
  promiseAtOpening,
  demo,
  routes: [
    answer(listPolicies, async (ctx) => ({ rows: await readPolicies(ctx) })),
    answer(listQueueStates, readQueueStates),
    answer(addPolicy, (ctx, { body }) => add(ctx, body)),
    answer(changePolicy, (ctx, { params, body }) => change(ctx, params.id, body)),
    answer(archivePolicy, async (ctx, { params }) => {
      await archive(ctx, params.id);
      return {};
    }),
    answer(listClocks, async (ctx, { params }) => ({ rows: await readClocks(ctx, params.id) })),
  ],
};
