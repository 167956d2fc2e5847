import type { ClaimedMessage } from '#domains/conversations';
import type { Ctx } from '#platform/ctx';
import { mailAfterSeconds } from '../settings.ts';
import { goOnByMail } from './go-on-by-mail.ts';
import { noteSaid } from './said.ts';
import { tellTalk } from './tell.ts';
import { visitorIdForm } from './visitor.ts';

/** What was just delivered is theirs to read; where they are not there to read it, it goes on by mail after a while. */
export async function bringToVisitors(ctx: Ctx, message: ClaimedMessage): Promise<void> {
  for (const { address } of message.recipients) {
    if (!visitorIdForm.test(address) || !(await isVisitor(ctx, address, message.lineId))) continue;
    await noteSaid(ctx, address, message.entryId, true);
    tellTalk(ctx, address, message.conversationId);
    const startAfter = new Date(ctx.now.getTime() + (await mailAfterSeconds(ctx)) * 1000);
    ctx.enqueue(goOnByMail.name, { visitorId: address }, { startAfter });
  }
}

async function isVisitor(ctx: Ctx, id: string, lineId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('chat_visitors')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .where('line_id', '=', lineId)
    .executeTakeFirst();
  return row !== undefined;
}
