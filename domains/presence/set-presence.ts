import type { Ctx } from '#platform/ctx';
import {
  type PresenceCause,
  type PresenceReason,
  type PresenceState,
  type RestState,
  presenceChanged,
  restStates,
} from './contract.ts';
import { follow, lockOrBegin, type NextInterval, type OpenInterval } from './open-interval.ts';

/** Somebody's next state. `contactId` belongs to the cause `contact`, and to no other. */
export interface PresenceChange {
  readonly teammateId: string;
  readonly state: PresenceState;
  readonly reason?: PresenceReason | null;
  readonly cause: PresenceCause;
  readonly contactId?: string;
  /** Business time: when it happened, which is not always now. */
  readonly at: Date;
}

/**
 * How much later than the present state's beginning a change may reach us, in seconds: clocks of two processes differ
 * by less. What is older came in late (an import, a story told afterwards) and does not change the present.
 */
const lateLimitSeconds = 60;

/**
 * Closes a teammate's open interval and opens the next one, under one lock: exactly one is open at any time, and
 * times never go back. The same state again changes nothing. What somebody chooses while a contact holds them is kept,
 * and taken up when the contact gives them back.
 */
export async function setPresence(ctx: Ctx, change: PresenceChange): Promise<OpenInterval> {
  const open = await lockOrBegin(ctx, change.teammateId, change.at);
  if (open.startedAt.getTime() - change.at.getTime() > lateLimitSeconds * 1000) return open;
  const held = open.cause === 'contact';
  if (change.cause === 'contact') return begin(ctx, open, byContact(open, change), change.at);
  const rest = { state: restState(change.state), reason: change.reason ?? null };
  if (held) return keepForLater(ctx, open, rest);
  return begin(ctx, open, { ...rest, cause: change.cause, contactId: null, then: null }, change.at);
}

/** The contact is over for this teammate: they return to what they were before it, or chose during it. */
export async function givePresenceBack(
  ctx: Ctx,
  over: { teammateId: string; contactId: string; at: Date },
): Promise<void> {
  const open = await lockOrBegin(ctx, over.teammateId, over.at);
  if (open.contactId !== over.contactId || !open.thenState) return; // another contact holds them, or it was given back already
  const next = { state: open.thenState, reason: open.thenReason, cause: 'own', contactId: null, then: null } as const;
  await begin(ctx, open, next, over.at);
}

function byContact(open: OpenInterval, change: PresenceChange): NextInterval {
  if (!change.contactId) throw new Error('A state that a contact causes names the contact.');
  const before = open.cause === 'contact' ? open.thenState : restState(open.state);
  const reason = open.cause === 'contact' ? open.thenReason : open.reason;
  return {
    state: change.state,
    reason: change.reason ?? null,
    cause: 'contact',
    contactId: change.contactId,
    then: { state: before ?? 'available', reason },
  };
}

async function begin(ctx: Ctx, open: OpenInterval, next: NextInterval, at: Date): Promise<OpenInterval> {
  if (open.state === next.state && open.reason === next.reason && open.contactId === next.contactId) return open;
  const now = await follow(ctx, open, next, at);
  ctx.emit(
    presenceChanged,
    now.teammateId,
    { state: now.state, fromState: open.state, reason: now.reason, cause: now.cause, contactId: now.contactId },
    { occurredAt: now.startedAt },
  );
  ctx.touch('presence', now.teammateId);
  return now;
}

async function keepForLater(
  ctx: Ctx,
  open: OpenInterval,
  rest: { state: RestState; reason: PresenceReason | null },
): Promise<OpenInterval> {
  if (open.thenState === rest.state && open.thenReason === rest.reason) return open;
  await ctx.db
    .updateTable('presence_intervals')
    .set({ then_state: rest.state, then_reason: rest.reason, version: open.version + 1 })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', open.id)
    .execute();
  ctx.touch('presence', open.teammateId);
  return { ...open, thenState: rest.state, thenReason: rest.reason, version: open.version + 1 };
}

function restState(state: PresenceState): RestState {
  const rest = restStates.find((one) => one === state);
  if (!rest) throw new Error(`Only a contact makes somebody "${state}".`);
  return rest;
}
