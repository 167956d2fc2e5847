import { type Expression, type SqlBool, sql } from 'kysely';
import type { Ctx } from '#platform/ctx';
import { change } from './change.ts';
import type { Conversation } from './load.ts';
import { preview } from './preview.ts';
import { takenBack } from './taken-back.ts';

/** Works out again what a row says of its spine, after entries came or went: the same as if they had come one by one. */
export async function refreshLast(ctx: Ctx, conversation: Conversation): Promise<void> {
  const last = await lastSpoken(ctx, conversation.id);
  const sums = await summed(ctx, conversation.id);
  await change(
    ctx,
    conversation,
    {
      last_entry_id: last?.id ?? null,
      last_entry_at: last?.occurred_at ?? conversation.opened_at,
      last_entry_kind: last?.kind ?? null,
      last_channel: last?.channel ?? conversation.last_channel,
      last_preview: preview(
        (last?.text ?? '').slice(0, last?.visible_length ?? undefined) ||
          (last?.kind === 'in' ? (last.subject ?? '') : ''),
      ),
      last_in_at: sums.last_in,
      last_out_at: sums.last_out,
      entry_count: sums.entries,
      contact_count: sums.contacts,
      waiting_since: conversation.status_category === 'open' ? sums.waiting : null,
    },
    { entry: true },
  );
}

/** The newest entry that still stands: taken-back replies have left the spine. */
async function lastSpoken(ctx: Ctx, conversationId: string) {
  return ctx.db
    .selectFrom('entries')
    .leftJoin('entry_bodies', (join) =>
      join
        .onRef('entry_bodies.workspace_id', '=', 'entries.workspace_id')
        .onRef('entry_bodies.entry_id', '=', 'entries.id'),
    )
    .select([
      'entries.id',
      'entries.kind',
      'entries.channel',
      'entries.occurred_at',
      'entry_bodies.text',
      'entry_bodies.visible_length',
      'entry_bodies.subject',
    ])
    .where('entries.workspace_id', '=', ctx.workspaceId)
    .where('entries.conversation_id', '=', conversationId)
    .where((eb): Expression<SqlBool> => eb.not(eb.exists(takenBack(eb as never) as never)))
    .orderBy('entries.occurred_at', 'desc')
    .orderBy('entries.id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

interface Sums {
  readonly entries: number;
  readonly contacts: number;
  readonly last_in: Date | null;
  readonly last_out: Date | null;
  /** The first contact after our last answer, written or spoken. */
  readonly waiting: Date | null;
}

async function summed(ctx: Ctx, id: string): Promise<Sums> {
  const { rows } = await sql<Sums>`
    with theirs as (
      select started_at, answered_at, direction from contacts where workspace_id = ${ctx.workspaceId} and conversation_id = ${id}
    ), ours as (
      select max(occurred_at) as last_out from entries e
      where e.workspace_id = ${ctx.workspaceId} and e.conversation_id = ${id} and e.kind = 'out' and not exists (
        select 1 from deliveries d where d.workspace_id = ${ctx.workspaceId} and d.entry_id = e.id and d.cancelled_at is not null)
    ), answered as (
      select greatest((select last_out from ours), (select max(answered_at) from theirs)) as at
    )
    select (select count(*)::int from entries where workspace_id = ${ctx.workspaceId} and conversation_id = ${id}) as entries,
      (select count(*)::int from theirs) as contacts,
      (select max(started_at) from theirs where direction = 'in') as last_in,
      (select last_out from ours) as last_out,
      (select min(started_at) from theirs where direction = 'in' and answered_at is null
        and started_at > coalesce((select at from answered), '-infinity')) as waiting`.execute(ctx.db);
  const row = rows[0];
  if (!row) throw new Error('A sum without its row.');
  return row;
}
