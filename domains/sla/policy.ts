import { type Actor, holds, servesBrand } from '#platform/policy';

/** Who may change what is promised. */
export const can = {
  /** With the permission, for the brands one serves; a promise for every brand only by somebody who serves them all. */
  change: (actor: Actor, policy: { readonly brandId: string | null }): boolean =>
    holds(actor, 'sla.configure') &&
    (policy.brandId === null ? actor.brandIds === 'all' : servesBrand(actor, policy.brandId)),
};
