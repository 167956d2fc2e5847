import type { Ctx } from '#platform/ctx';
import { change } from './change.ts';
import { lock } from './load.ts';

/** Something in the spine changed its state (a delivery, a call): the version rises so that open screens load it. */
export async function touchSpine(ctx: Ctx, conversationId: string): Promise<void> {
  await change(ctx, await lock(ctx, conversationId), {});
}
