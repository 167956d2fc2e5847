import type { Ctx } from '#platform/ctx';
import { insertLater } from '#platform/database';

/** Why a message is where it is: the rule, how sure (0 to 100), and the ids it rests on. */
export interface Evidence {
  readonly rule: string;
  readonly score: number;
  readonly idsSeen: readonly string[];
  /** Whether its sender is who they say, as the channel found out; absent where it cannot tell. */
  readonly senderCheck?: { readonly verdict: string; readonly says: string };
}

/** Most ids kept with one decision. */
const idLimit = 100;

/** Keeps the evidence of a threading decision beside its message. */
export async function writeEvidence(ctx: Ctx, entryId: string, evidence: Evidence): Promise<void> {
  await insertLater(ctx.db, 'threading_evidence', {
    workspace_id: ctx.workspaceId,
    entry_id: entryId,
    rule: evidence.rule,
    score: Math.round(evidence.score),
    ids_seen: JSON.stringify(evidence.idsSeen.slice(0, idLimit)),
    sender_check: evidence.senderCheck ? JSON.stringify(evidence.senderCheck) : null,
    decided_at: ctx.now,
  });
}
