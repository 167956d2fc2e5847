import type { Config } from '#platform/config';
import type { AuditNote, Ctx, Origin } from '#platform/ctx';

/** Writes what administrators did in this transaction, in the order they did it. Called last, so its lock is held shortly. */
export type KeepAudit = (
  ctx: Ctx,
  notes: readonly AuditNote[],
  from: { readonly config: Config; readonly origin: Origin | null },
) => Promise<void>;
