import { sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import { notFound } from '#platform/problem';
import { queueById } from '#domains/teams';
import type { ConversationRow } from './contract.ts';
import { cursorOf, readCursor } from './keyset.ts';
import { type Conversation, grantsOf } from './load.ts';
import { visible } from './policy.ts';
import { columns } from './sql.ts';
import { rowView, seenVersions } from './views.ts';

/** Which list, in which order, from where. */
export interface Asked {
  readonly box: 'mine' | 'unassigned' | 'queue' | 'all' | 'snoozed' | 'closed' | 'customer';
  readonly queueId?: string | undefined;
  readonly customerId?: string | undefined;
  readonly brandId?: string | undefined;
  readonly order: 'due' | 'newest';
  readonly after?: string | undefined;
  readonly limit: number;
}

/** One page of a list: what the actor may see, in a stable order, from an index. */
export async function list(ctx: ReadCtx, asked: Asked): Promise<{ rows: ConversationRow[]; next: string | null }> {
  if (asked.box === 'queue' && asked.queueId && !(await queueById(ctx, asked.queueId))) throw notFound();
  const place = readCursor(asked.after);
  const due = asked.order === 'due' && asked.box !== 'closed' && asked.box !== 'customer';
  const found = await boxQuery(ctx, asked)
    .$if(place !== null, (query) => {
      const from = place ?? { value: '', id: '' };
      return due
        ? query.where(sql<boolean>`(sort_due, id) > (${from.value}::timestamptz, ${from.id}::uuid)`)
        : query.where(sql<boolean>`(last_entry_at, id) < (${from.value}::timestamptz, ${from.id}::uuid)`);
    })
    .orderBy(due ? 'sort_due' : 'last_entry_at', due ? 'asc' : 'desc')
    .orderBy('id', due ? 'asc' : 'desc')
    .limit(asked.limit + 1)
    .execute();
  const page = found.slice(0, asked.limit);
  const grants = await grantsOf(ctx, page.filter((row) => row.confidential_at !== null).map((row) => row.id));
  const seen = await seenVersions(ctx, page.map((row) => row.id));
  const last = page.at(-1);
  return {
    rows: page.map((row) => {
      const conversation: Conversation = { ...row, grantedTo: grants.get(row.id) ?? new Set() };
      return rowView(conversation, seen.get(row.id) ?? 0);
    }),
    next: found.length > asked.limit && last ? cursorOf(due ? sortDueText(last.sort_due) : last.last_entry_at, last.id) : null,
  };
}

/** PostgreSQL's infinity ("no promise") has no JavaScript date. */
function sortDueText(value: Date | number): string {
  return value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : 'infinity';
}

function boxQuery(ctx: ReadCtx, asked: Asked) {
  const base = ctx.db
    .selectFrom('conversations')
    .select(columns)
    .where('workspace_id', '=', ctx.workspaceId)
    .where('merged_at', 'is', null)
    .where(visible(ctx.actor))
    .$if(asked.brandId !== undefined, (query) => query.where('brand_id', '=', asked.brandId ?? ''));
  const nobody = '00000000-0000-0000-0000-000000000000';
  switch (asked.box) {
    case 'mine':
      return base.where('assignee_id', '=', ctx.actor.id ?? nobody).where('status_category', '=', 'open').where('snoozed_until', 'is', null);
    case 'unassigned':
      return base.where('assignee_id', 'is', null).where('status_category', '=', 'open').where('snoozed_until', 'is', null);
    case 'queue':
      return base.where('queue_id', '=', asked.queueId ?? nobody).where('status_category', '=', 'open').where('snoozed_until', 'is', null);
    case 'snoozed':
      return base.where('assignee_id', '=', ctx.actor.id ?? nobody).where('snoozed_until', 'is not', null);
    case 'closed':
      return base.where('status_category', '=', 'closed');
    case 'customer':
      return base.where('customer_id', '=', asked.customerId ?? nobody);
    default:
      return base.where('status_category', '=', 'open');
  }
}
