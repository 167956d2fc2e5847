import type { Input, Tools } from '#platform/domain';
import { tellOwner } from './account-letters.ts';
import { authOf, nowhere } from './auth.ts';
import { forgetAccount } from './authenticate.ts';
import { readOwnCookie, withoutCookie } from './cookies.ts';
import type * as contract from './contract.ts';
import { askLibrary, askWithPassword, myOwnAccount, secondStepLocked } from './my-account.ts';
import { endFormer, type SessionAnswer } from './sign-in.ts';
import { counterWithin, giveBack, knowDevice, takeAttempt } from './throttle.ts';
import { codeUsed, takeCode } from './used-codes.ts';

/** Begins with codes of an app. Nothing is asked for at sign-in before a first code proved that the app has the secret. */
export async function beginTwoStep(tools: Tools, { body, headers }: Input<typeof contract.beginTwoStep>) {
  const { accountId } = await myOwnAccount(tools, headers);
  const auth = await authOf(tools);
  const made = await askWithPassword(tools, accountId, () =>
    auth.api.enableTwoFactor({ body: { password: body.password }, headers }),
  );
  if (made.method !== 'totp') throw new Error('The library began with another second step than was asked for.');
  const { totpURI, backupCodes } = made;
  return { uri: totpURI, secret: new URL(totpURI).searchParams.get('secret') ?? '', recoveryCodes: backupCodes };
}

/** A first code: from now on one is asked for at each sign-in. */
export async function confirmTwoStep(
  tools: Tools,
  { body, headers }: Input<typeof contract.confirmTwoStep>,
): Promise<SessionAnswer> {
  const { accountId } = await myOwnAccount(tools, headers);
  const auth = await authOf(tools);
  const { headers: answer } = await askLibrary(() =>
    auth.api.verifyTOTP({ body: { code: body.code }, headers, returnHeaders: true }),
  );
  await takeCode(tools, accountId, body.code);
  forgetAccount(accountId);
  return { signedIn: true, setCookies: answer.getSetCookie() };
}

/** Back to the password alone; a workspace that asks for the second step lets them in no longer. */
export async function endTwoStep(
  tools: Tools,
  { body, headers }: Input<typeof contract.endTwoStep>,
): Promise<SessionAnswer> {
  const { accountId } = await myOwnAccount(tools, headers);
  const auth = await authOf(tools);
  const { headers: answer } = await askWithPassword(tools, accountId, () =>
    auth.api.disableTwoFactor({ body: { password: body.password }, headers, returnHeaders: true }),
  );
  await tellOwner(tools, accountId, 'two-step-ended');
  forgetAccount(accountId);
  return { signedIn: true, setCookies: answer.getSetCookie() };
}

/** New recovery codes, shown once. */
export async function renewRecoveryCodes(tools: Tools, { body, headers }: Input<typeof contract.renewRecoveryCodes>) {
  const { accountId } = await myOwnAccount(tools, headers);
  const auth = await authOf(tools);
  const { backupCodes } = await askWithPassword(tools, accountId, () =>
    auth.api.generateBackupCodes({ body: { password: body.password }, headers }),
  );
  return { recoveryCodes: [...backupCodes] };
}

/**
 * The second step of a sign-in: its challenge came as a cookie with the first. The library would ask a session that is
 * there already instead of the challenge, so it sees none; and it looks whether the account rests before it counts, so
 * that the tries of many challenges at the same moment are counted here, before it looks.
 */
export async function takeSecondStep(
  tools: Tools,
  { body, headers }: Input<typeof contract.takeSecondStep>,
): Promise<SessionAnswer> {
  const auth = await authOf(tools);
  const { authCookies } = await auth.$context;
  const whose = await whoseChallenge(tools, headers);
  const counter = counterWithin(tools, whose ?? '', 'second-step');
  if (whose !== null && !(await takeAttempt(tools, counter))) throw secondStepLocked();
  const asked = { headers: withoutCookie(headers, authCookies.sessionToken.name), returnHeaders: true } as const;
  const { headers: answer, response } = await askLibrary(() =>
    'code' in body
      ? auth.api.verifyTOTP({ body: { code: body.code }, ...asked })
      : auth.api.verifyBackupCode({ body: { code: body.recoveryCode }, ...asked }),
  );
  const { user, token } = response as { user: { id: string; email: string }; token: string };
  if ('code' in body && !(await takeCode(tools, user.id, body.code))) {
    await tools.transact({ workspaceId: nowhere }, ({ db }) =>
      db.deleteFrom('auth.session').where('token', '=', token).execute(),
    );
    throw codeUsed();
  }
  if (whose !== null) await giveBack(tools, counter);
  await endFormer(tools, headers);
  return { signedIn: true, setCookies: [...answer.getSetCookie(), knowDevice(tools, user.email)] };
}

/** Whose the challenge of this browser is; whether it is a good one, the library asks. */
async function whoseChallenge(tools: Tools, headers: Headers): Promise<string | null> {
  const [challenge = ''] = (readOwnCookie(tools.config, headers, 'two_factor') ?? '').split('.');
  const row = await tools.read({ workspaceId: nowhere }, ({ db }) =>
    db.selectFrom('auth.verification').select('value').where('identifier', '=', challenge).executeTakeFirst(),
  );
  return row?.value ?? null;
}
