import { sql } from 'kysely';
import type { GroupPlaces } from '#platform/domain';
import { insertMember, leaveTeam } from './make-team.ts';
import { knownTeams, teamIdsOf } from './queries.ts';
import { visibleTeams } from './policy.ts';

/** Most teams that groups can be mapped to. */
const listLimit = 1_000;

/** Teams as the places that groups of a single sign-on put people in. Leading a team is never given by a group. */
export const groupPlaces: GroupPlaces = {
  async list(ctx) {
    return ctx.db
      .selectFrom('teams')
      .select(['id', 'name'])
      .where('workspace_id', '=', ctx.workspaceId)
      .where(visibleTeams(ctx.actor))
      .orderBy(sql`lower(name)`)
      .limit(listLimit)
      .execute();
  },
  async place(ctx, teammateId, { managed, wanted }) {
    const known = await knownTeams(ctx, [...managed]);
    const here = new Set((await teamIdsOf(ctx, [teammateId])).get(teammateId) ?? []);
    for (const id of managed) {
      if (!known.has(id)) continue;
      if (wanted.includes(id) && !here.has(id)) await insertMember(ctx, id, teammateId, false);
      else if (!wanted.includes(id) && here.has(id)) await leaveTeam(ctx, id, teammateId);
    }
  },
};
