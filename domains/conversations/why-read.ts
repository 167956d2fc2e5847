import { type Actor, holds, scopeOf, servesBrand } from '#platform/policy';
import type { ConversationFacts } from './policy.ts';

/** What opens a conversation to somebody: each of these says something else to who wants to change it. */
export type Ground = 'system' | 'all' | 'brand' | 'team' | 'own' | 'shared';
/** How somebody comes to know of a conversation at all: a confidential one only by name. */
export type Knowing = 'open' | 'assignee' | 'named' | 'named-team';
/** What is missing, where it stays closed. */
export type Lack = 'permission' | 'brand' | 'reach' | 'not-let-in' | 'not-shared' | 'confidential';

/** The policy's decision about reading one conversation, with its reasons. */
export interface ReadWhy {
  readonly allowed: boolean;
  readonly ground: Ground | null;
  readonly knowing: Knowing | null;
  readonly lacks: readonly Lack[];
}

/** Whoever reads by name alone: nothing of the desk's, only what was shared with them. */
export function isGuest(actor: Actor): boolean {
  return actor.kind === 'teammate' && !holds(actor, 'conversations.read') && holds(actor, 'conversations.shared');
}

/** Whether somebody may read a conversation, and why: `can.read` is this answer, so no page can tell another story. */
export function whyRead(actor: Actor, c: ConversationFacts): ReadWhy {
  const servesIt = servesBrand(actor, c.brandId);
  if (isGuest(actor)) return whyGuestReads(actor, c, servesIt);
  const ground = groundOf(actor, 'conversations.read', c);
  const knowing = knowingOf(actor, c);
  const lacks: Lack[] = [];
  if (scopeOf(actor, 'conversations.read') === null) lacks.push('permission');
  if (!servesIt) lacks.push('brand');
  if (lacks.length === 0 && ground === null) lacks.push('reach');
  if (knowing === null) lacks.push('not-let-in');
  return { allowed: lacks.length === 0, ground, knowing, lacks };
}

function whyGuestReads(actor: Actor, c: ConversationFacts, servesIt: boolean): ReadWhy {
  const isShared = actor.id !== null && c.sharedWith.has(actor.id);
  const lacks: Lack[] = [];
  if (!servesIt) lacks.push('brand');
  if (!isShared) lacks.push('not-shared');
  if (c.confidentialAt !== null) lacks.push('confidential');
  const allowed = lacks.length === 0;
  return { allowed, ground: allowed ? 'shared' : null, knowing: allowed ? 'named' : null, lacks };
}

/** By which of its ways a permission reaches a conversation; null where it does not. */
export function groundOf(actor: Actor, permission: string, c: ConversationFacts): Ground | null {
  if (!servesBrand(actor, c.brandId)) return null;
  const scope = scopeOf(actor, permission);
  if (scope === null) return null;
  if (actor.kind === 'system' || actor.kind === 'rule') return 'system';
  if (scope === 'all' || scope === 'brand') return scope;
  if (actor.id !== null && c.assigneeId === actor.id) return 'own';
  return scope === 'team' && c.teamId !== null && actor.teamIds.has(c.teamId) ? 'team' : null;
}

/** Whether a permission reaches a conversation. */
export function reaches(actor: Actor, permission: string, c: ConversationFacts): boolean {
  return groundOf(actor, permission, c) !== null;
}

function knowingOf(actor: Actor, c: ConversationFacts): Knowing | null {
  if (c.confidentialAt === null || actor.kind === 'system' || actor.kind === 'rule') return 'open';
  if (actor.id === null) return null;
  if (c.assigneeId === actor.id) return 'assignee';
  if (c.grantedTo.has(actor.id)) return 'named';
  return [...actor.teamIds].some((teamId) => c.grantedTo.has(teamId)) ? 'named-team' : null;
}
