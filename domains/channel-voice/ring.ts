import { sql } from 'kysely';
import { lineById, linesOfChannel } from '#domains/brands';
import { openConversationOf, startContact } from '#domains/conversations';
import { customerNames, findOrMakeCustomer } from '#domains/customers';
import { queueById } from '#domains/teams';
import type { BodyOf } from '#platform/contract';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import { servesBrand } from '#platform/policy';
import { notFound, problem, sameIdOtherBody } from '#platform/problem';
import { writeEntry } from './change.ts';
import { type CallView, channelKind, type simulateCall } from './contract.ts';
import { type Call, lockAny } from './load.ts';
import { asHouse } from './me.ts';
import { offerNext, passOnJob } from './offer-next.ts';
import { limitsOf } from './settings.ts';
import { viewOf } from './views.ts';

const sayWhichLine = problem('calls/say-which-line', 422, 'Say which line rings', 'Name the line by its id.');

type Ringing = BodyOf<typeof simulateCall>;
type Line = Awaited<ReturnType<typeof lineById>>;

/**
 * A simulated caller rings: found by their number or met for the first time; their call joins the matter they have
 * open in the brand, or opens one; it rings for the teammate who is free and waited longest. The same id again is the
 * same call.
 */
export async function ring(ctx: Ctx, caller: Ringing): Promise<CallView> {
  // Two requests of one id wait for each other here, before either has made anything.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${ctx.workspaceId} call ${caller.id}`}, 0))`.execute(
    ctx.db,
  );
  const known = await lockAny(ctx, caller.id);
  if (known) return again(ctx, known, caller);

  const line = await lineThatRings(ctx, caller.lineId);
  const begun = await begin(ctx, line, caller);
  const { waitSeconds } = await limitsOf(ctx);
  ctx.enqueue(passOnJob, { callId: begun.id }, { startAfter: new Date(ctx.now.getTime() + waitSeconds * 1000) });
  const call = await offerNext(ctx, begun);
  await writeEntry(ctx, call);
  ctx.touch('call', call.id);
  return viewOf(ctx, call);
}

async function again(ctx: Ctx, known: Call, caller: Ringing): Promise<CallView> {
  const same = known.from_number === caller.number && known.subject === caller.subject;
  if (!same || (caller.lineId && caller.lineId !== known.line_id)) throw sameIdOtherBody();
  return viewOf(ctx, known);
}

async function lineThatRings(ctx: Ctx, lineId: string | undefined): Promise<Line> {
  if (lineId) {
    const line = await lineById(ctx, lineId);
    if (line.channel !== channelKind || line.closedAt || !servesBrand(ctx.actor, line.brandId)) throw notFound();
    return line;
  }
  const lines = await linesOfChannel(ctx, channelKind);
  const open = lines.filter((line) => !line.closedAt && servesBrand(ctx.actor, line.brandId));
  if (open.length !== 1 || !open[0]) throw sayWhichLine({ more: { lineIds: open.map(({ id }) => id) } });
  return open[0];
}

async function begin(ctx: Ctx, line: Line, caller: Ringing): Promise<Call> {
  const { customerId, identityId, made } = await findOrMakeCustomer(ctx, {
    brandId: line.brandId,
    kind: 'phone',
    value: caller.number,
    ...(caller.name ? { name: caller.name } : {}),
    at: ctx.now,
  });
  const name = (await customerNames(ctx, [customerId])).get(customerId) || caller.number;
  // A call carries no reference to a thread, so a line that threads joins the open matter, as one by customer does.
  const open = await openConversationOf(ctx, {
    customerId,
    brandId: line.brandId,
    ...(line.casePolicy === 'customer' && line.caseWindowHours ? { withinHours: line.caseWindowHours } : {}),
  });
  const contactId = newId();
  const contact = await startContact(asHouse(ctx), {
    contactId,
    conversationId: open?.conversationId ?? null,
    lineId: line.id,
    channel: channelKind,
    brandId: line.brandId,
    customerId,
    identityId,
    customerName: name,
    address: caller.number,
    direction: 'in',
    subject: caller.subject,
    startedAt: ctx.now,
    ...(line.queueId ? { queueId: line.queueId } : {}),
  });
  const queue = line.queueId ? await queueById(ctx, line.queueId) : null;
  return insert(ctx, {
    id: caller.id,
    brand_id: line.brandId,
    line_id: line.id,
    queue_id: queue?.id ?? null,
    team_id: queue?.teamId ?? null,
    contact_id: contactId,
    conversation_id: contact.conversationId,
    conversation_number: contact.number,
    thread_id: contact.threadId,
    entry_id: newId(),
    customer_id: customerId,
    customer_name: name,
    from_number: caller.number,
    to_number: line.address,
    subject: caller.subject,
    matched_by: made ? 'new' : 'number',
    joined_at: contact.opened ? null : ctx.now,
    simulated_at: ctx.now,
    started_at: ctx.now,
  });
}

type NewCall = Omit<
  Call,
  | 'offers'
  | 'answered_at'
  | 'answered_by'
  | 'held_at'
  | 'ended_at'
  | 'ended_by'
  | 'outcome'
  | 'wrapped_up_at'
  | 'version'
>;

async function insert(ctx: Ctx, call: NewCall): Promise<Call> {
  await ctx.db
    .insertInto('calls')
    .values({ workspace_id: ctx.workspaceId, ...call })
    .execute();
  const ringing = {
    answered_at: null,
    answered_by: null,
    held_at: null,
    ended_at: null,
    ended_by: null,
    outcome: null,
  };
  return { ...call, ...ringing, wrapped_up_at: null, version: 1, offers: [] };
}
