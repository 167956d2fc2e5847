import type { Input, Tools } from '#platform/domain';
import { tellOwner } from './account-letters.ts';
import { authOf, nowhere } from './auth.ts';
import { forgetAccount } from './authenticate.ts';
import type { changePassword as changeRoute, MyAccess, readMyAccess as readRoute } from './contract.ts';
import { askWithPassword, myAccount, myOwnAccount } from './my-account.ts';
import { sessionsOf } from './my-sessions.ts';
import { refuseWeak } from './password-strength.ts';
import type { SessionAnswer } from './sign-in.ts';

/** How somebody signs in, and where they are signed in. */
export async function readMyAccess(tools: Tools, { headers }: Input<typeof readRoute>): Promise<MyAccess> {
  const { accountId, boundTo, sessionId } = await myAccount(tools, headers);
  const auth = await authOf(tools);
  const left = await auth.api.viewBackupCodes({ body: { userId: accountId } }).then(
    ({ backupCodes }) => backupCodes.length,
    () => 0,
  );
  return tools.read({ workspaceId: nowhere }, async (ctx) => {
    const user = await ctx.db
      .selectFrom('auth.user as u')
      .leftJoin('auth.account as a', (join) =>
        join.onRef('a.userId', '=', 'u.id').on('a.providerId', '=', 'credential'),
      )
      .select(['u.email', 'u.twoFactorEnabled', 'a.id as password'])
      .where('u.id', '=', accountId)
      .executeTakeFirstOrThrow();
    const passkeys = await ctx.db
      .selectFrom('auth.passkey')
      .select(['id', 'name', 'createdAt', 'lastUsedAt'])
      .where('userId', '=', accountId)
      .orderBy('createdAt')
      .execute();
    const isOn = user.twoFactorEnabled === true;
    return {
      address: user.email,
      hasPassword: user.password !== null,
      isFromSso: boundTo !== null,
      twoStep: { isOn, recoveryLeft: isOn ? left : 0 },
      passkeys: passkeys.map((row) => ({
        id: row.id,
        name: row.name,
        createdAt: row.createdAt.toISOString(),
        lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
      })),
      sessions: await sessionsOf(ctx, accountId, boundTo, sessionId),
    };
  });
}

/** Changes the password; whoever knew the old one is signed out everywhere. */
export async function changePassword(
  tools: Tools,
  { body, headers }: Input<typeof changeRoute>,
): Promise<SessionAnswer> {
  const { accountId } = await myOwnAccount(tools, headers);
  const auth = await authOf(tools);
  refuseWeak(body.next, [], 'body.next');
  const { headers: answer } = await askWithPassword(tools, accountId, () =>
    auth.api.changePassword({
      body: { currentPassword: body.current, newPassword: body.next, revokeOtherSessions: true },
      headers,
      returnHeaders: true,
    }),
  );
  forgetAccount(accountId);
  await tellOwner(tools, accountId, 'password-changed');
  return { signedIn: true, setCookies: answer.getSetCookie() };
}
