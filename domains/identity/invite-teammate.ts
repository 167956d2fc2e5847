import type { Ctx } from '#platform/ctx';
import type { Input, Tools } from '#platform/domain';
import { mayNot } from '#platform/problem';
import { nowhere } from './auth.ts';
import type { acceptInvitation as acceptRoute, inviteTeammate as inviteRoute, TeammateView } from './contract.ts';
import { newInvitation, openInvitation, useUp } from './invitations.ts';
import { joinTeammate } from './join-teammate.ts';
import { makeAccount } from './make-account.ts';
import { can } from './policy.ts';
import { teammateById } from './queries.ts';
import { accountResting, type SessionAnswer, sessionCookies } from './sign-in.ts';
import { asAttempt, counterOf } from './throttle.ts';
import { rolesAbove } from './roles/role-queries.ts';
import { teammateView } from './views.ts';

type Body = Omit<Input<typeof inviteRoute>['body'], 'byMail'>;

/** Makes a teammate who comes in by a link; it works with no mail at all, and is kept only as its hash. */
export async function inviteTeammate(ctx: Ctx, body: Body): Promise<{ teammate: TeammateView; token: string }> {
  if (!can.invite(ctx.actor)) throw mayNot();
  const { name, address, roleIds, locale, zone } = body;
  const id = await joinTeammate(ctx, { name, address, roleIds, locale, zone, accountId: null });
  const token = await newInvitation(ctx, id);
  return { teammate: teammateView(ctx.actor, await teammateById(ctx, id), await rolesAbove(ctx)), token };
}

/** Comes in: the account is made (or proved), the teammate gets it, and the session begins. An invitation works once. */
export async function acceptInvitation(
  tools: Tools,
  { body, headers }: Input<typeof acceptRoute>,
): Promise<SessionAnswer> {
  const { workspaceId, teammate } = await openInvitation(tools, body.token);
  // whoever wrote the invitation has its link: the password of the account is guessed here no more often than at sign-in
  const says = { resting: accountResting, wrong: 'identity/account-has-another-password' };
  const accountId = await asAttempt(tools, counterOf(tools, teammate.address, headers), says, () =>
    tools.transact({ workspaceId, via: 'setup' }, async (ctx) => {
      const { name, address } = teammate;
      const account = await makeAccount(ctx, { name, address, password: body.password });
      await useUp(ctx, body.token, teammate.id, account);
      return account;
    }),
  );
  // an account that was there before asks for its second step as always
  if (await hasTwoStep(tools, accountId)) return { signedIn: false, setCookies: [] };
  return { signedIn: true, setCookies: await sessionCookies(tools, accountId, headers) };
}

function hasTwoStep(tools: Tools, accountId: string): Promise<boolean> {
  return tools.read({ workspaceId: nowhere }, async ({ db }) => {
    const user = await db
      .selectFrom('auth.user')
      .select('twoFactorEnabled')
      .where('id', '=', accountId)
      .executeTakeFirst();
    return user?.twoFactorEnabled === true;
  });
}
