import { type Insertable, sql } from 'kysely';
import type { Ctx } from '#platform/ctx';
import { builtByFields, type DB } from '#platform/database';
import { firstCompanyOf } from '#domains/customers';
import { queueOfLine, standardQueueOf } from '#domains/teams';
import { countChange } from './count.ts';
import { conversationOpened } from './contract.ts';
import { type Conversation, noGuests } from './load.ts';
import { noteRow } from './row-here.ts';
import { columns } from './sql.ts';
import { standardStatus } from './words.ts';

/** What a new conversation needs to know. */
export interface Opening {
  readonly id: string;
  readonly brandId: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly subject: string;
  readonly lineId: string | null;
  readonly channel: string;
  readonly at: Date;
  readonly direction: 'in' | 'out';
  /** The queue it waits in; the standard one of its brand where none is given. */
  readonly queueId: string | null;
  readonly assigneeId?: string | null;
  /** The customer waits from the start: what is promised them stands in the row at once. */
  readonly waits?: boolean;
  /** It was over before our time: it stands closed, read by all, and its opening is told by whoever takes it in. */
  readonly isPast?: boolean;
}

/** What its first entry makes of the row, where it is known at once: one write less. */
export type FirstEntry = Partial<
  Pick<
    Insertable<DB['conversations']>,
    | 'entry_count'
    | 'last_entry_id'
    | 'last_entry_at'
    | 'last_entry_kind'
    | 'last_channel'
    | 'last_preview'
    | 'contact_count'
    | 'last_in_at'
    | 'waiting_since'
  >
>;

/** Longest subject, as RFC 5322 bounds a line. */
const subjectLimit = 998;

/** Opens a conversation: one matter of one customer. It always waits in a queue, so that nobody is forgotten. */
export async function open(ctx: Ctx, opening: Opening, first: FirstEntry = {}): Promise<Conversation> {
  const [{ queue, status, promise }, companyId] = await Promise.all([
    groundOf(ctx, opening),
    firstCompanyOf(ctx, opening.customerId),
  ]);
  const past = opening.isPast ? closedFrom(opening.at, await standardStatus(ctx, 'closed')) : {};
  const due = await promise?.({ brandId: opening.brandId, queueId: queue?.id ?? null, at: opening.at });
  const [row] = await insertRow(ctx.db, {
    workspace_id: ctx.workspaceId,
    id: opening.id,
    brand_id: opening.brandId,
    customer_id: opening.customerId,
    company_id: companyId,
    customer_name: opening.customerName.slice(0, 300),
    subject: opening.subject.slice(0, subjectLimit),
    status_id: status.id,
    status_category: 'open',
    queue_id: queue?.id ?? null,
    team_id: queue?.teamId ?? null,
    assignee_id: opening.assigneeId ?? null,
    opened_at: opening.at,
    last_entry_at: opening.at,
    changed_at: ctx.now,
    due_at: due?.dueAt ?? null,
    due_kind: due?.kind ?? null,
    ...past,
    ...first,
  });
  if (!row) throw new Error('A conversation that was written was not given back.');
  const conversation: Conversation = { ...row, ...noGuests };
  noteRow(ctx, conversation, { opened: true });
  await countChange(ctx, null, conversation);
  if (!opening.isPast) tellOpened(ctx, opening, queue);
  ctx.touch('conversation', opening.id);
  return conversation;
}

type NewRow = Omit<Insertable<DB['conversations']>, 'number'>;

/** The row of a matter, with what is known of it at its opening. */
const insertRow = builtByFields((db, given: NewRow, names) =>
  db
    .insertInto('conversations')
    .values({
      ...(Object.fromEntries(names.map((name) => [name, given[name]])) as unknown as NewRow),
      number: sql<number>`next_number(${given.workspace_id}::uuid, 'conversation')`,
    })
    .returning(columns),
);

function tellOpened(ctx: Ctx, opening: Opening, queue: Ground['queue']): void {
  const { brandId, customerId, lineId, channel, direction } = opening;
  const where = { queueId: queue?.id ?? null, teamId: queue?.teamId ?? null };
  ctx.emit(
    conversationOpened,
    opening.id,
    { brandId, customerId, lineId, channel, ...where, direction },
    { occurredAt: opening.at },
  );
}

/** Nobody closed it here, and nothing of it is unread. */
function closedFrom(at: Date, status: { readonly id: string }) {
  return { status_id: status.id, status_category: 'closed', closed_at: at, last_entry_version: 0 };
}

type Where = Pick<Opening, 'queueId' | 'brandId' | 'waits'>;

/** What a conversation stands on before it has a customer: its queue, its status, and what is promised there. */
type Ground = Awaited<ReturnType<typeof groundOf>>;

/**
 * Asked ahead by who knows that a conversation will open, with whatever else they ask in that moment: what is not kept
 * yet (`keptReading`) is then, and `open` finds it without a way of its own to the database.
 */
export async function readyToOpen(ctx: Ctx, where: Where): Promise<void> {
  await groundOf(ctx, where);
}

async function groundOf(ctx: Ctx, where: Where) {
  const [queue, status, promise] = await Promise.all([
    queueOf(ctx, where),
    standardStatus(ctx, 'open'),
    where.waits ? ctx.house.promiseAtOpening?.(ctx) : null,
  ]);
  return { queue, status, promise };
}

async function queueOf(ctx: Ctx, { queueId, brandId }: Where) {
  const named = queueId ? await queueOfLine(ctx, queueId) : null;
  // a queue of another brand would show it to strangers: then it waits in its own brand's first
  return named?.brandId === brandId ? named : standardQueueOf(ctx, brandId);
}
