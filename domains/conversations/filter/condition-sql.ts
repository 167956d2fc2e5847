import { type RawBuilder, sql } from 'kysely';
import { fold } from '#science/text';
import { isUuid } from '#platform/contract';
import type { ReadCtx } from '#platform/ctx';
import {
  type Condition,
  type FilterGroup,
  type flagFields,
  type idFields,
  isGroup,
  type timeFields,
} from '../contract.ts';
import { anyOf } from '../sql.ts';

type Sql = RawBuilder<boolean>;
type IdCondition = Extract<Condition, { field: (typeof idFields)[number] }>;
type TimeCondition = Extract<Condition, { field: (typeof timeFields)[number] }>;
type TextCondition = Extract<Condition, { field: 'text' }>;

/** An id that nobody has. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** A filter as SQL over `conversations`. Whose eyes it is for is still to be said. */
export function groupSql(ctx: ReadCtx, group: FilterGroup): Sql {
  const parts = group.of.map((part) => (isGroup(part) ? groupSql(ctx, part) : conditionSql(ctx, part)));
  // a group that asks for nothing holds of everything, also where "any" is asked
  if (parts.length === 0) return sql<boolean>`true`;
  return sql<boolean>`(${sql.join(parts, group.match === 'all' ? sql` and ` : sql` or `)})`;
}

function conditionSql(ctx: ReadCtx, condition: Condition): Sql {
  switch (condition.field) {
    case 'status':
      return oneOf(sql`conversations.status_category`, condition.op, sql`${[...condition.values]}::text[]`);
    case 'priority':
      return oneOf(sql`conversations.priority`, condition.op, sql`${[...condition.values]}::smallint[]`);
    case 'channel':
      return oneOf(sql`coalesce(conversations.last_channel, '')`, condition.op, sql`${[...condition.values]}::text[]`);
    case 'text':
      return textSql(ctx, condition);
    case 'custom':
      return customSql(condition);
    case 'tag':
      return tagSql(ctx, condition);
    case 'snoozed':
    case 'unread':
    case 'confidential':
    case 'has-file':
    case 'overdue':
    case 'follows':
    case 'mentioned':
    case 'drafted':
      return condition.yes ? flagSql(ctx, condition.field) : sql<boolean>`not ${flagSql(ctx, condition.field)}`;
    default:
      return 'values' in condition ? idSql(ctx, condition) : timeSql(ctx, condition);
  }
}

function oneOf(column: RawBuilder<unknown>, op: 'is' | 'is-not', values: RawBuilder<unknown>): Sql {
  return op === 'is' ? sql<boolean>`${column} = any(${values})` : sql<boolean>`${column} <> all(${values})`;
}

const idColumns = {
  'status-name': 'status_id',
  queue: 'queue_id',
  team: 'team_id',
  assignee: 'assignee_id',
  reason: 'reason_id',
  brand: 'brand_id',
  customer: 'customer_id',
  company: 'company_id',
} as const;

/** `me` is whoever looks, `none` is nobody; what is no id here is nobody's. */
function idSql(ctx: ReadCtx, condition: IdCondition): Sql {
  const column = sql.ref<string>(`conversations.${idColumns[condition.field as keyof typeof idColumns]}`);
  const ids = idsOf(ctx, condition.values);
  const named = sql<boolean>`${column} = ${anyOf(ids)}`;
  const found = condition.values.includes('none')
    ? sql<boolean>`(${column} is null${ids.length > 0 ? sql` or ${named}` : sql``})`
    : named;
  return condition.op === 'is' ? found : sql<boolean>`(${found}) is not true`;
}

function idsOf(ctx: ReadCtx, values: readonly string[]): readonly string[] {
  return values.flatMap((value) => {
    if (value === 'me') return [ctx.actor.id ?? nobody];
    return isUuid(value) ? [value] : [];
  });
}

/**
 * A value is asked for as what holds it, and as a list that holds it; each is answered by the index over all fields, which
 * `= any` over several would not be.
 */
function customSql({ fieldId, op, values }: Extract<Condition, { field: 'custom' }>): Sql {
  const holds = values
    .flatMap((value) => [JSON.stringify({ [fieldId]: value }), JSON.stringify({ [fieldId]: [value] })])
    .map((held) => sql`conversations.custom @> ${held}::jsonb`);
  // the index is kept for those that have fields: said again, so that it is taken
  const found = sql<boolean>`(conversations.custom <> '{}'::jsonb and (${sql.join(holds, sql` or `)}))`;
  return op === 'is' ? found : sql<boolean>`not ${found}`;
}

