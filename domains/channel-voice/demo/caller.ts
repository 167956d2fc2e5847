import { isDemo, loadActor } from '#domains/identity';
import { linesOfChannel } from '#domains/brands';
import { storyPeople } from '#domains/customers';
import { presenceNow } from '#domains/presence';
import type { presenceChanged } from '#domains/presence/contract';
import { queueById } from '#domains/teams';
import type { Ctx, EventOf } from '#platform/ctx';
import { newId } from '#platform/database';
import { type Job, task } from '#platform/domain';
import * as z from 'zod';
import { change, endOffer } from '../change.ts';
import { type CallView, channelKind } from '../contract.ts';
import { lock, openOffer, rows } from '../load.ts';
import { offerTo } from '../offer-next.ts';
import { mayTake } from '../policy.ts';
import { ring } from '../ring.ts';

/** Who calls, and why. */
const caller = { key: 'maya', subject: 'Tent pole: may a friend collect it?' } as const;
/** How long after somebody is ready the phone rings, in seconds; what happened longer ago is told, not lived. */
const ringsAfterSeconds = 60;
/** At most one such call in this time, and in this time for the same teammate, in minutes. */
const quietMinutes = 4;
const quietForOneMinutes = 12;

/** In the same transaction as somebody becoming ready in the demo: a simulated customer will ring. */
export async function planDemoCaller(ctx: Ctx, event: EventOf<typeof presenceChanged>): Promise<void> {
  const { state, fromState } = event.body;
  const isLate = Date.now() - event.occurredAt.getTime() > ringsAfterSeconds * 1000;
  if (state !== 'available' || isLate || fromState === 'busy' || fromState === 'wrap-up' || !(await isDemo(ctx)))
    return;
  const startAfter = new Date(ctx.now.getTime() + ringsAfterSeconds * 1000);
  ctx.enqueue(
    demoCaller.name,
    { teammateId: event.subjectId },
    { startAfter, singletonKey: `${ctx.workspaceId} demo caller` },
  );
}

/** Rings for whoever became ready, if they still are. */
export const demoCaller: Job = task('channel-voice.demo-caller', async (ctx, data) => {
  const { teammateId } = z.object({ teammateId: z.uuid() }).parse(data);
  const person = storyPeople.find(({ key }) => key === caller.key);
  const line = await lineFor(ctx, teammateId);
  if (!person || !line || !(await isReady(ctx, teammateId))) return;
  const id = newId() as CallView['id'];
  await ring(ctx, { id, lineId: line, number: person.phone, name: person.name, subject: caller.subject });
  const call = await lock(ctx, id);
  if (openOffer(call)?.teammate_id === teammateId) return;
  // the visitor has waited for it, those of the story have not
  const offered = await offerTo(ctx, await endOffer(ctx, call, 'withdrawn', ctx.now), teammateId);
  await change(ctx, offered ?? call, {});
});

/** The first line whose calls they may take. */
async function lineFor(ctx: Ctx, teammateId: string): Promise<string | null> {
  const actor = await loadActor(ctx, teammateId);
  for (const line of await linesOfChannel(ctx, channelKind)) {
    const teamId = line.queueId ? ((await queueById(ctx, line.queueId))?.teamId ?? null) : null;
    if (mayTake(actor, { brandId: line.brandId, teamId })) return line.id;
  }
  return null;
}

async function isReady(ctx: Ctx, teammateId: string): Promise<boolean> {
  if ((await presenceNow(ctx, [teammateId])).get(teammateId)?.state !== 'available') return false;
  const since = (minutes: number): Date => new Date(ctx.now.getTime() - minutes * 60_000);
  const latest = await rows(ctx).where('started_at', '>', since(quietMinutes)).limit(1).executeTakeFirst();
  if (latest) return false;
  const theirs = await ctx.db
    .selectFrom('call_offers')
    .select('call_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('teammate_id', '=', teammateId)
    .where('offered_at', '>', since(quietForOneMinutes))
    .limit(1)
    .executeTakeFirst();
  return theirs === undefined;
}
