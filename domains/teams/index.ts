import { type ActorParts, answer, type Domain, within } from '#platform/domain';
import { brandOpened, lineChanged, lineOpened } from '#domains/brands/contract';
import { teammateWentOutside, workspaceOpened } from '#domains/identity/contract';
import { checkLineQueue } from './check-line-queue.ts';
import { configNames, queuesPart, teamsPart } from './config-parts.ts';
import * as contract from './contract.ts';
import { demo } from './demo.ts';
import { makeFirstTeam, openFirstQueue } from './first-team.ts';
import { joinTeam, leaveAllTeams, leaveTeam, makeTeam, setTeamHours } from './make-team.ts';
import { changeQueue, openQueue } from './open-queue.ts';
import { queuesFor, teamIdsOf } from './queries.ts';
import { groupPlaces } from './group-places.ts';
import { readSkills } from './read-skills.ts';
import { queueView, teamViews } from './views.ts';
import { es } from './said.es.ts';

export { firstTeamId } from './first-team.ts';
export { insertMember, insertTeam, joinTeam, leaveTeam, makeTeam, setTeamHours } from './make-team.ts';
export { changeQueue, insertQueue, openQueue, type NewQueue } from './open-queue.ts';
export { visibleQueues } from './policy.ts';
export {
  hoursIdOfTeam,
  knownTeams,
  leadsTeamOf,
  membersOf,
  queueById,
  queueOfLine,
  queuesFor,
  standardQueueOf,
  teamIdsOf,
  teammateIdsOfTeams,
  type Member,
  type Queue,
} from './queries.ts';
export { certificatesOf, skillsOf } from './read-skills.ts';
export { forgetOwnSkill, giveCertificate, recordSkill } from './record-skill.ts';
export { teamNames } from './views.ts';

/** The teams each works in. */
const actorParts: ActorParts = async (ctx, teammates) => {
  const ids = teammates.map(({ id }) => id);
  return new Map([...(await teamIdsOf(ctx, ids))].map(([id, teamIds]) => [id, { teamIds }]));
};

export const teams: Domain = {
  name: 'teams',
  needs: ['identity', 'brands', 'calendars'],
  said: { es },
  actorParts,
  settingsAreas: [{ id: 'teams', opens: { route: contract.listTeams }, changes: { route: contract.setTeamHours } }],
  routes: [
    answer(contract.listTeams, async (ctx) => ({ rows: await teamViews(ctx) })),
    answer(contract.makeTeam, (ctx, { body }) => makeTeam(ctx, body)),
    answer(contract.setTeamHours, (ctx, { params, body }) => setTeamHours(ctx, params.id, body.calendarId)),
    answer(contract.joinTeam, (ctx, { params, body }) => joinTeam(ctx, params.id, params.teammateId, body.leads)),
    answer(contract.leaveTeam, (ctx, { params }) => leaveTeam(ctx, params.id, params.teammateId)),
    answer(contract.listQueues, async (ctx) => ({
      rows: (await queuesFor(ctx)).map((queue) => queueView(ctx.actor, queue)),
    })),
    answer(contract.openQueue, (ctx, { body }) => openQueue(ctx, body)),
    answer(contract.changeQueue, (ctx, { params, body }) => changeQueue(ctx, params.id, body)),
    answer(contract.readSkills, (ctx, { params }) => readSkills(ctx, params.id)),
  ],
  reactions: [
    within(workspaceOpened, makeFirstTeam),
    within(teammateWentOutside, leaveAllTeams),
    within(brandOpened, openFirstQueue),
    within(lineOpened, checkLineQueue),
    within(lineChanged, checkLineQueue),
  ],
  permissions: [
    { name: 'teams.read', says: 'See teams and who works in them' },
    {
      name: 'teams.configure',
      says: 'Change teams, their members and their queues; see their skills',
      group: 'set-up',
    },
  ],
  groupPlaces,
  configParts: [teamsPart, queuesPart],
  configNames,
  demo,
};