/** Asked from the tag's side, so that a rare tag leads to its conversations. */
function tagSql(ctx: ReadCtx, condition: IdCondition): Sql {
  const ids = idsOf(ctx, condition.values);
  const tagged = sql<boolean>`conversations.id in (select conversation_tags.conversation_id from conversation_tags
    where conversation_tags.workspace_id = ${ctx.workspaceId} and conversation_tags.tag_id = ${anyOf(ids)})`;
  const untagged = sql<boolean>`not exists (select 1 from conversation_tags
    where conversation_tags.workspace_id = ${ctx.workspaceId} and conversation_tags.conversation_id = conversations.id)`;
  const wanted = [...(ids.length > 0 ? [tagged] : []), ...(condition.values.includes('none') ? [untagged] : [])];
  const found = wanted.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(wanted, sql` or `)})`;
  return condition.op === 'is' ? found : sql<boolean>`not ${found}`;
}

const timeColumns = {
  opened: 'opened_at',
  closed: 'closed_at',
  solved: 'solved_at',
  'last-message': 'last_entry_at',
  'last-from-customer': 'last_in_at',
  'last-from-us': 'last_out_at',
  'waiting-since': 'waiting_since',
  due: 'due_at',
  'snoozed-until': 'snoozed_until',
} as const;

function timeSql(ctx: ReadCtx, condition: TimeCondition): Sql {
  const column = sql.ref<Date>(`conversations.${timeColumns[condition.field]}`);
  const away = (condition.minutes ?? 0) * 60_000;
  const ago = new Date(ctx.now.getTime() - away);
  const ahead = new Date(ctx.now.getTime() + away);
  const at = new Date(condition.at ?? ctx.now);
  switch (condition.op) {
    case 'before':
      return sql<boolean>`${column} < ${at}`;
    case 'after':
      return sql<boolean>`${column} >= ${at}`;
    case 'within-last':
      return sql<boolean>`(${column} >= ${ago} and ${column} <= ${ctx.now})`;
    case 'longer-ago':
      return sql<boolean>`${column} < ${ago}`;
    case 'within-next':
      return sql<boolean>`(${column} >= ${ctx.now} and ${column} <= ${ahead})`;
    case 'is-set':
      return sql<boolean>`${column} is not null`;
    case 'is-not-set':
      return sql<boolean>`${column} is null`;
  }
}

function flagSql(ctx: ReadCtx, field: (typeof flagFields)[number]): Sql {
  const me = ctx.actor.id ?? nobody;
  switch (field) {
    case 'snoozed':
      return sql<boolean>`(conversations.snoozed_until is not null)`;
    case 'confidential':
      return sql<boolean>`(conversations.confidential_at is not null)`;
    case 'overdue':
      return sql<boolean>`(conversations.due_at is not null and conversations.due_at < ${ctx.now})`;
    case 'unread':
      // asked for by its absence, which of a long history is found out at once instead of one by one
      return sql<boolean>`(conversations.last_entry_version > 0 and not exists (select 1 from conversation_reads
        where conversation_reads.workspace_id = ${ctx.workspaceId} and conversation_reads.teammate_id = ${me}
          and conversation_reads.conversation_id = conversations.id
          and conversation_reads.seen_version >= conversations.last_entry_version))`;
    case 'follows':
      return sql<boolean>`exists (select 1 from participants where participants.workspace_id = ${ctx.workspaceId}
        and participants.conversation_id = conversations.id and participants.teammate_id = ${me}
        and participants.role = 'follower' and participants.left_at is null)`;
    case 'mentioned':
      // from the few notes that name me or a team of mine, so that they lead to their conversations, wherever those are today
      return sql<boolean>`conversations.id in (select entries.conversation_id from entries
        where entries.workspace_id = ${ctx.workspaceId} and entries.kind = 'note' and entries.facts ? 'mentions'
          and (entries.facts -> 'mentions') ?| ${[String(me), ...ctx.actor.teamIds]}::text[])`;
    case 'drafted':
      return sql<boolean>`conversations.id in (select drafts.conversation_id from drafts
        where drafts.workspace_id = ${ctx.workspaceId} and drafts.teammate_id = ${me})`;
    case 'has-file':
      return sql<boolean>`exists (select 1 from search_parts where search_parts.workspace_id = ${ctx.workspaceId}
        and search_parts.conversation_id = conversations.id and search_parts.words @@ '''h:file'''::tsquery)`;
  }
}

/** A part of the subject, a name or an address, by its trigrams. */
function textSql(ctx: ReadCtx, condition: TextCondition): Sql {
  const pattern = `%${fold(condition.text).replace(/[\\%_]/g, '\\$&')}%`;
  const found = sql<boolean>`conversations.id in (select search_parts.conversation_id from search_parts
    where search_parts.workspace_id = ${ctx.workspaceId} and search_parts.part = 0 and search_parts.head like ${pattern})`;
  return condition.op === 'contains' ? found : sql<boolean>`not ${found}`;
}
