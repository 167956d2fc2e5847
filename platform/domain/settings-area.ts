import type { AnyRoute } from '#platform/contract';
import { type Actor, holds } from '#platform/policy';
import { type House, isOutside } from './house.ts';

/** A page of Settings by the routes that it stands on: whoever may knock there opens it, or changes what it holds. */
export interface SettingsArea {
  /** As the console's page is called: `/settings/people`. */
  readonly id: string;
  readonly opens: AreaDoor;
  /** Null where nothing there is changed by hand. */
  readonly changes: AreaDoor | null;
}

/** A route, and what the policy of its verb asks on top. */
export interface AreaDoor {
  readonly route: AnyRoute;
  readonly may?: (actor: Actor, house: House) => boolean;
}

/** Whether an actor passes the door of a route. Doors for everybody at work are shut for guests and clients. */
export function mayKnock(house: Pick<House, 'permissions'>, actor: Actor, { access }: AnyRoute): boolean {
  if (access === 'public' || access === 'member') return true;
  if (access === 'signed-in') return !isOutside(house, actor);
  return [access.permission, ...(access.also ?? [])].some((permission) => holds(actor, permission));
}

/** Whether an actor passes a door of an area: what the server itself would answer. */
export function passes(house: House, actor: Actor, door: AreaDoor | null): boolean {
  return door !== null && mayKnock(house, actor, door.route) && (door.may?.(actor, house) ?? true);
}

/** The permissions of which a door asks one; empty where it is open to everybody at work. */
export function asksFor(door: AreaDoor | null): readonly string[] {
  const access = door?.route.access;
  return typeof access === 'object' ? [access.permission, ...(access.also ?? [])] : [];
}
