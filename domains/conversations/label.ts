import type { Ctx, ReadCtx } from '#platform/ctx';
import { newId } from '#platform/database';
import { problem } from '#platform/problem';
import { change } from './change.ts';
import { conversationTagged, type ConversationView, priorityChanged, reasonSet } from './contract.ts';
import { factsOf, lock } from './load.ts';
import { can, mayNotAssign, mayNotNote } from './policy.ts';
import { anyOf } from './sql.ts';
import { conversationView } from './views.ts';

const unknownReason = problem(
  'conversations/unknown-reason',
  422,
  'That reason does not belong to this brand',
  'Choose one from the list.',
);

/** Set how urgent it is. */
export async function setPriority(ctx: Ctx, id: string, priority: number): Promise<ConversationView> {
  const before = await lock(ctx, id);
  if (!can.assign(ctx.actor, factsOf(before))) throw mayNotAssign();
  if (before.priority !== priority) {
    await change(ctx, before, { priority });
    ctx.emit(priorityChanged, id, { priority, from: before.priority });
  }
  return conversationView(ctx, id);
}

/** Say what it was about: what "the same issue" compares. */
export async function setReason(ctx: Ctx, id: string, reasonId: string | null): Promise<ConversationView> {
  const before = await lock(ctx, id);
  if (!can.note(ctx.actor, factsOf(before))) throw mayNotNote();
  if (reasonId) await checkReason(ctx, reasonId, before.brand_id);
  if (before.reason_id !== reasonId) {
    await change(ctx, before, { reason_id: reasonId });
    ctx.emit(reasonSet, id, { reasonId, fromReasonId: before.reason_id });
  }
  return conversationView(ctx, id);
}

async function checkReason(ctx: Ctx, reasonId: string, brandId: string): Promise<void> {
  const reason = await ctx.db
    .selectFrom('reasons')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', reasonId)
    .where('brand_id', '=', brandId)
    .executeTakeFirst();
  if (!reason) throw unknownReason();
}

/** Set the tags, by name; new names become tags. */
export async function tag(ctx: Ctx, id: string, names: readonly string[]): Promise<ConversationView> {
  const before = await lock(ctx, id);
  if (!can.note(ctx.actor, factsOf(before))) throw mayNotNote();
  const wanted = await tagsByName(ctx, names);
  const there = await ctx.db
    .selectFrom('conversation_tags')
    .select('tag_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', id)
    .execute();
  const had = new Set(there.map((row) => row.tag_id));
  const added = wanted.filter((tagId) => !had.has(tagId));
  const removed = [...had].filter((tagId) => !wanted.includes(tagId));
  if (added.length === 0 && removed.length === 0) return conversationView(ctx, id);
  if (added.length > 0) {
    await ctx.db
      .insertInto('conversation_tags')
      .values(
        added.map((tagId) => ({
          workspace_id: ctx.workspaceId,
          conversation_id: id,
          tag_id: tagId,
          tagged_at: ctx.now,
        })),
      )
      .execute();
  }
  if (removed.length > 0) {
    await ctx.db
      .deleteFrom('conversation_tags')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('conversation_id', '=', id)
      .where('tag_id', '=', anyOf(removed))
      .execute();
  }
  await change(ctx, before, {});
  ctx.emit(conversationTagged, id, { added, removed });
  return conversationView(ctx, id);
}

/** The names of the tags of many conversations, in small letters as names are compared. */
export async function tagNamesOf(
  ctx: ReadCtx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await ctx.db
    .selectFrom('conversation_tags')
    .innerJoin('tags', (join) =>
      join
        .onRef('tags.workspace_id', '=', 'conversation_tags.workspace_id')
        .onRef('tags.id', '=', 'conversation_tags.tag_id'),
    )
    .select(['conversation_tags.conversation_id as id', 'tags.name'])
    .where('conversation_tags.workspace_id', '=', ctx.workspaceId)
    .where('conversation_tags.conversation_id', '=', anyOf(ids))
    .execute();
  const names = new Map<string, Set<string>>();
  for (const { id, name } of rows) names.set(id, (names.get(id) ?? new Set()).add(name.toLowerCase()));
  return names;
}

/** The tags of these names; a new name becomes a tag, and one that was archived stays so. */
export async function tagsByName(ctx: Ctx, names: readonly string[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const name of new Set(names.map((each) => each.trim().toLowerCase()))) {
    const there = await tagByName(ctx, name);
    if (there) ids.push(there.id);
    else ids.push(await makeTag(ctx, names.find((each) => each.trim().toLowerCase() === name)?.trim() ?? name));
  }
  return ids;
}

async function tagByName(ctx: Ctx, name: string): Promise<{ id: string } | undefined> {
  return ctx.db
    .selectFrom('tags')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where((eb) => eb(eb.fn<string>('lower', ['name']), '=', name))
    .executeTakeFirst();
}

async function makeTag(ctx: Ctx, name: string): Promise<string> {
  const id = newId();
  await ctx.db
    .insertInto('tags')
    .values({ workspace_id: ctx.workspaceId, id, name })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await tagByName(ctx, name.toLowerCase()))?.id ?? id;
}
