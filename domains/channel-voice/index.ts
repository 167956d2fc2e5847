import * as z from 'zod';
import { answer, type Channel, type Domain, task, within } from '#platform/domain';
import { presenceChanged } from '#domains/presence/contract';
import { answer as answerTheCall } from './answer.ts';
import {
  answerCall,
  callOfferOver,
  channelKind,
  declineCall,
  endCall,
  hangUpSimulatedCall,
  holdCall,
  listCalls,
  readCall,
  readMyCall,
  resumeCall,
  simulateCall,
  wrapUpCall,
} from './contract.ts';
import { decline } from './decline.ts';
import { demo } from './demo.ts';
import { demoCaller, planDemoCaller } from './demo/caller.ts';
import { end, hangUp } from './end.ts';
import { hold, resume } from './hold.ts';
import { listCalls as list, myCall } from './list-calls.ts';
import { load } from './load.ts';
import { passOnJob } from './offer-next.ts';
import { offerAnother, offerToFree, passOn } from './pass-on.ts';
import { personalData } from './personal-data.ts';
import { ring } from './ring.ts';
import { settings } from './settings.ts';
import { callTopic } from './topic.ts';
import { viewOf } from './views.ts';
import { wrapUp } from './wrap-up.ts';
import { es } from './said.es.ts';

/** A telephone line. Live: both are there at once; afterwards nothing can be sent by it. */
const phone: Channel = {
  kind: channelKind,
  title: 'Phone',
  icon: 'phone',
  identityKind: 'phone',
  live: true,
  reply: false,
  subject: false,
  html: false,
  copies: false,
  attachmentLimitBytes: 0,
  undoWindowSeconds: 0,
  lineSettings: z.strictObject({ simulated: z.literal(true).default(true) }),
  async lineStates(_ctx, lineIds) {
    const says = 'Simulated: no telephone is behind it yet';
    return new Map(lineIds.map((id) => [id, { state: 'good', says, forCustomers: false } as const]));
  },
};

/** Calls by telephone, simulated until a telephone company is behind the line. */
export const channelVoice: Domain = {
  name: 'channel-voice',
  needs: ['identity', 'brands', 'customers', 'teams', 'presence', 'conversations'],
  said: { es },
  channel: phone,
  permissions: [
    { name: 'calls.take', says: 'Take calls, and see those that ring' },
    { name: 'calls.simulate', says: 'Let simulated callers ring', group: 'set-up' },
  ],
  settings,
  routes: [
    answer(simulateCall, (ctx, { body }) => ring(ctx, body)),
    answer(hangUpSimulatedCall, (ctx, { params }) => hangUp(ctx, params.id)),
    answer(listCalls, async (ctx, { query }) => ({ rows: await list(ctx, query) })),
    answer(readMyCall, async (ctx) => ({ call: await myCall(ctx) })),
    answer(readCall, async (ctx, { params }) => viewOf(ctx, await load(ctx, params.id))),
    answer(answerCall, (ctx, { params }) => answerTheCall(ctx, params.id)),
    answer(declineCall, (ctx, { params }) => decline(ctx, params.id)),
    answer(holdCall, (ctx, { params }) => hold(ctx, params.id)),
    answer(resumeCall, (ctx, { params }) => resume(ctx, params.id)),
    answer(endCall, (ctx, { params }) => end(ctx, params.id)),
    answer(wrapUpCall, (ctx, { params, body }) => wrapUp(ctx, params.id, body)),
  ],
  reactions: [
    within(presenceChanged, offerToFree),
    within(callOfferOver, offerAnother),
    within(presenceChanged, planDemoCaller),
  ],
  jobs: [task(passOnJob, (ctx, data) => passOn(ctx, z.uuid().parse(data['callId']))), demoCaller],
  topics: [callTopic],
  personalData,
  demo,
};
