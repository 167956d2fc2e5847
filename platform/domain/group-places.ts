import type { Ctx, ReadCtx } from '#platform/ctx';

/** Where groups of a provider can put people beside roles: teams. The caller has asked who may. */
export interface GroupPlaces {
  list(ctx: ReadCtx): Promise<readonly { readonly id: string; readonly name: string }[]>;
  /** Of the managed places somebody stands in the wanted ones afterwards, and in no other; the rest is left alone. */
  place(
    ctx: Ctx,
    teammateId: string,
    places: { readonly managed: readonly string[]; readonly wanted: readonly string[] },
  ): Promise<void>;
}
