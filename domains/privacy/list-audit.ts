import { sql } from 'kysely';
import { teammateNames } from '#domains/identity';
import type { ReadCtx } from '#platform/ctx';
import { mayNot } from '#platform/problem';
import type { AuditView, ErasureView } from './contract.ts';
import { cursorOf, readCursor } from './keyset.ts';
import { can } from './policy.ts';

interface Page {
  readonly after?: string | undefined;
  readonly limit: number;
}

/** What administrators changed, newest first. */
export async function listAudit(ctx: ReadCtx, asked: Page): Promise<{ rows: AuditView[]; next: string | null }> {
  if (!can.readAudit(ctx.actor)) throw mayNot();
  const place = readCursor(asked.after);
  const found = await ctx.db
    .selectFrom('audit_log')
    .select(['id', 'occurred_at', 'actor_kind', 'actor_id', 'action', 'object_kind', 'object_id', 'change'])
    .where('workspace_id', '=', ctx.workspaceId)
    .$if(place !== null, (query) =>
      query.where(sql<boolean>`(occurred_at, id) < (${place?.at}::timestamptz, ${place?.id}::uuid)`),
    )
    .orderBy('occurred_at', 'desc')
    .orderBy('id', 'desc')
    .limit(asked.limit + 1)
    .execute();
  const page = found.slice(0, asked.limit);
  const names = await teammateNames(
    ctx,
    page.flatMap((row) => row.actor_id ?? []),
  );
  const last = page.at(-1);
  return {
    rows: page.map((row) => ({
      id: row.id,
      at: row.occurred_at.toISOString(),
      actorKind: row.actor_kind,
      actorId: row.actor_id,
      actorName: (row.actor_id && names.get(row.actor_id)) || null,
      action: row.action,
      objectKind: row.object_kind,
      objectId: row.object_id,
      change: row.change as Record<string, unknown>,
    })),
    next: found.length > asked.limit && last ? cursorOf(last.occurred_at, last.id) : null,
  };
}

/** The proofs of erasures, newest first. */
export async function listErasures(ctx: ReadCtx, asked: Page): Promise<{ rows: ErasureView[]; next: string | null }> {
  if (!can.readAudit(ctx.actor)) throw mayNot();
  const place = readCursor(asked.after);
  const found = await ctx.db
    .selectFrom('erasures')
    .select(['id', 'customer_id', 'reason', 'asked_at', 'asked_by', 'done_at', 'removed'])
    .where('workspace_id', '=', ctx.workspaceId)
    .$if(place !== null, (query) =>
      query.where(sql<boolean>`(asked_at, id) < (${place?.at}::timestamptz, ${place?.id}::uuid)`),
    )
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(asked.limit + 1)
    .execute();
  const page = found.slice(0, asked.limit);
  const last = page.at(-1);
  return {
    rows: page.map((row) => ({
      id: row.id,
      customerId: row.customer_id,
      reason: row.reason as ErasureView['reason'],
      askedAt: row.asked_at.toISOString(),
      askedById: row.asked_by,
      doneAt: row.done_at?.toISOString() ?? null,
      removed: row.removed as Record<string, number>,
    })),
    next: found.length > asked.limit && last ? cursorOf(last.asked_at, last.id) : null,
  };
}
