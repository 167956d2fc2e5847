import { listApiKeys, makeApiKey, revokeApiKey } from './api-keys.ts';
import { answer, answerOutside, type Handler } from '#platform/domain';
import { changeMe } from './change-me.ts';
import * as contract from './contract.ts';
import { deactivateTeammate } from './deactivate-teammate.ts';
import { signInAsDemo } from './demo-session.ts';
import { giveRoles } from './give-roles.ts';
import { listInvitations, openInvitation, revokeInvitation } from './invitations.ts';
import { inviteOutside, renewOutside } from './invite-by-mail.ts';
import { acceptInvitation } from './invite-teammate.ts';
import { acceptWithPasskey, beginPasskeyOfInvitation } from './join-by-passkey.ts';
import { listTeammates } from './list-teammates.ts';
import { changePassword, readMyAccess } from './my-access.ts';
import { endOtherSessions, endSession, endSessionsOf, listSessionsOf } from './my-sessions.ts';
import {
  addPasskey,
  beginPasskey,
  beginPasskeySignIn,
  removePasskey,
  renamePasskey,
  signInWithPasskey,
} from './passkeys.ts';
import { askPasswordReset, resetPassword } from './reset-password.ts';
import { readSession } from './read-session.ts';
import { readSetup } from './read-setup.ts';
import { setUp } from './set-up.ts';
import { listSettings, writeSetting } from './settings.ts';
import { chooseWorkspace, signIn, signOut } from './sign-in.ts';
import { beginTwoStep, confirmTwoStep, endTwoStep, renewRecoveryCodes, takeSecondStep } from './two-step.ts';
import { mayGive } from './roles/given-rights.ts';
import { changeRole, copyRole, removeRole } from './roles/keep-role.ts';
import { previewRole } from './roles/preview-role.ts';
import { listRoles } from './roles/role-queries.ts';
import { explainArea, explainPerson } from './sight/explain-settings.ts';
import { closeConnection, keepConnection } from './sso/keep-connection.ts';
import { listOffers } from './sso/offered.ts';
import { listSsoLinks, releaseSsoLink } from './sso/release-link.ts';
import { beginSso, endSso } from './sso/sign-in.ts';
import { tryConnection } from './sso/try-connection.ts';
import { listConnections } from './sso/views.ts';
import { toldTry } from './tell-try.ts';

