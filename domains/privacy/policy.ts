import { type Actor, holds, scopeOf } from '#platform/policy';

/** Who may do what here. Whether they may see the customer at all is asked of the domain that keeps customers. */
export const can = {
  export: (actor: Actor): boolean => holds(actor, 'customers.export'),
  erase: (actor: Actor): boolean => holds(actor, 'customers.erase'),
  /** Keeping times and holds are of the whole workspace. */
  keep: (actor: Actor): boolean => scopeOf(actor, 'privacy.configure') === 'all',
  /** The log tells of every part of the workspace: it is read whole or not at all. */
  readAudit: (actor: Actor): boolean => scopeOf(actor, 'audit.read') === 'all',
};
