import * as z from 'zod';
import type { Domain } from '#platform/domain';
import { mailAccountChange } from './account-letters.ts';
import { configNames, rolesPart, settingsPart, signInsPart } from './config-parts.ts';
import { builtInRoles } from './built-in-roles.ts';
import { demo } from './demo.ts';
import { listWorkspaces } from './list-workspaces.ts';
import { mailReset } from './reset-password.ts';
import { routes } from './routes.ts';
import { es } from './said.es.ts';
import { settingsAreas } from './sight/settings-areas.ts';

export { authenticate, forgetSessions, rightsChanged, rightsTopic } from './authenticate.ts';
export { demoRoles } from './demo-session.ts';
export { sessionIdOf, sessionsThatHold } from './holding-sessions.ts';
export { joinTeammate, type NewTeammate } from './join-teammate.ts';
export { loadActor, loadActors } from './load-actor.ts';
export { makeAccount } from './make-account.ts';
export {
  halfToldDemos,
  isDemo,
  isEmpty,
  markDemoFilled,
  openWorkspace,
  slugOf,
  type NewWorkspace,
} from './open-workspace.ts';
export {
  closeSample,
  dropSample,
  isSample,
  joinSample,
  ownWorkspaceIds,
  refuseInSample,
  storyIsTold,
  visitorOf,
} from './samples.ts';
export { roleOfDesk } from './built-in-roles.ts';
export {
  knownTeammates,
  rolesOf,
  teammateById,
  teammateName,
  teammateNames,
  teammatesNamed,
  workspaceOf,
  type TeammateRow,
} from './queries.ts';
export { mayExplainSight, personAsked, rolesGiving } from './sight/explain-sight.ts';
export { teammatesHolding } from './teammates-holding.ts';
export { changeSetting, listSettings, readSetting, writeSetting } from './settings.ts';

export const identity: Domain = {
  name: 'identity',
  needs: [],
  said: { es },
  routes,
  settingsAreas,
  listWorkspaces,
  processes: [builtInRoles],
  jobs: [mailAccountChange, mailReset],
  settings: [
    {
      name: 'access.two-step-required',
      says: 'Everybody who comes in by password sets up a second step first',
      schema: z.boolean(),
      standard: false,
    },
  ],
  configParts: [rolesPart, settingsPart, signInsPart],
  configNames,
  permissions: [
    { name: 'settings.read', says: 'See the settings', group: 'set-up' },
    { name: 'settings.configure', says: 'Change the settings', group: 'set-up' },
    { name: 'roles.configure', says: 'Invite and deactivate teammates, and say what each may', group: 'trust' },
  ],
  demo,
};
