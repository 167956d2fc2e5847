import { forgetOwnSkill, recordSkill } from '#domains/teams';
import type { Ctx } from '#platform/ctx';
import { notFound, problem } from '#platform/problem';
import type { CareerView, PathGiven } from './contract.ts';
import { myCareer, pathOf } from './my-career.ts';
import { careersOf } from './own.ts';

const unknown = problem(
  'careers/unknown-role-or-place',
  422,
  'The catalogue has no such role, skill or place',
  'Choose it from the list.',
);

/** Says where one stands, where to, and whether one's leader may see it: from then on, and no longer than one says so. */
export async function choosePath(ctx: Ctx, given: PathGiven): Promise<CareerView> {
  const teammateId = me(ctx);
  const { catalogue } = await careersOf(ctx, 'en');
  const isKnown =
    (given.ownRole === null || catalogue.role(given.ownRole)) &&
    (given.nextRole === null || catalogue.role(given.nextRole)) &&
    (given.place === null || catalogue.place(given.place));
  if (!isKnown) throw unknown();
  const before = await pathOf(ctx, teammateId);
  const written = {
    own_role: given.ownRole,
    own_since: given.ownSince,
    next_role: given.nextRole,
    place: given.place,
    shared_at: given.isShared ? (before.shared_at ?? ctx.now) : null,
    changed_at: ctx.now,
  };
  await ctx.db
    .insertInto('career_paths')
    .values({ workspace_id: ctx.workspaceId, teammate_id: teammateId, ...written })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'teammate_id']).doUpdateSet(written))
    .execute();
  return myCareer(ctx, undefined);
}

/** One's own word about a skill; null takes it back. What others wrote down stays as it is. */
export async function sayOwnSkill(ctx: Ctx, key: string, level: number | null): Promise<void> {
  const teammateId = me(ctx);
  const skill = (await careersOf(ctx, 'en')).catalogue.skill(key);
  if (!skill) throw unknown();
  if (level === null) await forgetOwnSkill(ctx, teammateId, key);
  else await recordSkill(ctx, teammateId, { key, name: skill.name }, { source: 'own', level, restsOn: null });
}

function me(ctx: Ctx): string {
  if (ctx.actor.kind !== 'teammate' || ctx.actor.id === null) throw notFound();
  return ctx.actor.id;
}
