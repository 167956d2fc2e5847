import type { PresenceView } from './contract.ts';
import type { OpenInterval } from './open-interval.ts';

/** Interval to view. */
export function viewOf(open: OpenInterval): PresenceView {
  return {
    teammateId: open.teammateId,
    state: open.state,
    reason: open.reason,
    since: open.startedAt.toISOString(),
    cause: open.cause,
    contactId: open.contactId,
    then: open.thenState ? { state: open.thenState, reason: open.thenReason } : null,
    version: open.version,
  };
}
