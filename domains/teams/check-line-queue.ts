import { lineById } from '#domains/brands';
import type { lineChanged, lineOpened } from '#domains/brands/contract';
import type { Ctx, EventOf } from '#platform/ctx';
import { problem } from '#platform/problem';
import { queueById } from './queries.ts';

const noSuchQueue = problem(
  'teams/no-such-queue-of-brand',
  422,
  'This line’s brand has no such queue',
  'Choose a queue of the same brand.',
);

/** In the same transaction as the line: what comes in by it waits in a queue of its own brand, or nothing is changed. */
export async function checkLineQueue(
  ctx: Ctx,
  event: EventOf<typeof lineOpened> | EventOf<typeof lineChanged>,
): Promise<void> {
  const line = await lineById(ctx, event.subjectId);
  if (!line.queueId) return;
  const queue = await queueById(ctx, line.queueId);
  if (queue?.brandId !== line.brandId) throw noSuchQueue();
}
