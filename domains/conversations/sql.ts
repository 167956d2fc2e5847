import { type RawBuilder, sql } from 'kysely';

/** `= any($1)` instead of `in (…)`: one statement, and so one plan, for every number of ids. */
export function anyOf(ids: readonly string[]): RawBuilder<string> {
  return sql<string>`any(${[...ids]}::uuid[])`;
}

/** All columns of a conversation, by name: a column added beside a running server never breaks its plans. */
export const columns = [
  'workspace_id', 'id', 'number', 'brand_id', 'customer_id', 'company_id', 'subject', 'reason_id', 'status_id',
  'status_category', 'assignee_id', 'team_id', 'queue_id', 'priority', 'confidential_at', 'confidential_by', 'opened_at',
  'solved_at', 'closed_at', 'closed_by', 'reopened_at', 'reopened_count', 'snoozed_until', 'snoozed_by', 'merged_into_id',
  'merged_at', 'follows_id', 'waiting_since', 'due_at', 'due_kind', 'sort_due', 'customer_name', 'last_entry_id',
  'last_entry_at', 'last_entry_kind', 'last_channel', 'last_preview', 'last_in_at', 'last_out_at', 'entry_count',
  'contact_count', 'custom', 'version', 'last_entry_version', 'changed_at',
] as const;
