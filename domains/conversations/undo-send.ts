import type { Ctx } from '#platform/ctx';
import { notFound, problem } from '#platform/problem';
import { entriesInWords } from './in-words.ts';
import { change } from './change.ts';
import { type ConversationView, type DraftContent, replyUndone, type UploadView } from './contract.ts';
import { factsOf, lock } from './load.ts';
import { can, mayNotReply } from './policy.ts';
import { preview } from './preview.ts';
import { reopenPromises } from './promise.ts';
import { conversationView } from './views.ts';
import { uploadsAgain, uploadViews } from './uploads.ts';
import { takenBack } from './taken-back.ts';
import { standardStatus } from './words.ts';

const alreadyLeft = problem(
  'conversations/already-left',
  409,
  'This message has already left',
  'Write another message to put it right.',
);

/** Undo: takes back a reply that is still held, and gives its text back to the writer. */
export async function undoSend(
  ctx: Ctx,
  entryId: string,
): Promise<{ text: string; draft: DraftContent; uploads: UploadView[]; conversation: ConversationView }> {
  const entry = await ctx.db
    .selectFrom('entries')
    .select(['conversation_id', 'kind', 'facts', 'occurred_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', entryId)
    .executeTakeFirst();
  if (!entry || entry.kind !== 'out') throw notFound();
  const before = await lock(ctx, entry.conversation_id);
  if (!can.reply(ctx.actor, factsOf(before))) throw mayNotReply();
  const body = await ctx.db
    .selectFrom('entry_bodies')
    .select(['text', 'html', 'subject', 'recipients'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('entry_id', '=', entryId)
    .executeTakeFirstOrThrow();
  await cancelDeliveries(ctx, entryId);
  await reopenPromises(ctx, before.id, entry.occurred_at);
  ctx.emit(replyUndone, before.id, { entryId });

  const last = await lastSpoken(ctx, before.id);
  const open = await standardStatus(ctx, 'open');
  await change(ctx, before, {
    status_id: open.id,
    status_category: 'open',
    closed_at: null,
    closed_by: null,
    last_entry_id: last?.id ?? null,
    last_entry_at: last?.occurred_at ?? before.opened_at,
    last_entry_kind: last?.kind ?? null,
    last_channel: last?.channel ?? null,
    last_preview: preview(last?.text ?? ''),
    last_out_at: await lastOut(ctx, before.id),
    waiting_since: last?.kind === 'in' ? (before.last_in_at ?? last.occurred_at) : before.waiting_since,
  });
  const draft = await draftOf(ctx, before.id, entryId, { ...body, facts: entry.facts });
  const uploads = [...(await uploadViews(ctx, draft.uploadIds ?? []))];
  return { text: body.text, draft, uploads, conversation: await conversationView(ctx, before.id) };
}

/** Everything that was written beside the words, as a draft again; its files are uploads again. */
async function draftOf(
  ctx: Ctx,
  conversationId: string,
  entryId: string,
  body: { html: string | null; subject: string | null; recipients: unknown; facts: unknown },
): Promise<DraftContent> {
  const people = body.recipients as readonly { kind: string; address: string }[];
  const named = (kind: string): string[] => people.filter((one) => one.kind === kind).map(({ address }) => address);
  const { forwards, quote } = body.facts as { forwards?: string; quote?: boolean };
  return {
    ...(body.html ? { html: body.html } : {}),
    ...(body.subject ? { subject: body.subject } : {}),
    to: named('to'),
    cc: named('cc'),
    bcc: named('bcc'),
    ...(forwards ? { forwards } : {}),
    ...(quote === undefined ? {} : { quote }),
    uploadIds: [...(await uploadsAgain(ctx, conversationId, entryId))],
  };
}

/** All of its copies are still here, or none is taken back. */
async function cancelDeliveries(ctx: Ctx, entryId: string): Promise<void> {
  const rows = await ctx.db
    .selectFrom('deliveries')
    .select(['id', 'claimed_at', 'sent_at', 'unconfirmed_at', 'failed_at', 'cancelled_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('entry_id', '=', entryId)
    .forUpdate()
    .execute();
  if (rows.some((row) => row.claimed_at ?? row.sent_at ?? row.unconfirmed_at)) throw alreadyLeft();
  await ctx.db
    .updateTable('deliveries')
    .set({ cancelled_at: ctx.now, cancelled_by: ctx.actor.id, failed_at: null })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('entry_id', '=', entryId)
    .where('cancelled_at', 'is', null)
    .execute();
}

/** The newest entry that still stands: taken-back replies have left the spine. */
async function lastSpoken(ctx: Ctx, conversationId: string) {
  return entriesInWords(ctx)
    .select(['entries.id', 'entries.occurred_at', 'entries.kind', 'entries.channel', 'entry_bodies.text'])
    .where('entries.conversation_id', '=', conversationId)
    .where((eb) => eb.not(eb.exists(takenBack(eb))))
    .orderBy('entries.occurred_at', 'desc')
    .orderBy('entries.id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

async function lastOut(ctx: Ctx, conversationId: string): Promise<Date | null> {
  const row = await ctx.db
    .selectFrom('entries')
    .select('entries.occurred_at')
    .where('entries.workspace_id', '=', ctx.workspaceId)
    .where('entries.conversation_id', '=', conversationId)
    .where('entries.kind', '=', 'out')
    .where((eb) => eb.not(eb.exists(takenBack(eb))))
    .orderBy('entries.occurred_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.occurred_at ?? null;
}
