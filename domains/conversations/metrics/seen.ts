import type { ExpressionBuilder } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import type { DB } from '#platform/database';
import type { MetricQuery } from '#platform/domain';
import { visible } from '../policy.ts';

type Where = Pick<MetricQuery, 'brandId' | 'teamId'>;

/** What a figure may rest on: conversations its reader sees, of the brand and team asked for. */
export function seen(ctx: ReadCtx, query: Where) {
  return (eb: ExpressionBuilder<DB, 'conversations'>) =>
    eb.and([
      eb('workspace_id', '=', ctx.workspaceId),
      visible(ctx.actor)(eb),
      ...(query.brandId === undefined ? [] : [eb('brand_id', '=', query.brandId)]),
      ...(query.teamId === undefined ? [] : [eb('team_id', '=', query.teamId)]),
    ]);
}

/** The same as a table to join with: what a row behind a figure shows. */
export function seenConversations(ctx: ReadCtx, query: Where) {
  return ctx.db
    .selectFrom('conversations')
    .select(['workspace_id', 'id', 'number', 'subject', 'assignee_id'])
    .where(seen(ctx, query))
    .as('seen');
}
