import { type RawBuilder, sql } from 'kysely';

/** `= any($1)` instead of `in (…)`: one statement, and so one plan, for every number of ids. */
export function anyOf(ids: readonly string[]): RawBuilder<string> {
  return sql<string>`any(${ids}::uuid[])`;
}

/** What a row of a list shows, and what it may be sorted by: half of a conversation's columns, and of what reading them costs. */
export const rowColumns = [
  'id',
  'number',
  'brand_id',
  'customer_id',
  'subject',
  'status_id',
  'status_category',
  'assignee_id',
  'team_id',
  'queue_id',
  'priority',
  'confidential_at',
  'opened_at',
  'closed_at',
  'snoozed_until',
  'waiting_since',
  'due_at',
  'due_kind',
  'sort_due',
  'customer_name',
  'last_entry_at',
  'last_entry_kind',
  'last_channel',
  'last_preview',
  'version',
  'last_entry_version',
] as const;

/** All columns of a conversation, by name: a column added beside a running server never breaks its plans. */
export const columns = [
  ...rowColumns,
  'workspace_id',
  'company_id',
  'reason_id',
  'confidential_by',
  'shared_at',
  'solved_at',
  'closed_by',
  'reopened_at',
  'reopened_count',
  'snoozed_by',
  'merged_into_id',
  'merged_at',
  'follows_id',
  'last_entry_id',
  'last_in_at',
  'last_out_at',
  'entry_count',
  'contact_count',
  'custom',
  'changed_at',
] as const;
