import { type RawBuilder, sql } from 'kysely';
import { isUuid } from '#platform/contract';
import type { ReadCtx } from '#platform/ctx';
import { isSegmentGroup, type SegmentCondition, type SegmentGroup, type segmentTimes } from '../contract.ts';

type Sql = RawBuilder<boolean>;
type Of<Field extends SegmentCondition['field']> = Extract<SegmentCondition, { field: Field }>;
type TimeField = (typeof segmentTimes)[number];

const dayMs = 86_400_000;

/** A filter as SQL over `customers`. Whose eyes it is for is still to be said. */
export function segmentSql(ctx: ReadCtx, group: SegmentGroup): Sql {
  const parts = group.of.map((part) => (isSegmentGroup(part) ? segmentSql(ctx, part) : conditionSql(ctx, part)));
  // a group that asks for nothing holds of everybody, also where "any" is asked
  if (parts.length === 0) return sql<boolean>`true`;
  return sql<boolean>`(${sql.join(parts, group.match === 'all' ? sql` and ` : sql` or `)})`;
}

function conditionSql(ctx: ReadCtx, condition: SegmentCondition): Sql {
  switch (condition.field) {
    case 'tag':
      return not(condition.op, sql<boolean>`customers.tags && ${[...condition.values]}::text[]`);
    case 'brand':
      return not(condition.op, sql<boolean>`customers.brand_id = any(${idsIn(condition.values)}::uuid[])`);
    case 'language':
      return not(
        condition.op,
        sql<boolean>`split_part(coalesce(customers.locale, ''), '-', 1) = any(${[...condition.values]}::text[])`,
      );
    case 'company':
      return not(condition.op, companySql(ctx, condition));
    case 'custom':
      return not(condition.op, customSql(condition));
    case 'orders':
      return ordersSql(ctx, condition);
    case 'consent':
      return not(condition.op, consentSql(ctx, condition));
    default:
      return timeSql(ctx, condition);
  }
}

function not(op: 'is' | 'is-not', found: Sql): Sql {
  return op === 'is' ? found : sql<boolean>`(${found}) is not true`;
}

/** What is no id here is nobody's. */
function idsIn(values: readonly string[]): string[] {
  return values.filter((value) => isUuid(value));
}

/** Asked from the company's side, so that a small one leads to its people. */
function companySql(ctx: ReadCtx, { values }: Of<'company'>): Sql {
  const member = sql<boolean>`customers.id in (select memberships.customer_id from memberships
    where memberships.workspace_id = ${ctx.workspaceId} and memberships.until is null
      and memberships.company_id = any(${idsIn(values)}::uuid[]))`;
  if (!values.includes('none')) return member;
  const alone = sql<boolean>`not exists (select 1 from memberships where memberships.workspace_id = ${ctx.workspaceId}
    and memberships.customer_id = customers.id and memberships.until is null)`;
  return sql<boolean>`(${member} or ${alone})`;
}

/** A value is asked for as what holds it, and as a list that holds it: each is answered by the index over all fields. */
function customSql({ fieldId, values }: Of<'custom'>): Sql {
  const holds = values
    .flatMap((value) => [JSON.stringify({ [fieldId]: value }), JSON.stringify({ [fieldId]: [value] })])
    .map((held) => sql`customers.custom @> ${held}::jsonb`);
  return sql<boolean>`(${sql.join(holds, sql` or `)})`;
}

/** Who bought nothing has no row: at least none is everybody. */
function ordersSql(ctx: ReadCtx, { op, count }: Of<'orders'>): Sql {
  if (op === 'at-least') return count === 0 ? sql<boolean>`true` : orderedMoreThan(ctx, count - 1);
  return sql<boolean>`not ${orderedMoreThan(ctx, count)}`;
}

function orderedMoreThan(ctx: ReadCtx, count: number): Sql {
  return sql<boolean>`customers.id in (select customer_sums.customer_id from customer_sums
    where customer_sums.workspace_id = ${ctx.workspaceId} and customer_sums.order_count > 0
      and customer_sums.order_count > ${count})`;
}

function consentSql(ctx: ReadCtx, { purpose, medium }: Of<'consent'>): Sql {
  return sql<boolean>`customers.id in (select consents.survivor_id from consents
    where consents.workspace_id = ${ctx.workspaceId} and consents.purpose = ${purpose} and consents.medium = ${medium}
      and consents.state = 'given' and consents.is_current)`;
}

const sumColumns = { 'last-contact': 'last_contact_at', 'last-order': 'last_order_at' } as const;

function timeSql(ctx: ReadCtx, condition: Of<TimeField>): Sql {
  const { field } = condition;
  if (field === 'first-seen') return momentSql(ctx, condition, sql`customers.first_seen_at`);
  const column = sql.ref(`customer_sums.${sumColumns[field]}`);
  const known = (holds: Sql): Sql => sql<boolean>`customers.id in (select customer_sums.customer_id from customer_sums
    where customer_sums.workspace_id = ${ctx.workspaceId} and ${column} is not null and ${holds})`;
  if (condition.op === 'is-not-set') return sql<boolean>`not ${known(sql<boolean>`true`)}`;
  return known(momentSql(ctx, condition, column));
}

function momentSql(ctx: ReadCtx, condition: Of<TimeField>, column: RawBuilder<unknown>): Sql {
  const ago = new Date(ctx.now.getTime() - (condition.days ?? 0) * dayMs);
  const at = new Date(condition.at ?? ctx.now);
  switch (condition.op) {
    case 'before':
      return sql<boolean>`${column} < ${at}`;
    case 'after':
      return sql<boolean>`${column} >= ${at}`;
    case 'within-last':
      return sql<boolean>`${column} >= ${ago}`;
    case 'longer-ago':
      return sql<boolean>`${column} < ${ago}`;
    case 'is-set':
      return sql<boolean>`${column} is not null`;
    case 'is-not-set':
      return sql<boolean>`${column} is null`;
  }
}
