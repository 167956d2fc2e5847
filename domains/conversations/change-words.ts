import { sql } from 'kysely';
import { brandOf } from '#domains/brands';
import type { Ctx } from '#platform/ctx';
import { servesBrand } from '#platform/policy';
import { notFound, problem } from '#platform/problem';
import { type StatusCategory, wordsChanged } from './contract.ts';

const taken = problem(
  'conversations/name-taken',
  409,
  'That name is there already',
  'Choose another one, or merge the two.',
);
const standardStays = problem(
  'conversations/standard-stays',
  409,
  'The standard status of a category stays',
  'Rename it instead.',
);
const intoItself = problem('conversations/same-tag', 422, 'This is the same tag', 'Choose another one.');
const otherTree = problem(
  'conversations/other-tree',
  422,
  'That reason belongs to another brand',
  'Choose one of the same brand.',
);

/** Add a reason to the tree of a brand, at its end; the same one again is added once. */
export async function addReason(
  ctx: Ctx,
  given: { id: string; brandId: string; parentId: string | null; name: string },
): Promise<void> {
  if (!servesBrand(ctx.actor, given.brandId)) throw notFound();
  await brandOf(ctx, given.brandId);
  if (given.parentId) {
    const parent = await reasonById(ctx, given.parentId);
    if (parent.brand_id !== given.brandId) throw otherTree();
  }
  await ctx.db
    .insertInto('reasons')
    .values({
      workspace_id: ctx.workspaceId,
      id: given.id,
      brand_id: given.brandId,
      parent_id: given.parentId,
      name: given.name,
      position: sql<number>`coalesce((select max(position) + 1 from reasons where workspace_id = ${ctx.workspaceId} and brand_id = ${given.brandId}), 0)`,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .execute();
  ctx.emit(wordsChanged, given.id, { kind: 'reason', how: 'added' });
  auditWord(ctx, 'reason.made', given.id, null, { name: given.name, parentId: given.parentId });
}

/** Rename, order or archive a reason; those below an archived one go with it. */
export async function changeReason(
  ctx: Ctx,
  id: string,
  given: { name: string; position?: number | undefined; archived: boolean },
): Promise<void> {
  const before = await reasonById(ctx, id);
  await ctx.db
    .updateTable('reasons')
    .set({ name: given.name, ...(given.position === undefined ? {} : { position: given.position }) })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  if (given.archived) {
    await sql`
      with recursive below (id, depth) as (
        select id, 0 from reasons where workspace_id = ${ctx.workspaceId} and id = ${id}
        union all
        select child.id, below.depth + 1 from below
        join reasons child on child.workspace_id = ${ctx.workspaceId} and child.parent_id = below.id
        where below.depth < 20
      )
      update reasons set archived_at = ${ctx.now}
      where workspace_id = ${ctx.workspaceId} and id in (select id from below)`.execute(ctx.db);
  }
  ctx.emit(wordsChanged, id, { kind: 'reason', how: given.archived ? 'archived' : 'changed' });
  auditWord(ctx, 'reason.changed', id, { name: before.name, archived: false }, given);
}

async function reasonById(ctx: Ctx, id: string): Promise<{ brand_id: string; name: string }> {
  const row = await ctx.db
    .selectFrom('reasons')
    .select(['brand_id', 'name'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .executeTakeFirst();
  if (!row || !servesBrand(ctx.actor, row.brand_id)) throw notFound();
  return row;
}

/** Rename or archive a tag. */
export async function changeTag(ctx: Ctx, id: string, given: { name: string; archived: boolean }): Promise<void> {
  const name = await tagNamed(ctx, id);
  const other = await ctx.db
    .selectFrom('tags')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where((eb) => eb(eb.fn<string>('lower', ['name']), '=', given.name.toLowerCase()))
    .where('id', '!=', id)
    .executeTakeFirst();
  if (other) throw taken();
  await ctx.db
    .updateTable('tags')
    .set({ name: given.name, ...(given.archived ? { archived_at: ctx.now } : {}) })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  ctx.emit(wordsChanged, id, { kind: 'tag', how: given.archived ? 'archived' : 'changed' });
  auditWord(ctx, 'tag.changed', id, { name, archived: false }, given);
}

/** Merge a tag into another: what carried it carries the other from now on. */
export async function mergeTag(ctx: Ctx, id: string, intoId: string): Promise<void> {
  if (id === intoId) throw intoItself();
  const name = await tagNamed(ctx, id);
  const into = await tagNamed(ctx, intoId);
  await sql`
    insert into conversation_tags (workspace_id, conversation_id, tag_id, tagged_at)
    select workspace_id, conversation_id, ${intoId}, tagged_at from conversation_tags
    where workspace_id = ${ctx.workspaceId} and tag_id = ${id}
    on conflict do nothing`.execute(ctx.db);
  await ctx.db
    .deleteFrom('conversation_tags')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('tag_id', '=', id)
    .execute();
  await ctx.db
    .updateTable('tags')
    .set({ archived_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  ctx.emit(wordsChanged, id, { kind: 'tag', how: 'merged' });
  auditWord(ctx, 'tag.merged', id, { name }, { name: into });
}

/** Add a status of one's own; the same one again is added once. */
export async function addStatus(
  ctx: Ctx,
  given: { id: string; name: string; category: StatusCategory },
): Promise<void> {
  await refuseStatusName(ctx, given.id, given.name);
  await ctx.db
    .insertInto('statuses')
    .values({
      workspace_id: ctx.workspaceId,
      id: given.id,
      name: given.name,
      category: given.category,
      position: sql<number>`(select coalesce(max(position) + 1, 0) from statuses where workspace_id = ${ctx.workspaceId})`,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .execute();
  ctx.emit(wordsChanged, given.id, { kind: 'status', how: 'added' });
  auditWord(ctx, 'status.made', given.id, null, { name: given.name, category: given.category });
}

/** Rename or archive a status. What has an archived one keeps it until its next change. */
export async function changeStatus(ctx: Ctx, id: string, given: { name: string; archived: boolean }): Promise<void> {
  const status = await ctx.db
    .selectFrom('statuses')
    .select(['is_standard', 'name'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .executeTakeFirst();
  if (!status) throw notFound();
  if (given.archived && status.is_standard) throw standardStays();
  await refuseStatusName(ctx, id, given.name);
  await ctx.db
    .updateTable('statuses')
    .set({ name: given.name, ...(given.archived ? { archived_at: ctx.now } : {}) })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  ctx.emit(wordsChanged, id, { kind: 'status', how: given.archived ? 'archived' : 'changed' });
  auditWord(ctx, 'status.changed', id, { name: status.name, archived: false }, given);
}

async function refuseStatusName(ctx: Ctx, id: string, name: string): Promise<void> {
  const other = await ctx.db
    .selectFrom('statuses')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('name', '=', name)
    .where('id', '!=', id)
    .executeTakeFirst();
  if (other) throw taken();
}

async function tagNamed(ctx: Ctx, id: string): Promise<string> {
  const row = await ctx.db
    .selectFrom('tags')
    .select('name')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row.name;
}

type Word = {
  readonly name: string;
  readonly archived?: boolean;
  readonly position?: number | undefined;
  readonly parentId?: string | null;
  readonly category?: StatusCategory;
};

function auditWord(ctx: Ctx, action: string, id: string, before: Word | null, after: Word): void {
  const objectKind = action.split('.')[0] ?? '';
  ctx.audit({ action, objectKind, objectId: id, objectName: after.name, before, after: { ...after } });
}
