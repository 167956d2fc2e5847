import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import { problem } from '#platform/problem';
import { teammateName } from '#domains/identity';
import { type Around, aroundOf } from './around.ts';
import { change } from './change.ts';
import { type ConversationView, type EntryView, replyAccepted } from './contract.ts';
import { closeRow } from './close.ts';
import { factsOf, lock, type Conversation } from './load.ts';
import { can, mayNotReply } from './policy.ts';
import { preview } from './preview.ts';
import { entryView, viewOf } from './views.ts';
import { refuseUnseen } from './send-guard.ts';
import { tellStatus } from './set-status.ts';
import { ensureThread } from './threads.ts';
import { nudge } from './nudge.ts';
import { type ReplyLine, replyLines } from './reply-lines.ts';
import { standardStatus } from './words.ts';
import { type Recipient, writeEntry } from './write-entry.ts';

/** A reply as the writer gives it. */
export interface Reply {
  readonly id: string;
  readonly lineId?: string | undefined;
  readonly text: string;
  readonly html?: string | undefined;
  readonly to?: readonly string[] | undefined;
  readonly cc?: readonly string[] | undefined;
  readonly bcc?: readonly string[] | undefined;
  readonly lastSeenVersion: number;
  readonly sendAnyway: boolean;
  readonly undoWindowSeconds?: number | undefined;
  readonly deliverAt?: string | undefined;
  readonly then: 'stay' | 'close' | 'wait';
}

const noLine = problem(
  'conversations/no-line',
  409,
  'There is no way to answer on',
  'Open a line for this channel in Settings, or choose another line.',
);
const noRecipient = problem(
  'conversations/no-recipient',
  422,
  'This reply has nobody to go to',
  'Give an address under "To".',
);

/** Reply to the customer: accepted at once, held for the undo window, then delivered exactly once. */
export async function reply(
  ctx: Ctx,
  conversationId: string,
  given: Reply,
): Promise<{ entry: EntryView; conversation: ConversationView }> {
  const before = await lock(ctx, conversationId);
  if (!can.reply(ctx.actor, factsOf(before))) throw mayNotReply();
  const mayBeBlind = !given.sendAnyway && before.last_entry_version > given.lastSeenVersion;
  if (mayBeBlind && !(await isThere(ctx, given.id))) await refuseUnseen(ctx, before, given.lastSeenVersion);

  const around = await aroundOf(ctx, before.id);
  const lines = await replyLines(ctx, before, around.usedLineIds);
  const line = chooseLine(lines, given.lineId);
  const recipients = recipientsOf(before, around.participants, line, given);
  const threadId = await ensureThread(ctx, before.id, line.id, null, ctx.now);
  const deliverAt = given.deliverAt
    ? new Date(given.deliverAt)
    : new Date(ctx.now.getTime() + (given.undoWindowSeconds ?? line.undoWindowSeconds) * 1000);
  const written = await writeEntry(ctx, {
    id: given.id,
    conversationId: before.id,
    threadId,
    contactId: null,
    kind: 'out',
    channel: line.channel,
    authorKind: ctx.actor.kind === 'customer' ? 'system' : ctx.actor.kind,
    authorId: ctx.actor.id,
    occurredAt: ctx.now,
    body: {
      text: given.text,
      recipients,
      fromAddress: line.address,
      fromName: ctx.actor.id ? await teammateName(ctx, ctx.actor.id) : line.name,
      ...(given.html ? { html: given.html } : {}),
    },
    asked: { lineId: given.lineId, to: given.to, cc: given.cc, bcc: given.bcc, deliverAt: given.deliverAt },
  });
  let after = before;
  if (written) {
    await writeDeliveries(ctx, before.id, given.id, line, recipients, deliverAt);
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
    entry: await entryView(ctx, given.id),
    conversation: await viewOf(ctx, after, { around, lines: bestFirst }),
  };
}

async function isThere(ctx: Ctx, entryId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('entries')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', entryId)
    .executeTakeFirst();
  return row !== undefined;
}

function chooseLine(lines: readonly ReplyLine[], lineId: string | undefined): ReplyLine {
  const line = lineId ? lines.find(({ id }) => id === lineId) : lines[0];
  if (!line) throw noLine();
  return line;
}

/** To whom: as given, else the requester and everybody copied who can be reached on this line. */
function recipientsOf(
  conversation: Conversation,
  participants: Around['participants'],
  line: ReplyLine,
  given: Reply,
): readonly Recipient[] {
  const people = participants.filter(({ address }) => address !== null);
  const nameOf = new Map(people.map((person) => [person.address?.toLowerCase() ?? '', person.name]));
  const reachable = people.filter((person) => line.reaches(person.address ?? ''));
  const named = (kind: Recipient['kind'], addresses: readonly (string | null)[]): readonly Recipient[] =>
    addresses.flatMap((address) =>
      address ? [{ kind, address: address.trim(), name: nameOf.get(address.trim().toLowerCase()) ?? '' }] : [],
    );
  // of a merge, the matter's own customer is answered first; the other one's requester is never copied in unasked
  const first =
    reachable.find((person) => person.role === 'requester' && person.customerId === conversation.customer_id) ??
    reachable.find(({ role }) => role === 'requester') ??
    reachable[0];
  const to = given.to ?? (first ? [first.address] : []);
  const cc =
    given.cc ??
    reachable
      .filter((person) => person !== first && person.role !== 'follower' && person.role !== 'requester')
      .map(({ address }) => address);
  const recipients = [
    ...named('to', to),
    ...named('cc', line.copies ? cc : []),
    ...named('bcc', line.copies ? (given.bcc ?? []) : []),
  ];
  if (recipients.length === 0) throw noRecipient();
  return recipients;
}

async function writeDeliveries(
  ctx: Ctx,
  conversationId: string,
  entryId: string,
  line: ReplyLine,
  recipients: readonly Recipient[],
  deliverAt: Date,
): Promise<void> {
  await ctx.db
    .insertInto('deliveries')
    .values(
      recipients.map((recipient) => ({
        workspace_id: ctx.workspaceId,
        id: newId(),
        conversation_id: conversationId,
        entry_id: entryId,
        line_id: line.id,
        channel: line.channel,
        recipient_kind: recipient.kind,
        recipient: recipient.address,
        deliver_at: deliverAt,
      })),
    )
    .execute();
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
      last_preview: preview(given.text),
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
  return given.then === 'close' && after.closed_at === null ? closeRow(ctx, after, 'answered') : after;
}
