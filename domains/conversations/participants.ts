import { sql } from 'kysely';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { builtOnce, insertLater, newId } from '#platform/database';
import { anyOf } from './sql.ts';

/** Most people who take part in one conversation; more are on the message itself and not kept apart. */
const participantLimit = 200;

/** Who joins by a message or a call. */
export interface Joining {
  readonly identityId: string | null;
  readonly customerId: string;
  readonly fromAddress: string;
  readonly fromName: string;
  readonly occurredAt: Date;
  readonly copied?: readonly { identityId: string; customerId: string; address: string; name: string }[];
}

/** Who takes part so far, by what joining looks at. */
export async function takingPart(ctx: ReadCtx, conversationId: string) {
  return ctx.db
    .selectFrom('participants')
    .select(['identity_id', 'role'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', conversationId)
    .limit(participantLimit)
    .execute();
}

/** Who wrote and who was copied takes part from then on: the first who writes is the requester, others colleagues. */
export async function joinParticipants(
  ctx: Ctx,
  conversationId: string,
  incoming: Joining,
  asked?: Awaited<ReturnType<typeof takingPart>>,
): Promise<void> {
  const there = asked ?? (await takingPart(ctx, conversationId));
  const known = new Set(there.map((participant) => participant.identity_id));
  const hasRequester = there.some((participant) => participant.role === 'requester');
  const writer = incoming.identityId
    ? [
        {
          identityId: incoming.identityId,
          customerId: incoming.customerId,
          address: incoming.fromAddress,
          name: incoming.fromName,
          role: hasRequester ? 'colleague' : 'requester',
        },
      ]
    : [];
  const copied = (incoming.copied ?? []).map((person) => ({ ...person, role: 'copied' }));
  const joining = [...writer, ...copied]
    .filter((person) => !known.has(person.identityId))
    .slice(0, participantLimit - there.length);
  if (joining.length === 0) return;
  const rows = joining.map((person) => ({
    workspace_id: ctx.workspaceId,
    id: newId(),
    conversation_id: conversationId,
    customer_id: person.customerId,
    identity_id: person.identityId,
    address: person.address.slice(0, 320),
    name: person.name.slice(0, 300),
    role: person.role,
    since: incoming.occurredAt,
  }));
  await insertLater(ctx.db, 'participants', rows, { orNothing: true });
}

/** One person more takes part; who does already stays as they are. */
export async function joinAs(
  ctx: Ctx,
  conversationId: string,
  person: {
    readonly customerId: string;
    readonly identityId: string;
    readonly address: string;
    readonly name: string;
    readonly role: 'copied' | 'follower';
  },
): Promise<void> {
  await ctx.db
    .insertInto('participants')
    .values({
      workspace_id: ctx.workspaceId,
      id: newId(),
      conversation_id: conversationId,
      customer_id: person.customerId,
      identity_id: person.identityId,
      address: person.address.slice(0, 320),
      name: person.name.slice(0, 300),
      role: person.role,
      since: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Who takes part in a conversation, for the guard that a message never joins strangers. */
export interface Taking {
  /** Where its messages are today: merged ones are followed to the survivor. */
  readonly survivorId: string;
  readonly number: number;
  readonly subject: string;
  readonly brandId: string;
  readonly customerIds: ReadonlySet<string>;
  readonly addresses: ReadonlySet<string>;
  readonly closedAt: Date | null;
  readonly lastEntryAt: Date;
}

/** Who takes part in each of these conversations; those that do not exist are left out. */
export async function participantsOf(
  ctx: ReadCtx,
  conversationIds: readonly string[],
): Promise<ReadonlyMap<string, Taking>> {
  if (conversationIds.length === 0) return new Map();
  // asked in one moment: few were merged, and those are asked for again
  const [rows, near] = await Promise.all([survivorsOf(ctx, conversationIds), peopleOf(ctx, conversationIds)]);
  const far = rows.map((row) => row.survivorId).filter((id) => !conversationIds.includes(id));
  const people = far.length === 0 ? near : [...near, ...(await peopleOf(ctx, [...new Set(far)]))];
  return new Map(
    rows.map((row) => [
      row.id,
      takingOf(
        row,
        people.filter((person) => person.conversation_id === row.survivorId),
      ),
    ]),
  );
}

const peopleRows = builtOnce((db, given: SomeIds & { readonly limit: number }) =>
  db
    .selectFrom('participants')
    .select(['conversation_id', 'customer_id', 'address'])
    .where('workspace_id', '=', given.workspaceId)
    .where('conversation_id', '=', anyOf(given.ids))
    .limit(given.limit),
);

async function peopleOf(ctx: ReadCtx, ids: readonly string[]) {
  return peopleRows(ctx.db, { workspaceId: ctx.workspaceId, ids, limit: participantLimit * ids.length });
}

/** Longest chain of merges that is followed. */
const chainLimit = 50;

interface Survivor {
  readonly id: string;
  readonly survivorId: string;
  readonly number: number;
  readonly subject: string;
  readonly brand_id: string;
  readonly customer_id: string;
  readonly closed_at: Date | null;
  readonly last_entry_at: Date;
}

interface SomeIds {
  readonly workspaceId: string;
  readonly ids: readonly string[];
}

const standing = builtOnce((db, given: SomeIds) =>
  db
    .selectFrom('conversations')
    .select(['id', 'id as survivorId', 'number', 'subject', 'brand_id', 'customer_id', 'closed_at', 'last_entry_at'])
    .select('merged_into_id')
    .where('workspace_id', '=', given.workspaceId)
    // behind a select their number is no reason for PostgreSQL to plan anew each time
    .where('id', '=', sql<string>`any((select ${given.ids}::uuid[])::uuid[])`),
);

/** Each of these with the conversation its messages are in today, however often it was merged. */
async function survivorsOf(ctx: ReadCtx, ids: readonly string[]): Promise<readonly Survivor[]> {
  const rows = await standing(ctx.db, { workspaceId: ctx.workspaceId, ids });
  const merged = rows.filter((row) => row.merged_into_id !== null).map(({ id }) => id);
  const stand = rows.filter((row) => row.merged_into_id === null);
  return merged.length === 0 ? stand : [...stand, ...(await followed(ctx, merged))];
}

/** Along the chain of merges; few were, and planning this costs more than all else of an answer's look-up. */
async function followed(ctx: ReadCtx, ids: readonly string[]): Promise<readonly Survivor[]> {
  const { rows } = await sql<Survivor>`
    with recursive chain (asked, id, merged_into_id, steps) as (
      select id, id, merged_into_id, 0 from conversations where workspace_id = ${ctx.workspaceId} and id = ${anyOf(ids)}
      union all
      select chain.asked, next.id, next.merged_into_id, chain.steps + 1 from chain
      join conversations next on next.workspace_id = ${ctx.workspaceId} and next.id = chain.merged_into_id
      where chain.steps < ${chainLimit}
    )
    select chain.asked as id, c.id as "survivorId", c.number, c.subject, c.brand_id, c.customer_id, c.closed_at, c.last_entry_at
    from chain join conversations c on c.workspace_id = ${ctx.workspaceId} and c.id = chain.id
    where chain.merged_into_id is null`.execute(ctx.db);
  return rows;
}

function takingOf(row: Survivor, people: readonly { customer_id: string | null; address: string | null }[]): Taking {
  return {
    survivorId: row.survivorId,
    number: row.number,
    subject: row.subject,
    brandId: row.brand_id,
    customerIds: new Set([row.customer_id, ...people.flatMap((person) => person.customer_id ?? [])]),
    addresses: new Set(people.flatMap((person) => person.address?.toLowerCase() ?? [])),
    closedAt: row.closed_at,
    lastEntryAt: row.last_entry_at,
  };
}
