import type { Ctx } from '#platform/ctx';
import { problem } from '#platform/problem';
import { linesOfBrand } from '#domains/brands';
import { teammateName } from '#domains/identity';
import { aroundOf } from './around.ts';
import { carriedFiles } from './carried-files.ts';
import { change } from './change.ts';
import { type ConversationView, type EntryView, replyAccepted } from './contract.ts';
import { closeRow } from './close.ts';
import { dropSentDraft } from './drafts.ts';
import { factsOf, lock, type Conversation } from './load.ts';
import { can, mayNotReply } from './policy.ts';
import { preview } from './preview.ts';
import { entryView, viewOf } from './views.ts';
import { refuseUnseen } from './send-guard.ts';
import { tellStatus } from './set-status.ts';
import { ensureThread } from './threads.ts';
import { nudge } from './nudge.ts';
import { type ReplyLine, usableOf } from './reply-lines.ts';
import { standardStatus } from './words.ts';
import { joinAdded, recipientsOf } from './recipients.ts';
import { claimUploads, refuseTooLarge, removeUploads } from './uploads.ts';
import { isThere, type NewFile, type Recipient, writeDeliveries, writeEntry } from './write-entry.ts';

/** A reply as the writer gives it. */
export interface Reply {
  readonly id: string;
  readonly lineId?: string | undefined;
  readonly text: string;
  readonly html?: string | undefined;
  readonly to?: readonly string[] | undefined;
  readonly cc?: readonly string[] | undefined;
  readonly bcc?: readonly string[] | undefined;
  readonly subject?: string | undefined;
  readonly uploadIds?: readonly string[] | undefined;
  readonly carriedFileIds?: readonly string[] | undefined;
  /** The message of this conversation that is passed on to others. */
  readonly forwards?: string | undefined;
  /** Whether earlier words go along below: only to people who know them, unless it is said. */
  readonly quote?: boolean | undefined;
  readonly lastSeenVersion: number;
  readonly sendAnyway: boolean;
  /** Up to which revision the writer's draft went into it. */
  readonly draftRevision?: number | undefined;
  readonly undoWindowSeconds?: number | undefined;
  readonly deliverAt?: string | undefined;
  readonly then: 'stay' | 'close' | 'wait';
  readonly closeAnyway?: boolean | undefined;
}

const noLine = problem(
  'conversations/no-line',
  409,
  'There is no way to answer on',
  'Open a line for this channel in Settings, or choose another line.',
);
const nothingWritten = problem(
  'conversations/nothing-written',
  422,
  'This message says nothing',
  'Write something, or add a file.',
);
const noFilesHere = problem(
  'conversations/no-files-here',
  422,
  'Files do not go along on this line',
  'Take them out, or answer on another line. Nothing was sent.',
);
const nothingToForward = problem(
  'conversations/nothing-to-forward',
  422,
  'The message to be passed on is not in this conversation',
  'Choose a message of the customer or of ours in this conversation.',
);

/** Reply to the customer: accepted at once, held for the undo window, then delivered exactly once. */
export async function reply(
  ctx: Ctx,
  conversationId: string,
  given: Reply,
): Promise<{ entry: EntryView; conversation: ConversationView }> {
  const before = await lock(ctx, conversationId);
  if (!can.reply(ctx.actor, factsOf(before))) throw mayNotReply();
  if (given.text.trim() === '' && !given.forwards && !given.uploadIds?.length) throw nothingWritten();
  const mayBeBlind = !given.sendAnyway && before.last_entry_version > given.lastSeenVersion;
  if (mayBeBlind && !(await isThere(ctx, given.id))) await refuseUnseen(ctx, before, given.lastSeenVersion);

  const [around, ownName, open] = await Promise.all([
    aroundOf(ctx, before.id),
    ctx.actor.id ? teammateName(ctx, ctx.actor.id) : null,
    linesOfBrand(ctx, before.brand_id),
  ]);
  const lines = usableOf(ctx, open, { lineIds: around.usedLineIds, lastChannel: before.last_channel });
  const line = chooseLine(lines, given.lineId);
  const own = lines.map(({ address }) => address);
  const recipients = recipientsOf(before.customer_id, around.participants, line, given, own);
  const files = await filesOf(ctx, before.id, given);
  if (files.length > 0 && !line.takesFiles) throw noFilesHere();
  const threadId = await ensureThread(ctx, before.id, line.id, null, ctx.now);
  const deliverAt = leavesAt(ctx, given, line);
  const written = await writeEntry(ctx, {
    ...(await entryOf(ctx, before.id, given, line)),
    threadId,
    files,
    body: bodyOf(given, line, recipients, ownName ?? line.name),
  });
  let after = before;
  if (written) {
    await writeDeliveries(ctx, { conversationId: before.id, entryId: given.id, line, recipients, deliverAt });
    await removeUploads(ctx, given.uploadIds ?? []);
    await dropSentDraft(ctx, before.id, 'reply', given.draftRevision);
    await joinAdded(ctx, {
      conversationId: before.id,
      brandId: before.brand_id,
      people: around.participants,
      recipients,
      isForward: given.forwards !== undefined,
      line,
    });
    after = await answerRow(ctx, before, given, line);
    ctx.emit(replyAccepted, before.id, {
      entryId: given.id,
      lineId: line.id,
      channel: line.channel,
      deliverAt: deliverAt.toISOString(),
      first: before.last_out_at === null,
    });
    nudge(ctx, before.id, line.channel, deliverAt);
  }
  // the line just used comes first from now on
  const bestFirst = around.usedLineIds.includes(line.id) ? lines : [line, ...lines.filter((other) => other !== line)];
  return {
    entry: await entryView(ctx, given.id, ownName === null ? undefined : new Map([[ctx.actor.id ?? '', ownName]])),
    conversation: await viewOf(ctx, after, { around, lines: bestFirst }),
  };
}

