import type { Scope } from '#platform/contract';
import type { ReadCtx } from '#platform/ctx';

/**
 * A domain's part of some actors, by teammate: asked once per sign-in and some seconds of requests, and for whoever is to
 * be told of something, by indexed look-ups alone, as many for several as for one.
 */
export type ActorParts = (
  ctx: ReadCtx,
  teammates: readonly { readonly id: string; readonly permissions: ReadonlyMap<string, Scope> }[],
) => Promise<
  ReadonlyMap<string, { readonly teamIds?: readonly string[]; readonly brandIds?: readonly string[] | 'all' }>
>;
