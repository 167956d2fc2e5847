import type { Ctx } from '#platform/ctx';
import { insertLater, newId } from '#platform/database';

/** The thread of a conversation on a line, made when it is not there. A known external id keeps its thread. */
export async function ensureThread(
  ctx: Ctx,
  conversationId: string,
  lineId: string,
  externalId: string | null,
  at: Date,
): Promise<string> {
  const there = await ctx.db
    .selectFrom('threads')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('line_id', '=', lineId)
    .$if(externalId !== null, (query) =>
      query.where((eb) => eb.or([eb('external_id', '=', externalId), eb('external_id', 'is', null)])),
    )
    .orderBy('opened_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return there?.id ?? openThread(ctx, conversationId, lineId, externalId, at);
}

/** The first thread on a line, of a conversation that has none there. */
export async function openThread(
  ctx: Ctx,
  conversationId: string,
  lineId: string,
  externalId: string | null,
  at: Date,
): Promise<string> {
  const id = newId();
  const opened = {
    workspace_id: ctx.workspaceId,
    id,
    conversation_id: conversationId,
    line_id: lineId,
    external_id: externalId?.slice(0, 998) ?? null,
    opened_at: at,
  };
  await insertLater(ctx.db, 'threads', opened, { orNothing: true });
  return id;
}
