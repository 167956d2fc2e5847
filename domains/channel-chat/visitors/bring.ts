import { sql } from 'kysely';
import type { ClaimedMessage } from '#domains/conversations';
import type { Ctx } from '#platform/ctx';
import { mailAfterSeconds } from '../settings.ts';
import { goOnByMail } from './go-on-by-mail.ts';
import { noteSaid } from './said.ts';
import { tellTalk } from './tell.ts';
import { visitorsIn } from './visitors-in.ts';

/**
 * What was just delivered is theirs to read who wrote last in the matter: of two browsers of one person the one they are at.
 * Where they are not there to read it, it goes on by mail after a while. False where nobody is in the matter any more.
 */
export async function bringToVisitor(ctx: Ctx, { conversationId, entryId, lineId }: ClaimedMessage): Promise<boolean> {
  const visitors = (await visitorsIn(ctx, [conversationId])).get(conversationId) ?? [];
  const visitorId = await lastToWrite(ctx, visitors, lineId);
  if (visitorId === null) return false;
  await noteSaid(ctx, visitorId, entryId, true);
  tellTalk(ctx, visitorId, conversationId);
  const startAfter = new Date(ctx.now.getTime() + (await mailAfterSeconds(ctx)) * 1000);
  ctx.enqueue(goOnByMail.name, { visitorId }, { startAfter });
  return true;
}

async function lastToWrite(ctx: Ctx, visitors: readonly string[], lineId: string): Promise<string | null> {
  if (visitors.length === 0) return null;
  const { rows } = await sql<{ id: string }>`
    select visitor.id from chat_visitors as visitor
    cross join lateral (select said_at from chat_said
      where workspace_id = ${ctx.workspaceId} and visitor_id = visitor.id and not by_us
      order by said_at desc limit 1) as last
    where visitor.workspace_id = ${ctx.workspaceId} and visitor.line_id = ${lineId}
      and visitor.id = any(${[...visitors]}::uuid[])
    order by last.said_at desc limit 1`.execute(ctx.db);
  return rows[0]?.id ?? null;
}
