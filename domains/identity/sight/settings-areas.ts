import type { SettingsArea } from '#platform/domain';
import * as contract from '../contract.ts';
import { can } from '../policy.ts';
import { mayConnect } from '../sso/keep-connection.ts';

/** The pages of Settings that are about who comes in and what they may. */
export const settingsAreas: readonly SettingsArea[] = [
  {
    id: 'people',
    opens: { route: contract.listInvitations, may: can.invite },
    changes: { route: contract.giveRoles, may: can.invite },
  },
  {
    id: 'roles',
    opens: { route: contract.listRoles },
    changes: { route: contract.changeRole, may: can.configureRoles },
  },
  {
    id: 'sso',
    opens: { route: contract.listSsoConnections },
    changes: { route: contract.changeSsoConnection, may: (actor, house) => mayConnect({ actor, house }) },
  },
  { id: 'keys', opens: { route: contract.listApiKeys }, changes: { route: contract.makeApiKey, may: can.makeKey } },
];