export const routes: readonly Handler[] = [
  answerOutside(contract.readSession, readSession),
  answerOutside(contract.signIn, toldTry('password', signIn)),
  answerOutside(contract.signOut, signOut),
  answerOutside(contract.chooseWorkspace, chooseWorkspace),
  answerOutside(contract.signInAsDemo, signInAsDemo),
  answerOutside(contract.readSetup, readSetup),
  answerOutside(contract.setUp, async (tools, input) => (await setUp(tools, input)) as never),
  answerOutside(contract.takeSecondStep, toldTry('second step', takeSecondStep)),
  answerOutside(contract.readMyAccess, readMyAccess),
  answerOutside(contract.changePassword, changePassword),
  answerOutside(contract.beginTwoStep, beginTwoStep),
  answerOutside(contract.confirmTwoStep, confirmTwoStep),
  answerOutside(contract.endTwoStep, endTwoStep),
  answerOutside(contract.renewRecoveryCodes, renewRecoveryCodes),
  answerOutside(contract.beginPasskey, beginPasskey),
  answerOutside(contract.addPasskey, addPasskey),
  answerOutside(contract.renamePasskey, renamePasskey),
  answerOutside(contract.removePasskey, removePasskey),
  answerOutside(contract.beginPasskeySignIn, beginPasskeySignIn),
  answerOutside(contract.signInWithPasskey, toldTry('passkey', signInWithPasskey)),
  answerOutside(contract.endSession, endSession),
  answerOutside(contract.endOtherSessions, endOtherSessions),
  answer(contract.listSessionsOf, (ctx, { params }) => listSessionsOf(ctx, params.id)),
  answer(contract.endSessionsOf, (ctx, { params }) => endSessionsOf(ctx, params.id)),
  answer(contract.listApiKeys, (ctx, { query }) => listApiKeys(ctx, query) as Promise<never>),
  answer(contract.makeApiKey, (ctx, { body }) => makeApiKey(ctx, body)),
  answer(contract.revokeApiKey, (ctx, { params }) => revokeApiKey(ctx, params.id)),
  answer(contract.listTeammates, (ctx, { query }) => listTeammates(ctx, query) as Promise<never>),
  answerOutside(contract.inviteTeammate, inviteOutside),
  answer(contract.listInvitations, (ctx, { query }) => listInvitations(ctx, query) as Promise<never>),
  answerOutside(contract.renewInvitation, renewOutside),
  answer(contract.revokeInvitation, (ctx, { params }) => revokeInvitation(ctx, params.id)),
  answerOutside(contract.readInvitation, async (tools, { body }) => {
    const { teammate, workspaceName, hasAccount } = await openInvitation(tools, body.token);
    return { workspaceName, name: teammate.name, address: teammate.address, hasAccount };
  }),
  answerOutside(contract.beginPasskeyOfInvitation, beginPasskeyOfInvitation),
  answerOutside(contract.acceptWithPasskey, toldTry('invitation', acceptWithPasskey)),
  answerOutside(contract.askPasswordReset, askPasswordReset),
  answerOutside(contract.resetPassword, toldTry('new password', resetPassword)),
  answerOutside(contract.acceptInvitation, toldTry('invitation', acceptInvitation)),
  answerOutside(contract.listSsoOffers, async (tools, input) => (await listOffers(tools, input)) as never),
  answerOutside(contract.beginSso, beginSso),
  answerOutside(contract.endSso, toldTry('single sign-on', endSso)),
  answer(contract.listSsoLinks, (ctx, { params }) => listSsoLinks(ctx, params.id)),
  answer(contract.releaseSsoLink, (ctx, { params, body }) => releaseSsoLink(ctx, params.id, body)),
  answerOutside(contract.listSsoConnections, (tools, _input, who) =>
    tools.read(who, (ctx) => listConnections(ctx, tools) as Promise<never>),
  ),
  answerOutside(contract.connectSso, (tools, { body }, who) =>
    tools.transact({ ...who, via: 'console' }, (ctx) => keepConnection(ctx, tools, null, body)),
  ),
  answerOutside(contract.changeSsoConnection, (tools, { params, body }, who) =>
    tools.transact({ ...who, via: 'console' }, (ctx) => keepConnection(ctx, tools, params.id, body)),
  ),
  answerOutside(contract.trySso, tryConnection),
  answer(contract.closeSsoConnection, (ctx, { params }) => closeConnection(ctx, params.id)),
  answer(contract.changeMe, (ctx, { body }) => changeMe(ctx, body)),
  answer(contract.giveRoles, (ctx, { params, body }) => giveRoles(ctx, params.id, body.roleIds)),
  answer(contract.deactivateTeammate, (ctx, { params }) => deactivateTeammate(ctx, params.id)),
  answer(contract.explainPerson, (ctx, { params }) => explainPerson(ctx, params.id)),
  answer(contract.explainArea, (ctx, { body }) => explainArea(ctx, body) as Promise<never>),
  answer(contract.listRoles, async (ctx) => ({
    rows: await listRoles(ctx),
    permissions: ctx.house.permissions.map(({ name, says, group = 'work' }) => ({
      name,
      says,
      group,
      mine: mayGive(ctx, name),
    })),
    desks: ctx.house.desks.map(({ id, title }) => ({ id, title })),
  })),
  answer(contract.copyRole, (ctx, { params, body }) => copyRole(ctx, params.id, body)),
  answer(contract.changeRole, (ctx, { params, body }) => changeRole(ctx, params.id, body)),
  answer(contract.previewRole, (ctx, { params, body }) => previewRole(ctx, params.id, body.permissions)),
  answer(contract.removeRole, (ctx, { params }) => removeRole(ctx, params.id)),
  answer(contract.listSettings, (ctx) => listSettings(ctx)),
  answer(contract.changeSettings, async (ctx, { body }) => {
    for (const [name, value] of Object.entries(body.values)) await writeSetting(ctx, name, value);
    return listSettings(ctx);
  }),
];
