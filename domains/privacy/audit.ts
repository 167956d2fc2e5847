import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';

/** One act of an administrator. */
export interface AuditEntry {
  /** The past tense of it: `line.changed`, `customer.exported`. */
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string | null;
  /** What changed, as little as tells it: never a secret, never anything of a customer. */
  readonly change?: Readonly<Record<string, unknown>>;
  readonly at?: Date;
}

/** Writes down who changed what, in the same transaction as the change. A row of the log is never changed afterwards. */
export async function audit(ctx: Ctx, entry: AuditEntry): Promise<void> {
  await ctx.db
    .insertInto('audit_log')
    .values({
      workspace_id: ctx.workspaceId,
      id: newId(),
      occurred_at: entry.at ?? ctx.now,
      actor_kind: ctx.actor.kind,
      actor_id: ctx.actor.id,
      action: entry.action,
      object_kind: entry.objectKind,
      object_id: entry.objectId,
      change: JSON.stringify(entry.change ?? {}),
    })
    .execute();
}
