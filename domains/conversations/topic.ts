import type { ReadCtx } from '#platform/ctx';
import type { Topic } from '#platform/domain';
import { type Actor, scopeOf, servesBrand } from '#platform/policy';
import { type Conversation, factsOf, load, loadMany } from './load.ts';
import { can, knowable } from './policy.ts';
import { isGuest } from './why-read.ts';
import { roomsOf } from './rooms.ts';
import { anyOf } from './sql.ts';
import { rowView } from './views.ts';

/** A conversation with what each reader has seen of it. */
interface Followed {
  readonly conversation: Conversation;
  readonly seen: ReadonlyMap<string, number>;
}

/** Open screens follow conversations: the row, as HTTP gives it, for those who may see it. */
export const conversationTopic: Topic = {
  name: 'conversation',
  async load(ctx, ids) {
    const conversations = await loadMany(ctx, ids);
    const reads = await readsOf(ctx, ids);
    return new Map(
      conversations.map((conversation): [string, Followed] => [
        conversation.id,
        { conversation, seen: reads.get(conversation.id) ?? new Map() },
      ]),
    );
  },
  view(actor, row) {
    const { conversation, seen } = row as Followed;
    if (!can.read(actor, factsOf(conversation))) return null;
    return rowView(conversation, (actor.id && seen.get(actor.id)) || 0);
  },
  rooms: (row) => roomsOf((row as Followed).conversation),
  mayJoin: (ctx, room) => mayJoin(ctx, room.replace(/^conversation:/, '')),
  head: (ctx, room) => head(ctx, room.replace(/^conversation:/, '')),
};

/** Lists of one's own scope, and single conversations one may see. */
async function mayJoin(ctx: ReadCtx, room: string): Promise<boolean> {
  const scope = scopeOf(ctx.actor, 'conversations.read');
  const [kind, id = ''] = room.split(':');
  if (kind === 'shared') return isGuest(ctx.actor) && id === ctx.actor.id;
  if (scope === null && (!isGuest(ctx.actor) || id !== '' || kind === 'all')) return false;
  if (kind === 'all') return scope === 'all';
  if (kind === 'brand') return (scope === 'all' || scope === 'brand') && servesBrand(ctx.actor, id);
  if (kind === 'team') return scope === 'all' || scope === 'brand' || (scope === 'team' && inTeam(ctx.actor, id));
  if (kind === 'assignee') return id === ctx.actor.id || scope === 'all';
  return load(ctx, room).then(
    () => true,
    () => false,
  );
}

function inTeam(actor: Actor, teamId: string): boolean {
  return actor.teamIds.has(teamId);
}

/** How far back a list's head looks: a screen that missed more than this has reconnected and loads afresh. */
const headSeconds = 120;

/**
 * The head of a single conversation is its version; of a list, its newest change that anybody of the reader's rights may
 * know: of what is confidential a list's head says nothing, not even to those let in, whom each change reaches itself.
 */
async function head(ctx: ReadCtx, room: string): Promise<string | null> {
  const [kind, id = ''] = room.split(':');
  if (kind !== 'all' && id === '') return versionOf(ctx, room);
  const row = await ctx.db
    .selectFrom('conversations')
    .select(['id', 'version'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('changed_at', '>', new Date(ctx.now.getTime() - headSeconds * 1000))
    .$if(kind === 'brand', (query) => query.where('brand_id', '=', id))
    .$if(kind === 'team', (query) => query.where('team_id', '=', id))
    .$if(kind === 'assignee', (query) => query.where('assignee_id', '=', id))
    .where(knowable(ctx.actor))
    .orderBy('changed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? `${row.id}:${row.version}` : null;
}

async function versionOf(ctx: ReadCtx, id: string): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('conversations')
    .select('version')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? String(row.version) : null;
}

/** Most readers of one conversation that live views know of. */
const readerLimit = 500;

async function readsOf(
  ctx: ReadCtx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const rows = await ctx.db
    .selectFrom('conversation_reads')
    .select(['conversation_id', 'teammate_id', 'seen_version'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', anyOf(ids))
    .limit(readerLimit * Math.max(1, ids.length))
    .execute();
  const reads = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const byTeammate = reads.get(row.conversation_id) ?? new Map<string, number>();
    byTeammate.set(row.teammate_id, row.seen_version);
    reads.set(row.conversation_id, byTeammate);
  }
  return reads;
}
