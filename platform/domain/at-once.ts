import type { Ctx, ReadCtx } from '#platform/ctx';

/** A bound of what one teammate has at hand of a channel. */
export interface AtOnce {
  /** The numbers of these teammates; who is not named has none. */
  limits(ctx: ReadCtx, teammateIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Waits for the turn of whoever decides what this teammate has, so that two at the same moment count one after the other. */
  inTurn(ctx: Ctx, teammateId: string): Promise<void>;
}
