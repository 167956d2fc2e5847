import { brandLeft, brandOpened, brandServed, lineChanged, lineClosed, lineOpened } from '#domains/brands/contract';
import {
  apiKeyMade,
  apiKeyRevoked,
  settingChanged,
  teammateDeactivated,
  teammateJoined,
  teammateRolesGiven,
  teammateSignedOut,
} from '#domains/identity/contract';
import type { Ctx, EventOf } from '#platform/ctx';
import { type Reaction, within } from '#platform/domain';
import { audit } from './audit.ts';

/** What is written into the log of the domains that stand before this one; those after it call `audit` themselves. */
const audited = [
  apiKeyMade,
  apiKeyRevoked,
  settingChanged,
  teammateJoined,
  teammateRolesGiven,
  teammateDeactivated,
  teammateSignedOut,
  brandOpened,
  brandServed,
  brandLeft,
  lineOpened,
  lineChanged,
  lineClosed,
] as const;

export const reactions: readonly Reaction[] = audited.map((event) => within(event, writeAudit));

/** In the same transaction as the change: no setting changes without its line in the log. */
async function writeAudit(ctx: Ctx, event: EventOf<(typeof audited)[number]>): Promise<void> {
  const [objectKind = 'workspace'] = event.name.split('.');
  await audit(ctx, {
    action: event.name,
    objectKind,
    objectId: event.subjectId,
    change: event.body,
    at: event.occurredAt,
  });
}
