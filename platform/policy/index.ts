/** Who may: the actor, and how far a permission reaches. */
import type { Scope } from '#platform/contract';
import { scopes } from '#platform/contract';

/** Who does something. `system` is us (jobs, clocks); `rule` and `assistant` act on their own authority. */
export type ActorKind = 'teammate' | 'customer' | 'assistant' | 'rule' | 'service' | 'system';

/** The one who asks, with everything a policy may look at: pure data, no look-ups. */
export interface Actor {
  readonly kind: ActorKind;
  readonly id: string | null;
  /** Permission → the widest scope it was given in. */
  readonly permissions: ReadonlyMap<string, Scope>;
  readonly teamIds: ReadonlySet<string>;
  /** Brands served; nothing crosses from one to another. */
  readonly brandIds: ReadonlySet<string> | 'all';
}

/** We ourselves: sees and may everything within one workspace. */
export const systemActor: Actor = {
  kind: 'system',
  id: null,
  permissions: new Map(),
  teamIds: new Set(),
  brandIds: 'all',
};

/** How far the actor holds a permission; null when not at all. We ourselves hold all. */
export function scopeOf(actor: Actor, permission: string): Scope | null {
  if (actor.kind === 'system' || actor.kind === 'rule') return 'all';
  return actor.permissions.get(permission) ?? null;
}

/** Whether the actor holds the permission in any scope. */
export function holds(actor: Actor, permission: string): boolean {
  return scopeOf(actor, permission) !== null;
}

/** Whether a brand is one of those the actor serves. */
export function servesBrand(actor: Actor, brandId: string): boolean {
  return actor.brandIds === 'all' || actor.brandIds.has(brandId);
}

/** The wider of two scopes. */
export function widerScope(a: Scope, b: Scope): Scope {
  return scopes.indexOf(a) >= scopes.indexOf(b) ? a : b;
}

/** The narrower of two scopes. */
export function narrowerScope(a: Scope, b: Scope): Scope {
  return scopes.indexOf(a) <= scopes.indexOf(b) ? a : b;
}

/** Whether the actor holds each of these permissions at least as far: nobody gives more than they have. */
export function covers(actor: Actor, permissions: Readonly<Record<string, Scope>>): boolean {
  return Object.entries(permissions).every(([name, scope]) => {
    const own = scopeOf(actor, name);
    return own !== null && scopes.indexOf(own) >= scopes.indexOf(scope);
  });
}
