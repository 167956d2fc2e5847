import * as z from 'zod';
import { brandOf } from '#domains/brands';
import { knownTeams } from '#domains/teams';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { servesBrand } from '#platform/policy';
import { notFound, problem, sameIdOtherBody } from '#platform/problem';
import { MacroAction, macroChanged, type MacroView } from './contract.ts';
import { can, type MacroFacts, usable } from './policy.ts';

/** A macro as it is given. */
export interface MacroGiven {
  readonly name: string;
  readonly text: string;
  readonly actions: readonly MacroAction[];
  readonly visibility: MacroView['visibility'];
  readonly teamId: string | null;
  readonly brandId: string | null;
}

const mayNotShare = problem(
  'macros/may-not-share',
  403,
  'You may not make macros for others there',
  'Keep it for yourself, or ask who sets up conversations.',
);
const forWhom = problem(
  'macros/for-whom',
  422,
  'Say for which team or brand',
  'Choose the team or the brand that may use it.',
);
const unsayable = problem('macros/empty', 422, 'A macro that does nothing', 'Give it words or something to do.');

/** Most macros of one workspace. */
const macroLimit = 2_000;

const columns = [
  'id',
  'name',
  'text',
  'actions',
  'visibility',
  'owner_id',
  'team_id',
  'brand_id',
  'used_count',
  'used_at',
] as const;

/** The macros the actor may use, most used first; for a conversation of one brand, those that fit it. */
export async function listMacros(ctx: ReadCtx, brandId?: string): Promise<MacroView[]> {
  const rows = await ctx.db
    .selectFrom('macros')
    .select(columns)
    .where('workspace_id', '=', ctx.workspaceId)
    .where('archived_at', 'is', null)
    .where(usable(ctx.actor))
    .$if(brandId !== undefined, (query) =>
      query.where((eb) => eb.or([eb('brand_id', 'is', null), eb('brand_id', '=', brandId ?? '')])),
    )
    .orderBy('used_count', 'desc')
    .orderBy('id')
    .limit(macroLimit)
    .execute();
  return rows.map((row) => viewOf(ctx, row));
}

/** One macro the actor may use; what they may not use does not exist. */
export async function macroById(ctx: ReadCtx, id: string): Promise<MacroView> {
  const row = await ctx.db
    .selectFrom('macros')
    .select(columns)
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .executeTakeFirst();
  if (!row || !can.use(ctx.actor, factsOf(row))) throw notFound();
  return viewOf(ctx, row);
}

/** Add a macro; the same one again is added once. */
export async function addMacro(ctx: Ctx, id: string, given: MacroGiven): Promise<MacroView> {
  const values = await checked(ctx, given, ctx.actor.id);
  const made = await ctx.db
    .insertInto('macros')
    .values({ workspace_id: ctx.workspaceId, id, ...values })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 1n) ctx.emit(macroChanged, id, { how: 'added' });
  const macro = await macroById(ctx, id);
  if (made.numInsertedOrUpdatedRows === 1n) auditShared(ctx, null, macro);
  if (macro.name !== given.name || macro.text !== given.text) throw sameIdOtherBody();
  return macro;
}

/** Change a macro; who may change it as it is must also be allowed to make it as it becomes. */
export async function changeMacro(ctx: Ctx, id: string, given: MacroGiven): Promise<MacroView> {
  const before = await macroById(ctx, id);
  if (!before.can.includes('change')) throw mayNotShare();
  await ctx.db
    .updateTable('macros')
    .set(await checked(ctx, given, before.ownerId ?? ctx.actor.id))
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  ctx.emit(macroChanged, id, { how: 'changed' });
  const after = await macroById(ctx, id);
  auditShared(ctx, before, after);
  return after;
}

/** Archive a macro: what it did stays. */
export async function archiveMacro(ctx: Ctx, id: string): Promise<void> {
  const macro = await macroById(ctx, id);
  if (!macro.can.includes('change')) throw mayNotShare();
  await ctx.db
    .updateTable('macros')
    .set({ archived_at: ctx.now, changed_at: ctx.now, changed_by: ctx.actor.id })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  ctx.emit(macroChanged, id, { how: 'archived' });
  auditShared(ctx, macro, null);
}

/** What others write by it is an administrator's matter; one's own is nobody's. */
function auditShared(ctx: Ctx, before: MacroView | null, after: MacroView | null): void {
  const isShared = [before, after].some((one) => one !== null && one.visibility !== 'mine');
  const macro = after ?? before;
  if (!isShared || !macro) return;
  const ended = after ? 'changed' : 'archived';
  const how = before ? ended : 'made';
  const facts = (one: MacroView | null) =>
    one && { name: one.name, text: one.text, visibility: one.visibility, actions: one.actions };
  const object = { objectKind: 'macro', objectId: macro.id, objectName: macro.name };
  ctx.audit({ action: `macro.${how}`, ...object, before: facts(before), after: facts(after) });
}

async function checked(ctx: Ctx, given: MacroGiven, ownerId: string | null) {
  if (given.text.trim() === '' && given.actions.length === 0) throw unsayable();
  if (given.visibility === 'team' && !given.teamId) throw forWhom();
  if (given.visibility === 'brand' && !given.brandId) throw forWhom();
  if (given.teamId && !(await knownTeams(ctx, [given.teamId])).has(given.teamId)) throw notFound();
  const teamId = given.visibility === 'team' ? given.teamId : null;
  if (given.brandId && !servesBrand(ctx.actor, given.brandId)) throw notFound();
  if (given.brandId) await brandOf(ctx, given.brandId);
  const facts = { visibility: given.visibility, ownerId, teamId, brandId: given.brandId };
  if (!can.change(ctx.actor, facts)) throw mayNotShare();
  return {
    name: given.name,
    text: given.text.replaceAll('\0', ''),
    actions: JSON.stringify(given.actions),
    visibility: given.visibility,
    owner_id: ownerId,
    team_id: teamId,
    brand_id: given.brandId,
    changed_at: ctx.now,
    changed_by: ctx.actor.id,
  };
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly actions: unknown;
  readonly visibility: string;
  readonly owner_id: string | null;
  readonly team_id: string | null;
  readonly brand_id: string | null;
  readonly used_count: number;
  readonly used_at: Date | null;
}

function factsOf(row: Row): MacroFacts {
  return { visibility: row.visibility, ownerId: row.owner_id, teamId: row.team_id, brandId: row.brand_id };
}

function viewOf(ctx: ReadCtx, row: Row): MacroView {
  return {
    id: row.id,
    name: row.name,
    text: row.text,
    actions: z.array(MacroAction).parse(row.actions),
    visibility: row.visibility as MacroView['visibility'],
    teamId: row.team_id,
    brandId: row.brand_id,
    ownerId: row.owner_id,
    usedCount: row.used_count,
    usedAt: row.used_at?.toISOString() ?? null,
    can: can.change(ctx.actor, factsOf(row)) ? ['change'] : [],
  };
}
