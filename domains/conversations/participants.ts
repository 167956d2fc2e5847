import { sql } from 'kysely';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { newId } from '#platform/database';
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

/** Who wrote and who was copied takes part from then on: the first who writes is the requester, others colleagues. */
export async function joinParticipants(ctx: Ctx, conversationId: string, incoming: Joining): Promise<void> {
  const there = await ctx.db
    .selectFrom('participants')
    .select(['identity_id', 'role'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', conversationId)
    .limit(participantLimit)
    .execute();
  const known = new Set(there.map((participant) => participant.identity_id));
  const hasRequester = there.some((participant) => participant.role === 'requester');
  const writer = incoming.identityId
    ? [{ identityId: incoming.identityId, customerId: incoming.customerId, address: incoming.fromAddress, name: incoming.fromName, role: hasRequester ? 'colleague' : 'requester' }]
    : [];
  const copied = (incoming.copied ?? []).map((person) => ({ ...person, role: 'copied' }));
  const joining = [...writer, ...copied].filter((person) => !known.has(person.identityId)).slice(0, participantLimit - there.length);
  if (joining.length === 0) return;
  await ctx.db
    .insertInto('participants')
    .values(
      joining.map((person) => ({
        workspace_id: ctx.workspaceId,
        id: newId(),
        conversation_id: conversationId,
        customer_id: person.customerId,
        identity_id: person.identityId,
        address: person.address.slice(0, 320),
        name: person.name.slice(0, 300),
        role: person.role,
        since: incoming.occurredAt,
      })),
    )
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
export async function participantsOf(ctx: ReadCtx, conversationIds: readonly string[]): Promise<ReadonlyMap<string, Taking>> {
  if (conversationIds.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('conversations as asked')
    .innerJoin('conversations as survivor', (join) =>
      join
        .onRef('survivor.workspace_id', '=', 'asked.workspace_id')
        .on('survivor.id', '=', sql<string>`coalesce(asked.merged_into_id, asked.id)`),
    )
    .select(['asked.id', 'survivor.id as survivorId', 'survivor.number', 'survivor.subject', 'survivor.brand_id', 'survivor.customer_id', 'survivor.closed_at', 'survivor.last_entry_at'])
    .where('asked.workspace_id', '=', ctx.workspaceId)
    .where('asked.id', '=', anyOf(conversationIds))
    .execute();
  const people = await ctx.db
    .selectFrom('participants')
    .select(['conversation_id', 'customer_id', 'address'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', anyOf(rows.map((row) => row.survivorId)))
    .limit(participantLimit * Math.max(1, rows.length))
    .execute();
  return new Map(rows.map((row) => [row.id, takingOf(row, people.filter((person) => person.conversation_id === row.survivorId))]));
}

function takingOf(
  row: { survivorId: string; number: number; subject: string; brand_id: string; customer_id: string; closed_at: Date | null; last_entry_at: Date },
  people: readonly { customer_id: string | null; address: string | null }[],
): Taking {
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
