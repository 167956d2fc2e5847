import { sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import type { CustomerMoment, CustomerMoments } from '#platform/domain';

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly kind: string;
  readonly title: string | null;
  readonly fact: string | null;
  readonly actor_id: string | null;
}

/** What this domain tells in a customer's timeline: first met, addresses, companies, notes, consent, merges. */
export const moments: CustomerMoments = {
  async list(ctx, customerIds, { before, limit }) {
    const older = (at: string, id: string) =>
      before ? sql`and (${sql.ref(at)}, ${sql.ref(id)}) < (${before.at}::timestamptz, ${before.id}::uuid)` : sql``;
    const { rows } = await sql<Row>`${sql.join(sources(ctx, [...customerIds], older, limit), sql` union all `)}
      order by at desc, id desc limit ${limit}`.execute(ctx.db);
    return rows.map(asMoment);
  },
};

/** Each source newest first from its index, no longer than the page. */
function sources(
  ctx: ReadCtx,
  ids: string[],
  older: (at: string, id: string) => ReturnType<typeof sql>,
  limit: number,
) {
  const end = (at: string, id: string) =>
    sql`${older(at, id)} order by ${sql.ref(at)} desc, ${sql.ref(id)} desc limit ${limit}`;
  return [
    sql`(select id, first_seen_at as at, 'customer.met' as kind, null as title, null as fact, null::uuid as actor_id
      from customers where workspace_id = ${ctx.workspaceId} and id = any(${ids}::uuid[]) ${end('first_seen_at', 'id')})`,
    sql`(select id, first_seen_at as at, 'customer.identity' as kind, value as title, kind as fact, null::uuid as actor_id
      from identities where workspace_id = ${ctx.workspaceId} and customer_id = any(${ids}::uuid[])
        and removed_at is null and value <> '' ${end('first_seen_at', 'id')})`,
    sql`(select id, written_at as at, 'customer.note' as kind, left(text, 300) as title, null as fact, author_id as actor_id
      from customer_notes where workspace_id = ${ctx.workspaceId} and customer_id = any(${ids}::uuid[]) ${end('written_at', 'id')})`,
    sql`(select id, said_at as at, 'customer.consent' as kind, purpose || ' ' || medium as title, state as fact, recorded_by as actor_id
      from consents where workspace_id = ${ctx.workspaceId} and customer_id = any(${ids}::uuid[]) ${end('said_at', 'id')})`,
    sql`(select m.company_id as id, m.since as at, 'customer.company' as kind, c.name as title, m.via as fact, null::uuid as actor_id
      from memberships m join companies c on c.workspace_id = m.workspace_id and c.id = m.company_id
      where m.workspace_id = ${ctx.workspaceId} and m.customer_id = any(${ids}::uuid[]) ${end('m.since', 'm.company_id')})`,
    sql`(select id, merged_at as at, 'customer.merged' as kind, why as title, merged_id::text as fact, merged_by as actor_id
      from customer_merges where workspace_id = ${ctx.workspaceId} and kept_id = any(${ids}::uuid[]) ${end('merged_at', 'id')})`,
    sql`(select id, undone_at as at, 'customer.unmerged' as kind, null as title, merged_id::text as fact, undone_by as actor_id
      from customer_merges where workspace_id = ${ctx.workspaceId} and kept_id = any(${ids}::uuid[])
        and undone_at is not null ${end('undone_at', 'id')})`,
  ];
}

function asMoment(row: Row): CustomerMoment {
  return {
    id: row.id,
    at: row.at,
    kind: row.kind,
    title: row.title,
    href: null,
    facts: row.fact === null ? {} : { what: row.fact },
    actorId: row.actor_id,
  };
}
