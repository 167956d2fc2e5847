import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx';
import { change } from './change.ts';
import type { Conversation } from './load.ts';
import { preview } from './preview.ts';

/** Works out again what a row says of its spine, after entries came or went. */
export async function refreshLast(ctx: Ctx, conversation: Conversation, options: { waitingSince: Date | null }): Promise<void> {
  const last = await ctx.db
    .selectFrom('entries')
    .innerJoin('entry_bodies', (join) => join.onRef('entry_bodies.workspace_id', '=', 'entries.workspace_id').onRef('entry_bodies.entry_id', '=', 'entries.id'))
    .select(['entries.id', 'entries.kind', 'entries.channel', 'entries.occurred_at', 'entry_bodies.text'])
    .where('entries.workspace_id', '=', ctx.workspaceId)
    .where('entries.conversation_id', '=', conversation.id)
    .orderBy('entries.occurred_at', 'desc')
    .orderBy('entries.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const sums = await sql<{ entries: number; contacts: number; last_in: Date | null; last_out: Date | null }>`
    select (select count(*) from entries where workspace_id = ${ctx.workspaceId} and conversation_id = ${conversation.id})::int as entries,
      (select count(*) from contacts where workspace_id = ${ctx.workspaceId} and conversation_id = ${conversation.id})::int as contacts,
      (select max(occurred_at) from entries where workspace_id = ${ctx.workspaceId} and conversation_id = ${conversation.id} and kind = 'in') as last_in,
      (select max(occurred_at) from entries where workspace_id = ${ctx.workspaceId} and conversation_id = ${conversation.id} and kind = 'out') as last_out
  `.execute(ctx.db);
  const counted = sums.rows[0];
  await change(
    ctx,
    conversation,
    {
      last_entry_id: last?.id ?? null,
      last_entry_at: last?.occurred_at ?? conversation.opened_at,
      last_entry_kind: last?.kind ?? null,
      last_channel: last?.channel ?? conversation.last_channel,
      last_preview: preview(last?.text ?? ''),
      last_in_at: counted?.last_in ?? null,
      last_out_at: counted?.last_out ?? null,
      entry_count: counted?.entries ?? 0,
      contact_count: counted?.contacts ?? 0,
      waiting_since: options.waitingSince,
    },
    { entry: true },
  );
}
