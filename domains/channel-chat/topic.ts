import type { Ctx, ReadCtx } from '#platform/ctx';
import type { Topic } from '#platform/domain';
import { type Actor, holds } from '#platform/policy';
import { can } from './policy.ts';
import { chatGoalSeconds, mailAfterSeconds, workspaceLimit } from './settings.ts';

const topic = 'chat-limit';
/** The page of Settings; everybody who chats, for the workspace's number; one teammate is `chat-limit:<id>`. */
const allLimits = `${topic}:all`;
const ofWorkspace = `${topic}:workspace`;
const ownRoom = /^chat-limit:([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/u;

/** Whose number changed: a teammate's, or the workspace's, by its own id. */
interface Row {
  readonly id: string;
  readonly isWorkspace: boolean;
}

/** Open screens follow how many chats they may have. A message says only that it changed: each asks for its own. */
export const chatLimitTopic: Topic = {
  name: topic,
  load: async (ctx, ids) => new Map(ids.map((id): [string, Row] => [id, { id, isWorkspace: id === ctx.workspaceId }])),
  view(actor, row) {
    const { id, isWorkspace } = row as Row;
    return mayFollow(isWorkspace ? ofWorkspace : `${topic}:${id}`, actor) ? { id } : null;
  },
  rooms: (row) => ((row as Row).isWorkspace ? [allLimits, ofWorkspace] : [allLimits]),
  mayJoin: async (ctx, room) => mayFollow(room, ctx.actor),
  head,
};

/** Tells the teammate whose number it is, and the page of Settings. */
export function tellLimit(ctx: Ctx, teammateId: string): void {
  ctx.touch(topic, teammateId, [allLimits]);
}

/** A setting of the workspace changed: it may have been the number of those who have none of their own. */
export async function tellWorkspaceLimit(ctx: Ctx): Promise<void> {
  ctx.touch(topic, ctx.workspaceId, [allLimits, ofWorkspace]);
}

function mayFollow(room: string, actor: Actor): boolean {
  if (room === allLimits) return can.seeLimits(actor);
  if (room === ofWorkspace) return holds(actor, 'conversations.read') || can.seeLimits(actor);
  const teammateId = ownRoom.exec(room)?.[1];
  return teammateId !== undefined && can.followLimit(actor, teammateId);
}

async function head(ctx: ReadCtx, room: string): Promise<string | null> {
  const teammateId = ownRoom.exec(room)?.[1];
  if (room !== allLimits && room !== ofWorkspace && teammateId === undefined) return null;
  const shared = `${await workspaceLimit(ctx)} ${await chatGoalSeconds(ctx)} ${await mailAfterSeconds(ctx)}`;
  if (room === ofWorkspace) return shared;
  const own = await ctx.db
    .selectFrom('chat_limits')
    .select((eb) => [eb.fn.countAll<string>().as('count'), eb.fn.max('changed_at').as('newest')])
    .where('workspace_id', '=', ctx.workspaceId)
    .$if(teammateId !== undefined, (query) => query.where('teammate_id', '=', teammateId ?? ''))
    .executeTakeFirstOrThrow();
  return [shared, own.count, own.newest?.getTime() ?? 0].join(' ');
}
