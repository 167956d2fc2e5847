import { isSample, teammateById } from '#domains/identity';
import type { Ctx } from '#platform/ctx';
import { outward } from '#platform/domain';
import { languageOf } from '#platform/words';
import * as z from 'zod';
import { dropDevices, dropSignedOut, type PushDevice } from './push-devices.ts';
import { mayStillBeTold } from './may-still-be-told.ts';
import { noticeRows } from './queries.ts';
import { type PushMessage, sendPush } from './send-push.ts';
import { placeOf } from './views.ts';

/** Longest one notice may take to reach the hosts of all devices, in seconds. */
const sendLimitSeconds = 60;

/** One notice and the devices it goes to. */
interface Work {
  readonly message: PushMessage;
  readonly isUrgent: boolean;
  readonly devices: readonly PushDevice[];
}

/** Plans the pushes of a teammate. */
export function planPush(ctx: Ctx, teammateId: string): void {
  ctx.enqueue(pushNotices.name, { teammateId });
}

/**
 * Sends a teammate's next notice to their devices: claimed first, so that each is pushed once at most. It carries the kind
 * and the number, never a name or words of a customer: what may be read is asked when the conversation opens.
 */
export const pushNotices = outward<Work, readonly string[]>({
  name: 'notices.push',
  limitSeconds: sendLimitSeconds,
  claim: async (ctx, data) => {
    const { teammateId } = z.object({ teammateId: z.uuid() }).parse(data);
    const notice = await noticeRows(ctx)
      .where('teammate_id', '=', teammateId)
      .where('push_due_at', 'is not', null)
      .where('pushed_at', 'is', null)
      .orderBy('id')
      .limit(1)
      .forUpdate()
      .executeTakeFirst();
    if (!notice) return null;
    await ctx.db
      .updateTable('notices')
      .set({ pushed_at: ctx.now })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', notice.id)
      .execute();
    // What was seen or taken from them meanwhile, and who left, is told no more; the next one has its turn all the same.
    const { deactivatedAt, locale } = await teammateById(ctx, teammateId);
    const told = await mayStillBeTold(ctx, teammateId, [notice]);
    const isWanted = notice.seenAt === null && deactivatedAt === null && told(notice) && !(await isSample(ctx));
    const kind = ctx.house.noticeKinds.get(notice.kind);
    const { number } = notice.body as { readonly number?: unknown };
    return {
      message: {
        title: `${ctx.house.say(languageOf(locale), kind?.says ?? 'Something happened')}${typeof number === 'number' ? ` (#${number})` : ''}`,
        place: placeOf(ctx.house, notice),
        tag: notice.id,
      },
      isUrgent: kind?.level === 'call' || kind?.level === 'customer',
      // whoever was signed out on a device meanwhile is told nothing there
      devices: isWanted ? await dropSignedOut(ctx, teammateId) : [],
    };
  },
  call: async (tools, { message, isUrgent, devices }, signal) => {
    const sent = await Promise.all(devices.map((device) => sendPush(tools, device, message, { isUrgent, signal })));
    return devices.filter((_, at) => sent[at]?.outcome === 'gone').map(({ id }) => id);
  },
  // A push that did not arrive is in the list all the same: none is sent twice.
  record: async (ctx, _work, outcome) => {
    if ('known' in outcome && outcome.known.length > 0) await dropDevices(ctx, outcome.known);
  },
});
