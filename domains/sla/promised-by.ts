import { calendarById, hoursOfAll, type HoursOfAll } from '#domains/calendars';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { PromiseAtOpening } from '#platform/domain';
import { promisedTimes } from './clocks.ts';
import type { ClockKind } from './contract.ts';
import { allPolicies, firstFitting, type Policy } from './policies.ts';

/** What a customer is promised: by which policy and calendar, and when. */
interface Promised {
  readonly policyId: string;
  readonly calendarId: string;
  readonly targetSeconds: number;
  readonly warnAt: Date;
  readonly dueAt: Date;
}

interface Terms {
  readonly policies: readonly Policy[];
  readonly hours: HoursOfAll;
}

/** What is promised from a moment on; null where no policy fits, or its calendar never opens. */
export async function promisedBy(
  ctx: ReadCtx,
  by: Terms,
  where: { readonly brandId: string; readonly queueId: string | null; readonly kind: ClockKind; readonly at: Date },
): Promise<Promised | null> {
  const policy = firstFitting(by.policies, where);
  const targetSeconds = where.kind === 'first-reply' ? policy?.firstReplySeconds : policy?.nextReplySeconds;
  if (!policy || !targetSeconds) return null;
  const calendar = policy.calendarId ? await calendarById(ctx, policy.calendarId) : by.hours.of(where.brandId);
  const times = promisedTimes(calendar.hours, where.at, targetSeconds);
  return times && { policyId: policy.id, calendarId: calendar.id, targetSeconds, ...times };
}

/** What promises go by. */
export async function termsOf(ctx: Ctx): Promise<Terms> {
  const [policies, hours] = await Promise.all([allPolicies(ctx), hoursOfAll(ctx)]);
  return { policies, hours };
}

/** For a conversation that opens: its row is born with what its first clock will promise. */
export const promiseAtOpening: PromiseAtOpening = async (ctx) => {
  const terms = await termsOf(ctx);
  return async (opening) => {
    const kind = 'first-reply';
    const promised = await promisedBy(ctx, terms, { ...opening, kind });
    return promised && { kind, dueAt: promised.dueAt };
  };
};
