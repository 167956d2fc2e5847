import type { Scope } from '#platform/contract';
import type { ReadCtx } from '#platform/ctx';
import type { Actor } from '#platform/policy';
import { mayNot, notFound } from '#platform/problem';
import { loadActor } from '../load-actor.ts';
import { can } from '../policy.ts';
import { knownTeammates, rolesOf, teammateNames } from '../queries.ts';

/** Whether this actor may learn why somebody sees something. */
export function mayExplainSight(actor: Actor): boolean {
  return can.explainSight(actor);
}

/** The one whose sight is asked after, with everything a policy looks at; 403 for who may not ask, 404 where nobody is. */
export async function personAsked(ctx: ReadCtx, teammateId: string): Promise<{ actor: Actor; name: string }> {
  if (!can.explainSight(ctx.actor)) throw mayNot();
  if (!(await knownTeammates(ctx, [teammateId])).has(teammateId)) throw notFound();
  const name = (await teammateNames(ctx, [teammateId])).get(teammateId) ?? '';
  return { actor: await loadActor(ctx, teammateId), name };
}

/** Somebody's roles that give a permission, and how far each. */
export async function rolesGiving(
  ctx: ReadCtx,
  teammateId: string,
  permission: string,
): Promise<{ name: string; scope: Scope }[]> {
  return (await rolesOf(ctx, teammateId)).flatMap(({ name, permissions }) => {
    const scope = permissions[permission];
    return scope === undefined ? [] : [{ name, scope }];
  });
}
