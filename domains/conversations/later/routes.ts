import { answer, type Handler } from '#platform/domain';
import * as contract from '../contract.ts';
import { cancelScheduled, reschedule, schedule } from './schedule.ts';
import { listScheduled } from './scheduled.ts';
import { sendNow } from './send-scheduled.ts';

/** The doors of replies that leave later. */
export const laterRoutes: readonly Handler[] = [
  answer(contract.listScheduledReplies, async (ctx, { params }) => ({ rows: await listScheduled(ctx, params.id) })),
  answer(contract.scheduleReply, (ctx, { params, body }) => schedule(ctx, params.id, body)),
  answer(contract.changeScheduledReply, (ctx, { params, body }) => reschedule(ctx, params.id, body)),
  answer(contract.cancelScheduledReply, (ctx, { params }) => cancelScheduled(ctx, params.id)),
  answer(contract.sendScheduledReply, (ctx, { params, body }) => sendNow(ctx, params.id, body)),
];
