import { sql } from 'kysely';
import { teammateNames } from '#domains/identity';
import type { QueryOf } from '#platform/contract';
import type { ReadCtx } from '#platform/ctx';
import { mayNot } from '#platform/problem';
import type { AuditView, listAudit as listRoute } from './contract.ts';
import { cursorOf, readCursor } from './keyset.ts';
import { nameChanges } from './name-changes.ts';
import { can } from './policy.ts';

interface Page {
  readonly after?: string | undefined;
  readonly limit: number;
}
export type AuditFilter = Omit<QueryOf<typeof listRoute>, keyof Page>;

/** What administrators did, newest first, with what its ids and codes are called. */
export async function listAudit(ctx: ReadCtx, asked: AuditFilter & Page) {
  const { rows, next } = await readAudit(ctx, asked);
  return { rows: await nameChanges(ctx, rows), next };
}

/** The same as it was written, ids and codes bare. */
export async function readAudit(
  ctx: ReadCtx,
  asked: AuditFilter & Page,
): Promise<{ rows: Omit<AuditView, 'names' | 'says'>[]; next: string | null }> {
  if (!can.readAudit(ctx.actor)) throw mayNot();
  const place = readCursor(asked.after);
  const found = await filtered(ctx, asked)
    .$if(place !== null, (query) =>
      query.where(sql<boolean>`(occurred_at, id) < (${place?.at}::timestamptz, ${place?.id}::uuid)`),
    )
    .orderBy('occurred_at', 'desc')
    .orderBy('id', 'desc')
    .limit(asked.limit + 1)
    .execute();
  const page = found.slice(0, asked.limit);
  const ids = page.flatMap((row) => row.actor_id ?? []);
  const names = await teammateNames(ctx, ids);
  const last = page.at(-1);
  return {
    rows: page.map((row) => ({
      id: row.id,
      position: row.position,
      at: row.occurred_at.toISOString(),
      actorKind: row.actor_kind,
      actorId: row.actor_id,
      actorName: (row.actor_id && names.get(row.actor_id)) || null,
      action: row.action,
      objectKind: row.object_kind,
      objectId: row.object_id,
      objectName: row.object_name,
      hash: row.hash?.toString('hex') ?? null,
      change: row.change as Record<string, unknown>,
      via: row.via,
      address: row.from_address,
      why: row.why,
    })),
    next: found.length > asked.limit && last ? cursorOf(last.occurred_at, last.id) : null,
  };
}

function filtered(ctx: ReadCtx, asked: AuditFilter) {
  const { actorId, action, objectKind, objectId, from, until } = asked;
  return ctx.db
    .selectFrom('audit_log')
    .select(['id', 'position', 'occurred_at', 'actor_kind', 'actor_id', 'action', 'object_kind', 'object_id'])
    .select(['object_name', 'change', 'via', 'from_address', 'why', 'hash'])
    .where('workspace_id', '=', ctx.workspaceId)
    .$if(actorId !== undefined, (query) => query.where('actor_id', '=', actorId ?? ''))
    .$if(objectKind !== undefined, (query) => query.where('object_kind', '=', objectKind ?? ''))
    .$if(objectId !== undefined, (query) => query.where('object_id', '=', objectId ?? ''))
    .$if(action !== undefined, (query) => query.where(sql<boolean>`starts_with(action, ${action ?? ''})`))
    .$if(from !== undefined, (query) => query.where('occurred_at', '>=', new Date(from ?? 0)))
    .$if(until !== undefined, (query) => query.where('occurred_at', '<', new Date(until ?? 0)));
}

/** The kinds of things the log tells of: one look-up for each, however long the log is. */
export async function listAuditKinds(ctx: ReadCtx): Promise<{ rows: string[] }> {
  if (!can.readAudit(ctx.actor)) throw mayNot();
  const { rows } = await sql<{ kind: string }>`
    with recursive kinds as (
      (select object_kind as kind from audit_log
        where workspace_id = ${ctx.workspaceId} order by object_kind limit 1)
      union all
      select next.kind from kinds cross join lateral (
        select object_kind as kind from audit_log
        where workspace_id = ${ctx.workspaceId} and object_kind > kinds.kind order by object_kind limit 1) next)
    select kind from kinds limit 200`.execute(ctx.db);
  return { rows: rows.map(({ kind }) => kind) };
}