/** When it leaves: as it was asked for, else at the end of the window in which it can be taken back. */
function leavesAt(ctx: Ctx, given: Reply, line: ReplyLine): Date {
  if (given.deliverAt) return new Date(given.deliverAt);
  return new Date(ctx.now.getTime() + (given.undoWindowSeconds ?? line.undoWindowSeconds) * 1000);
}

function bodyOf(given: Reply, line: ReplyLine, recipients: readonly Recipient[], fromName: string) {
  return {
    text: given.text,
    recipients,
    fromAddress: line.address,
    fromName,
    ...(given.html ? { html: given.html } : {}),
    ...(given.subject ? { subject: given.subject } : {}),
  };
}

/** What is said of the entry itself, and what was asked for beside it. */
async function entryOf(ctx: Ctx, conversationId: string, given: Reply, line: ReplyLine) {
  if (given.forwards && !(await isSaidIn(ctx, conversationId, given.forwards))) throw nothingToForward();
  const facts = {
    ...(given.forwards ? { forwards: given.forwards } : {}),
    ...(given.quote === undefined ? {} : { quote: given.quote }),
  };
  const { lineId, to, cc, bcc, deliverAt, subject, uploadIds, carriedFileIds } = given;
  return {
    id: given.id,
    conversationId,
    contactId: null,
    kind: 'out' as const,
    channel: line.channel,
    authorKind: ctx.actor.kind === 'customer' ? ('system' as const) : ctx.actor.kind,
    authorId: ctx.actor.id,
    occurredAt: ctx.now,
    facts,
    asked: { lineId, to, cc, bcc, deliverAt, subject, uploadIds, carriedFileIds, ...facts },
  };
}

async function isSaidIn(ctx: Ctx, conversationId: string, entryId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('entries')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', entryId)
    .where('conversation_id', '=', conversationId)
    .where('visibility', '=', 'public')
    .where((eb) => eb.or([eb('kind', '=', 'in'), eb('kind', '=', 'out')]))
    .executeTakeFirst();
  return row !== undefined;
}

/** What the reply carries; of one that is here already nothing is taken again. */
async function filesOf(ctx: Ctx, conversationId: string, given: Reply): Promise<readonly NewFile[]> {
  const { uploadIds = [], carriedFileIds = [], html } = given;
  if (uploadIds.length + carriedFileIds.length === 0 || (await isThere(ctx, given.id))) return [];
  const files = [
    ...(await claimUploads(ctx, { ids: uploadIds, conversationId, html })),
    ...(await carriedFiles(ctx, conversationId, carriedFileIds)),
  ];
  refuseTooLarge(files);
  return files;
}

function chooseLine(lines: readonly ReplyLine[], lineId: string | undefined): ReplyLine {
  const line = lineId ? lines.find(({ id }) => id === lineId) : lines[0];
  if (!line) throw noLine();
  return line;
}

/** What an answer does to the row: nobody waits for us, and it is the writer's work if it was nobody's. */
async function answerRow(ctx: Ctx, before: Conversation, given: Reply, line: ReplyLine): Promise<Conversation> {
  const status =
    given.then === 'wait' && before.status_category === 'open' ? await standardStatus(ctx, 'waiting') : null;
  const after = await change(
    ctx,
    before,
    {
      entry_count: before.entry_count + 1,
      last_entry_id: given.id,
      last_entry_at: ctx.now,
      last_entry_kind: 'out',
      last_channel: line.channel,
      last_preview: preview(given.text || (given.subject ?? '')),
      last_out_at: ctx.now,
      waiting_since: null,
      snoozed_until: null,
      snoozed_by: null,
      ...(before.assignee_id === null && ctx.actor.kind === 'teammate' ? { assignee_id: ctx.actor.id } : {}),
      ...(status ? { status_id: status.id, status_category: 'waiting' } : {}),
    },
    { entry: true },
  );
  if (status) tellStatus(ctx, before, { id: status.id, category: 'waiting' });
  return given.then === 'close' && after.closed_at === null
    ? closeRow(ctx, after, { how: 'answered', anyway: given.closeAnyway })
    : after;
}
