import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx';
import { insertLater, newId } from '#platform/database';
import { every, type Job } from '#platform/domain';

/** How many customers one run looks at; a large import is done some minutes later. */
const lookedAtOnce = 2_000;
/** Pairs that one statement writes. */
const writtenAtOnce = 500;
/** Most pairs suggested for one customer by one reason: a number of a switchboard is everybody's. */
const pairsEach = 5;
/** Shorter numbers end alike by chance. */
const phoneEnd = 8;

/** Says that somebody may be one whom we know already. Asking twice is asking once. */
export async function askForDuplicates(ctx: Ctx, customerId: string): Promise<void> {
  const asked = { workspace_id: ctx.workspaceId, customer_id: customerId, asked_at: ctx.now };
  await insertLater(ctx.db, 'duplicate_checks', asked, { orNothing: true });
}

interface Pair {
  readonly brand_id: string;
  readonly one_id: string;
  readonly other_id: string;
  readonly reasons: string[];
}

/** Looks at whoever was put forward, and keeps the pairs. Each reason is an index look-up a customer, and nothing scans. */
export async function keepDuplicates(ctx: Ctx): Promise<void> {
  const { rows } = await sql<{ customer_id: string }>`
    delete from duplicate_checks where workspace_id = ${ctx.workspaceId} and customer_id in (
      select customer_id from duplicate_checks where workspace_id = ${ctx.workspaceId}
      order by customer_id limit ${lookedAtOnce} for update skip locked)
    returning customer_id`.execute(ctx.db);
  if (rows.length === 0) return;
  const pairs = await pairsOf(
    ctx,
    rows.map(({ customer_id: id }) => id),
  );
  for (let from = 0; from < pairs.length; from += writtenAtOnce)
    await ctx.db
      .insertInto('duplicate_suggestions')
      .values(
        pairs
          .slice(from, from + writtenAtOnce)
          .map((pair) => ({ workspace_id: ctx.workspaceId, id: newId(), found_at: ctx.now, ...pair })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['workspace_id', 'one_id', 'other_id'])
          .doUpdateSet((eb) => ({ reasons: eb.ref('excluded.reasons') })),
      )
      .execute();
  if (rows.length === lookedAtOnce) ctx.enqueue('customers.look-for-duplicates', {});
}

/** Each minute, and again at once while there is more. */
export const lookForDuplicates: Job = every('* * * * *', 'customers.look-for-duplicates', keepDuplicates, 120);

/**
 * Two numbers with their countries are one only if they are the same; one without its country is the end of the other. The
 * end alone would make neighbours of two countries one person.
 */
function isOneNumber() {
  const [one, other] = [sql`ltrim(i.value_normalised, '+0')`, sql`ltrim(own.value_normalised, '+0')`];
  return sql`not (left(i.value_normalised, 1) = '+' and left(own.value_normalised, 1) = '+')
          and (right(${one}, length(${other})) = ${other} or right(${other}, length(${one})) = ${one})`;
}

async function pairsOf(ctx: Ctx, ids: readonly string[]): Promise<readonly Pair[]> {
  const there = sql`merged_into_id is null and erased_at is null`;
  const ws = ctx.workspaceId;
  const mailbox = (table: string) => {
    const value = sql.ref(`${table}.value_normalised`);
    return sql`(replace(split_part(split_part(${value}, '@', 1), '+', 1), '.', '') || '@' || split_part(${value}, '@', -1))`;
  };
  const { rows } = await sql<Pair>`
    with asked as (
      select id, brand_id, name from customers
      where workspace_id = ${ws} and id = any(${[...ids]}::uuid[]) and ${there}),
    found as (
      select a.id, a.brand_id, other.customer_id as other_id, 'phone' as reason from asked a
      join identities own on own.workspace_id = ${ws} and own.customer_id = a.id
        and own.kind = 'phone' and own.removed_at is null and length(own.value_normalised) >= ${phoneEnd}
      cross join lateral (
        select i.customer_id from identities i where i.workspace_id = ${ws} and i.brand_id = a.brand_id
          and i.kind = 'phone' and i.removed_at is null
          and right(i.value_normalised, 8) = right(own.value_normalised, 8) and i.customer_id <> a.id
          and ${isOneNumber()}
        limit ${pairsEach}) other
      union
      select a.id, a.brand_id, other.customer_id, 'address' from asked a
      join identities own on own.workspace_id = ${ws} and own.customer_id = a.id
        and own.kind = 'address' and own.removed_at is null
      cross join lateral (
        select i.customer_id from identities i where i.workspace_id = ${ws} and i.brand_id = a.brand_id
          and i.kind = 'address' and i.removed_at is null and ${mailbox('i')} = ${mailbox('own')}
          and i.customer_id <> a.id
        limit ${pairsEach}) other
      union
      select a.id, a.brand_id, other.id, 'name-and-company' from asked a
      cross join lateral (
        select c.id from customers c where c.workspace_id = ${ws} and c.brand_id = a.brand_id
          and lower(c.name) = lower(a.name) and c.merged_into_id is null and c.erased_at is null and c.id <> a.id
          and exists (
            select 1 from memberships mine join memberships theirs
              on theirs.workspace_id = ${ws} and theirs.company_id = mine.company_id
            where mine.workspace_id = ${ws} and mine.customer_id = a.id and theirs.customer_id = c.id)
        limit ${pairsEach}) other
      where length(a.name) >= 3)
    select f.brand_id, least(f.id, f.other_id) as one_id, greatest(f.id, f.other_id) as other_id,
      array_agg(distinct f.reason order by f.reason) as reasons
    from found f join customers o on o.workspace_id = ${ws} and o.id = f.other_id
      and o.merged_into_id is null and o.erased_at is null
    group by 1, 2, 3`.execute(ctx.db);
  return rows;
}
