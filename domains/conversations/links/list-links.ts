import { sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import type { LinkRelation, LinkView } from '../contract.ts';
import { type Conversation, factsOf, load, loadMany } from '../load.ts';
import { can } from '../policy.ts';
import { anyOf } from '../sql.ts';
import { partType, relationOf } from './relations.ts';

/** Most links shown of one conversation; `link` keeps within it. */
const linkLimit = 1_000;
/** Open parts of one that are looked at, for one that the actor sees. */
const partsLookedAt = 50;
/** Longest chain of merges that is followed. */
const chainLimit = 50;

interface Row {
  readonly from_id: string;
  readonly to_id: string;
  readonly type: string;
  readonly linked_at: Date;
  readonly linked_by: string | null;
}

/** What a conversation is linked with. The other side is shown to who may see it, and to nobody else is it there. */
export async function listLinks(ctx: ReadCtx, id: string): Promise<LinkView[]> {
  const here = await load(ctx, id);
  const ids = await withMerged(ctx, id);
  const rows = await rowsOf(ctx, ids);
  const others = await survivors(
    ctx,
    rows.map((row) => (ids.has(row.from_id) ? row.to_id : row.from_id)),
  );
  const mayWrite = can.note(ctx.actor, factsOf(here));
  const seen = new Set<string>();
  return rows.flatMap((row): LinkView[] => {
    const isFrom = ids.has(row.from_id);
    const other = others.get(isFrom ? row.to_id : row.from_id);
    const relation = relationOf(row, isFrom);
    const key = `${relation} ${other?.id}`;
    if (!other || other.id === id || seen.has(key)) return [];
    seen.add(key);
    // a link that came with a merge goes back with it, and is no link of this one
    const isOwn = row.from_id === id ? other.id === row.to_id : row.to_id === id && other.id === row.from_id;
    return [view(row, relation, other, isOwn && mayWrite && can.note(ctx.actor, factsOf(other)))];
  });
}

/** The conversations in a relation to this one that the actor may see. */
export async function linkedTo(ctx: ReadCtx, id: string, relation: LinkRelation): Promise<readonly Conversation[]> {
  const ids = await withMerged(ctx, id);
  const rows = await rowsOf(ctx, ids);
  const wanted = rows.filter((row) => relationOf(row, ids.has(row.from_id)) === relation);
  const others = await survivors(
    ctx,
    wanted.map((row) => (ids.has(row.from_id) ? row.to_id : row.from_id)),
  );
  return [...new Map([...others.values()].map((one) => [one.id, one])).values()].filter((one) => one.id !== id);
}

/** Which of many have a part that is still open, for the actor's eyes; the parts of what was merged into one are its own. */
export async function havingOpenParts(ctx: ReadCtx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  // a part that was merged is closed itself: where its messages are today may be open
  const { rows } = await sql<{ whole_id: string; part_id: string }>`
    with recursive whole (asked_id, id, depth) as (
      select id, id, 0 from unnest(${ids}::uuid[]) as asked (id)
      union
      select w.asked_id, m.from_id, w.depth + 1 from whole w join conversation_moves m
        on m.workspace_id = ${ctx.workspaceId} and m.to_id = w.id and m.kind = 'merge' and m.undone_at is null
      where w.depth < ${chainLimit}
    )
    select whole.asked_id as whole_id, part.id as part_id from whole
    cross join lateral (
      select conversations.id from conversation_links as link
      join conversations on conversations.workspace_id = ${ctx.workspaceId} and conversations.id = link.from_id
      where link.workspace_id = ${ctx.workspaceId} and link.to_id = whole.id and link.type = ${partType}
        and (conversations.closed_at is null or conversations.merged_at is not null)
      limit ${partsLookedAt}) as part`.execute(ctx.db);
  const there = await survivors(
    ctx,
    rows.map((row) => row.part_id),
  );
  const open = rows.filter((row) => {
    const part = there.get(row.part_id);
    // a part that went into its whole is none any more
    return part !== undefined && part.closed_at === null && part.id !== row.whole_id;
  });
  return new Set(open.map((row) => row.whole_id));
}

function view(row: Row, relation: LinkRelation, other: Conversation, mayRemove: boolean): LinkView {
  return {
    relation,
    conversation: {
      id: other.id,
      number: other.number,
      subject: other.subject,
      customerName: other.customer_name,
      category: other.status_category as LinkView['conversation']['category'],
    },
    linkedAt: row.linked_at.toISOString(),
    linkedBy: row.linked_by,
    can: mayRemove ? ['remove'] : [],
  };
}

async function rowsOf(ctx: ReadCtx, ids: ReadonlySet<string>): Promise<readonly Row[]> {
  return ctx.db
    .selectFrom('conversation_links')
    .select(['from_id', 'to_id', 'type', 'linked_at', 'linked_by'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where((eb) => eb.or([eb('from_id', '=', anyOf([...ids])), eb('to_id', '=', anyOf([...ids]))]))
    .orderBy('linked_at')
    .orderBy('from_id')
    .orderBy('to_id')
    .limit(linkLimit)
    .execute();
}

/** The conversation and those merged into it: what they are linked with, it is linked with as long as they are merged. */
async function withMerged(ctx: ReadCtx, id: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    with recursive whole (id, depth) as (
      select ${id}::uuid, 0
      union
      select m.from_id, w.depth + 1 from whole w join conversation_moves m
        on m.workspace_id = ${ctx.workspaceId} and m.to_id = w.id and m.kind = 'merge' and m.undone_at is null
      where w.depth < ${chainLimit}
    ) select id from whole`.execute(ctx.db);
  return new Set(rows.map((row) => row.id));
}

/** Where these stand today, as far as the actor may see: a merged one is the one it went into. */
async function survivors(ctx: ReadCtx, ids: readonly string[]): Promise<ReadonlyMap<string, Conversation>> {
  const found = new Map<string, Conversation>();
  let waiting = new Map(ids.map((id) => [id, id]));
  for (let step = 0; step < chainLimit && waiting.size > 0; step += 1) {
    const rows = new Map((await loadMany(ctx, [...new Set(waiting.values())])).map((row) => [row.id, row]));
    const next = new Map<string, string>();
    for (const [asked, at] of waiting) {
      const row = rows.get(at);
      if (row?.merged_into_id) next.set(asked, row.merged_into_id);
      else if (row) found.set(asked, row);
    }
    waiting = next;
  }
  return found;
}
