import { sql } from 'kysely';
import type { Page } from '#platform/contract';
import type { Ctx } from '#platform/ctx';
import { asksFor, isOutside, passes, type SettingsArea } from '#platform/domain';
import type { Actor } from '#platform/policy';
import { mayNot, notFound } from '#platform/problem';
import type { PersonOfArea, PersonSight } from '../contract.ts';
import { nameCursor, readNameCursor } from '../keyset.ts';
import { loadActors } from '../load-actor.ts';
import { can } from '../policy.ts';
import { asTeammate, type RoleRow, rolesOf, rolesOfMany, teammateRows } from '../queries.ts';
import { personAsked } from './explain-sight.ts';

/** What somebody's roles let them do, and which pages of Settings they open and change. */
export async function explainPerson(ctx: Ctx, teammateId: string): Promise<PersonSight> {
  const { actor, name } = await personAsked(ctx, teammateId);
  const roles = await rolesOf(ctx, teammateId);
  ctx.audit({
    action: 'sight.explained',
    objectKind: 'teammate',
    objectId: teammateId,
    objectName: name,
    before: null,
    after: { teammate: name },
  });
  return {
    isOutside: isOutside(ctx.house, actor),
    roles: roles.map((role) => ({
      name: role.name,
      permissions: ctx.house.permissions.flatMap(({ name: permission, says }) => {
        const scope = role.permissions[permission];
        return scope === undefined ? [] : [{ name: permission, says, scope }];
      }),
    })),
    areas: [...ctx.house.settingsAreas.values()].map((area) => ({ id: area.id, ...sightOf(ctx, area, actor, roles) })),
  };
}

/** Who opens and who changes a page of Settings, by name; a page of the answer may be short where a door asks for more. */
export async function explainArea(
  ctx: Ctx,
  asked: { readonly area: string; readonly after?: string | undefined; readonly limit: number },
): Promise<Page<PersonOfArea>> {
  if (!can.explainSight(ctx.actor)) throw mayNot();
  const area = ctx.house.settingsAreas.get(asked.area);
  if (!area) throw notFound();
  if (asked.after === undefined)
    ctx.audit({ action: 'sight.explained', objectKind: 'settings', objectId: null, objectName: area.id });
  const { people, next } = await peopleHolding(ctx, asksFor(area.opens), asked);
  const ids = people.map(({ id }) => id);
  const [actors, roles] = [await loadActors(ctx, ids), await rolesOfMany(ctx, ids)];
  const rows = people.flatMap(({ id, name }) => {
    const actor = actors.get(id);
    const sight = actor && sightOf(ctx, area, actor, roles.get(id) ?? []);
    return sight?.opens ? [{ id, name, ...sight } as PersonOfArea] : [];
  });
  return { rows, next };
}

/** Those at work, by name, one of whose roles gives one of these permissions; everybody where none is asked for. */
async function peopleHolding(
  ctx: Ctx,
  permissions: readonly string[],
  asked: { readonly after?: string | undefined; readonly limit: number },
) {
  const from = readNameCursor(asked.after);
  const holds = sql<boolean>`exists (
    select 1 from teammate_roles given
    join roles on roles.workspace_id = given.workspace_id and roles.id = given.role_id
    where given.workspace_id = t.workspace_id and given.teammate_id = t.id
      and roles.permissions ?| ${[...permissions]}::text[])`;
  const found = await teammateRows(ctx)
    .where('t.deactivated_at', 'is', null)
    .$if(permissions.length > 0, (query) => query.where(holds))
    .$if(from !== null, (query) => query.where(sql<boolean>`(t.name, t.id) > (${from?.name}, ${from?.id}::uuid)`))
    .orderBy('t.name')
    .orderBy('t.id')
    .limit(asked.limit + 1)
    .execute();
  const people = found.slice(0, asked.limit).map(asTeammate);
  const last = people.at(-1);
  return { people, next: found.length > asked.limit && last ? nameCursor(last.name, last.id) : null };
}

/** The answer of an area's own doors, and the roles that pass one of them by themselves. */
function sightOf(ctx: Ctx, area: SettingsArea, actor: Actor, roles: readonly RoleRow[]) {
  const by = (role: RoleRow): Actor => ({ ...actor, permissions: new Map(Object.entries(role.permissions)) });
  return {
    opens: passes(ctx.house, actor, area.opens),
    changes: passes(ctx.house, actor, area.changes),
    roles: roles.filter((role) => passes(ctx.house, by(role), area.opens)).map(({ name }) => name),
  };
}
