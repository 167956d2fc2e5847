import type { Tools } from '#platform/domain';
import { notFound } from '#platform/problem';
import { siteOf } from './site.ts';
import { talkTopic, visitorTopic } from './tell.ts';
import { knownVisitor, passOf } from './visitor.ts';

/** Whose open chat it is: what its page listens to. */
export interface Listening {
  readonly workspaceId: string;
  readonly topic: string;
  readonly visitorId: string;
}

/** Whether the pass in these headers may listen, and to what; refused as reading would be. */
export async function listenAs(tools: Tools, key: string, headers: Headers): Promise<Listening> {
  const pass = passOf(headers);
  const site = await siteOf(tools, key);
  const visitor = await tools.read({ workspaceId: site.workspaceId }, (ctx) => knownVisitor(ctx, site, pass));
  if (!visitor) throw notFound();
  return { workspaceId: site.workspaceId, topic: talkTopic, visitorId: visitor.id };
}

/** They are there, or went: what a teammate sees of them. Told only where it is news. */
export async function noteHere(tools: Tools, { workspaceId, visitorId }: Listening, isHere: boolean): Promise<void> {
  await tools.transact({ workspaceId }, async (ctx) => {
    const before = await ctx.db
      .selectFrom('chat_visitors')
      .select(['is_here', 'here_at', 'conversation_id'])
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', visitorId)
      .executeTakeFirst();
    if (!before) return;
    await ctx.db
      .updateTable('chat_visitors')
      .set({ here_at: ctx.now, is_here: isHere })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', visitorId)
      .execute();
    const was = isThere({ isHere: before.is_here, hereAt: before.here_at }, ctx.now);
    if (was !== isHere && before.conversation_id) ctx.touch(visitorTopic, before.conversation_id);
  });
}

/** How long somebody counts as there of whom nothing is heard, in milliseconds: a server that died tells nobody that they went. */
const silentMs = 150_000;

/** Whether a page of theirs is open now. */
export function isThere(visitor: { readonly isHere: boolean; readonly hereAt: Date }, now: Date): boolean {
  return visitor.isHere && now.getTime() - visitor.hereAt.getTime() < silentMs;
}
