import { createHash } from 'node:crypto';

/** What one domain removed from one table. */
export interface ProofPart {
  readonly domain: string;
  readonly table: string;
  readonly rows: number;
}

/**
 * Over everything the proof says, in a fixed order. It stands in the audit log too, whose lines are sealed: a proof that
 * somebody changed afterwards fits neither.
 */
export function hashOf(proof: {
  readonly id: string;
  readonly customerId: string;
  readonly reason: string;
  readonly at: string;
  readonly by: string | null;
  readonly parts: readonly ProofPart[];
}): string {
  const { id, customerId, reason, at, by } = proof;
  const parts = proof.parts.map(({ domain, table, rows }) => `${domain} ${table} ${rows}`).toSorted();
  return createHash('sha256')
    .update([id, customerId, reason, at, by ?? '', ...parts].join('\n'))
    .digest('hex');
}
