import type { Tools } from '#platform/domain';
import { problem, signInFirst } from '#platform/problem';
import { authOf } from './auth.ts';
import { findSignedIn, type SignedIn } from './authenticate.ts';
import { asAttempt, counterWithin } from './throttle.ts';

export const secondStepLocked = problem(
  'identity/second-step-locked',
  429,
  'Too many wrong codes for this account',
  'Wait a quarter of an hour, or sign in with a passkey.',
);

/** What the library answers with: its own code, as words of ours where somebody can do something about it. */
const refusals: Readonly<Record<string, ReturnType<typeof problem>>> = {
  INVALID_PASSWORD: problem('identity/wrong-password', 403, 'This is not your password', 'Type it again.'),
  INVALID_CODE: problem(
    'identity/wrong-code',
    403,
    'This code is not right',
    'Take the one your app shows now; see that the clock of your phone is right.',
  ),
  INVALID_BACKUP_CODE: problem(
    'identity/wrong-recovery-code',
    403,
    'This recovery code is not right, or was used before',
    'Take another one of the list.',
  ),
  INVALID_TWO_FACTOR_COOKIE: problem(
    'identity/second-step-too-late',
    401,
    'This sign-in took too long',
    'Begin again with your password.',
  ),
  TOTP_ALREADY_ENABLED: problem('identity/two-step-on', 409, 'The second step is on already', 'End it first.'),
  TOTP_NOT_ENABLED: problem('identity/two-step-off', 409, 'The second step is not on', 'Begin with it first.'),
  TWO_FACTOR_NOT_ENABLED: problem('identity/two-step-off', 409, 'The second step is not on', 'Begin with it first.'),
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: problem(
    'identity/too-many-codes',
    429,
    'Too many wrong codes',
    'Begin again with your password.',
  ),
  ACCOUNT_TEMPORARILY_LOCKED: secondStepLocked,
  CREDENTIAL_ACCOUNT_NOT_FOUND: problem('identity/no-password', 409, 'This account has no password'),
};
const passwordResting = problem(
  'identity/password-resting',
  429,
  'Too many wrong passwords for this account',
  'Wait a quarter of an hour.',
);
const keptElsewhere = problem(
  'identity/kept-by-single-sign-on',
  403,
  'You came by single sign-on: your password and second step are kept there',
  'Change them with whoever keeps your organisation’s accounts.',
);

/** Whose browser this is, also while their workspace holds them back. A key of a program is nobody's browser. */
export async function myAccount(tools: Tools, headers: Headers): Promise<SignedIn> {
  const signedIn = await findSignedIn(tools, headers);
  if (!signedIn) throw signInFirst();
  return signedIn;
}

/** As `myAccount`, for what lies in the account itself: whoever came by one workspace's single sign-on does not reach it. */
export async function myOwnAccount(tools: Tools, headers: Headers): Promise<SignedIn> {
  const signedIn = await myAccount(tools, headers);
  if (signedIn.boundTo !== null) throw keptElsewhere();
  return signedIn;
}

/** Asks the library, and says its refusals in our words. */
export async function askLibrary<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const code = (error as { body?: { code?: string } }).body?.code;
    const refusal = code === undefined ? undefined : refusals[code];
    if (!refusal) throw error;
    throw refusal();
  }
}

/**
 * Asks the library for what needs the password again. Ten wrong ones rest all of these doors together: who took over a
 * session does not find the password out by them.
 */
export async function askWithPassword<T>(tools: Tools, accountId: string, ask: () => Promise<T>): Promise<T> {
  const says = { resting: passwordResting, wrong: 'identity/wrong-password' };
  return asAttempt(tools, counterWithin(tools, accountId, 'password'), says, () => askLibrary(ask));
}

/** Whether this is the password of whoever asks; what changes an account asks for it again. */
export async function provePassword(
  tools: Tools,
  headers: Headers,
  accountId: string,
  password: string,
): Promise<void> {
  const auth = await authOf(tools);
  await askWithPassword(tools, accountId, () => auth.api.verifyPassword({ body: { password }, headers }));
}
