import type { Selectable } from 'kysely';
import { can, factsOf, load } from '#domains/conversations';
import type { contactEnded } from '#domains/conversations/contract';
import type { BodyOf } from '#platform/contract';
import type { Ctx, EventOf, ReadCtx } from '#platform/ctx';
import type { DB } from '#platform/database';
import { notFound, problem, sameIdOtherBody } from '#platform/problem';
import {
  callerVerified,
  verificationEnded,
  type VerificationView,
  type VerificationWay,
  type verify as verifyRoute,
} from './contract.ts';
import { waysServed } from './ways.ts';

/** Most that a conversation shows. */
const shownLimit = 20;
const minuteMs = 60_000;
const mayNotVerify = problem(
  'verification/may-not-verify',
  403,
  'You may not write here who was checked',
  'Ask the conversation’s team.',
);

type Row = Selectable<DB['verifications']>;

/** Who was checked in a conversation the reader may see, the newest first, and the ways its brand has. */
export async function verificationsOf(
  ctx: ReadCtx,
  conversationId: string,
): Promise<{ rows: VerificationView[]; ways: VerificationWay[]; can: 'verify'[] }> {
  const conversation = await load(ctx, conversationId);
  const rows = await rowsOf(ctx)
    .where('conversation_id', '=', conversationId)
    .orderBy('checked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(shownLimit)
    .execute();
  return {
    rows: rows.map(viewOf),
    ways: (await waysServed(ctx)).filter(({ brandId }) => brandId === conversation.brand_id),
    can: can.note(ctx.actor, factsOf(conversation)) ? ['verify'] : [],
  };
}

/** Writes down who was checked and how; it holds from now, as long as the way of this brand says. */
export async function verify(
  ctx: Ctx,
  conversationId: string,
  given: BodyOf<typeof verifyRoute>,
): Promise<VerificationView> {
  const conversation = await load(ctx, conversationId);
  if (!can.note(ctx.actor, factsOf(conversation))) throw mayNotVerify();
  const way = (await waysServed(ctx)).find(({ id }) => id === given.wayId);
  if (way?.brandId !== conversation.brand_id) throw notFound();
  const expiresAt = new Date(ctx.now.getTime() + way.holdsMinutes * minuteMs);
  const made = await ctx.db
    .insertInto('verifications')
    .values({
      workspace_id: ctx.workspaceId,
      id: given.id,
      conversation_id: conversationId,
      customer_id: conversation.customer_id,
      whom: given.whom,
      way_id: way.id,
      way_name: way.name,
      allows: way.allows,
      passed: given.passed,
      ends_with_call: way.endsWithCall,
      checked_by: ctx.actor.id,
      checked_at: ctx.now,
      expires_at: expiresAt,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst();
  const row = await rowById(ctx, given.id);
  if (made.numInsertedOrUpdatedRows !== 1n) {
    if (row.conversation_id !== conversationId || row.way_id !== way.id) throw sameIdOtherBody();
    return viewOf(row);
  }
  const how = given.passed ? 'passed' : 'failed';
  const until = expiresAt.toISOString();
  ctx.emit(callerVerified, conversationId, { verificationId: given.id, wayId: way.id, how, until });
  ctx.touch('conversation', conversationId);
  return viewOf(row);
}

/** It holds no longer: somebody else took the phone, or it was a mistake. Twice is once. */
export async function endVerification(ctx: Ctx, id: string): Promise<VerificationView> {
  const row = await rowById(ctx, id);
  if (!can.note(ctx.actor, factsOf(await load(ctx, row.conversation_id)))) throw mayNotVerify();
  if (row.ended_at === null && row.expires_at > ctx.now)
    await end(ctx, { ids: [id], conversationId: row.conversation_id, at: ctx.now, how: 'by-hand' });
  return viewOf(await rowById(ctx, id));
}

/** The call is over: what was checked in it holds no longer, in the same moment. */
export async function endWithCall(ctx: Ctx, event: EventOf<typeof contactEnded>): Promise<void> {
  const rows = await rowsOf(ctx)
    .where('conversation_id', '=', event.subjectId)
    .where('ends_with_call', '=', true)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', event.occurredAt)
    .limit(shownLimit)
    .execute();
  const ids = rows.map(({ id }) => id);
  await end(ctx, { ids, conversationId: event.subjectId, at: event.occurredAt, how: 'call-ended' });
}

interface Ending {
  readonly ids: readonly string[];
  readonly conversationId: string;
  readonly at: Date;
  readonly how: 'by-hand' | 'call-ended';
}

async function end(ctx: Ctx, { ids, conversationId, at, how }: Ending): Promise<void> {
  if (ids.length === 0) return;
  await ctx.db
    .updateTable('verifications')
    .set({ ended_at: at })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', 'in', [...ids])
    .execute();
  for (const verificationId of ids) ctx.emit(verificationEnded, conversationId, { verificationId, how });
  ctx.touch('conversation', conversationId);
}

function rowsOf(ctx: ReadCtx) {
  return ctx.db.selectFrom('verifications').selectAll().where('workspace_id', '=', ctx.workspaceId);
}

async function rowById(ctx: ReadCtx, id: string): Promise<Row> {
  const row = await rowsOf(ctx).where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

function viewOf(row: Row): VerificationView {
  return {
    id: row.id,
    whom: row.whom,
    wayName: row.way_name,
    allows: row.passed ? row.allows : '',
    passed: row.passed,
    checkedBy: row.checked_by,
    checkedAt: row.checked_at.toISOString(),
    until: (row.ended_at ?? row.expires_at).toISOString(),
    endsWithCall: row.ends_with_call,
  };
}
