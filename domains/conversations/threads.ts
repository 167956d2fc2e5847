import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx';
import { builtOnce, insertLater, newId } from '#platform/database';

interface OfLine {
  readonly workspaceId: string;
  readonly conversationId: string;
  readonly lineId: string;
  readonly externalId: string | null;
}

const threadOf = builtOnce((db, given: OfLine) =>
  db
    .selectFrom('threads')
    .select('id')
    .where('workspace_id', '=', given.workspaceId)
    .where('conversation_id', '=', given.conversationId)
    .where('line_id', '=', given.lineId)
    .where(
      sql<boolean>`(${given.externalId}::text is null or external_id = ${given.externalId} or external_id is null)`,
    )
    .orderBy('opened_at', 'desc')
    .limit(1),
);

/** The thread of a conversation on a line, made when it is not there. A known external id keeps its thread. */
export async function ensureThread(
  ctx: Ctx,
  conversationId: string,
  lineId: string,
  externalId: string | null,
  at: Date,
): Promise<string> {
  const { workspaceId } = ctx;
  const [there] = await threadOf(ctx.db, { workspaceId, conversationId, lineId, externalId });
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
