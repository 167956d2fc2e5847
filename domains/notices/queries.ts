import { sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';

/** A row as it is kept. */
export interface Notice {
  readonly id: string;
  readonly teammateId: string;
  readonly kind: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly body: unknown;
  readonly occurredAt: Date;
  readonly seenAt: Date | null;
}

/** Notices of the workspace; narrow it further and run it. */
export function noticeRows(ctx: ReadCtx) {
  return ctx.db
    .selectFrom('notices')
    .select([
      'id',
      'teammate_id as teammateId',
      'kind',
      'subject_kind as subjectKind',
      'subject_id as subjectId',
      'body',
      'occurred_at as occurredAt',
      'seen_at as seenAt',
    ])
    .where('workspace_id', '=', ctx.workspaceId);
}

/** Those of these teammates who silenced a kind. */
export async function silencedBy(
  ctx: ReadCtx,
  kind: string,
  teammateIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await ctx.db
    .selectFrom('notice_choices')
    .select('teammate_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('kind', '=', kind)
    .where('teammate_id', '=', sql<string>`any(${[...teammateIds]}::uuid[])`)
    .where('silenced_at', 'is not', null)
    .execute();
  return new Set(rows.map((row) => row.teammate_id));
}

/** How these teammates want a kind by mail: id → `at-once` or `digest`; the others do not. */
export async function mailChoices(
  ctx: ReadCtx,
  kind: string,
  teammateIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await ctx.db
    .selectFrom('notice_choices')
    .select(['teammate_id', 'mail'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('kind', '=', kind)
    .where('teammate_id', '=', sql<string>`any(${[...teammateIds]}::uuid[])`)
    .where('mail', 'is not', null)
    .execute();
  return new Map(rows.map((row) => [row.teammate_id, row.mail ?? '']));
}
