import * as z from 'zod';
import { readSetting } from '#domains/identity';
import type { ReadCtx } from '#platform/ctx';
import type { Setting } from '#platform/domain';

const offerSeconds = z.number().int().min(5).max(120);
const waitSeconds = z.number().int().min(15).max(1_800);

/** How long a call rings, in seconds. */
export const settings: readonly Setting[] = [
  {
    name: 'calls.offer-seconds',
    says: 'How long a call rings for one teammate before it goes to the next, in seconds.',
    schema: offerSeconds,
    standard: 20,
  },
  {
    name: 'calls.wait-seconds',
    says: 'How long a caller waits before the call is missed and their matter waits in the queue, in seconds.',
    schema: waitSeconds,
    standard: 180,
  },
];

/** The limits of this workspace. */
export async function limitsOf(ctx: ReadCtx): Promise<{ offerSeconds: number; waitSeconds: number }> {
  const [offer, wait] = await Promise.all([
    readSetting<number>(ctx, 'calls.offer-seconds'),
    readSetting<number>(ctx, 'calls.wait-seconds'),
  ]);
  return { offerSeconds: offer, waitSeconds: wait };
}
