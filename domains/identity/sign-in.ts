import type { Input, Tools } from '#platform/domain';
import { notFound, problem } from '#platform/problem';
import { authOf, nowhere } from './auth.ts';
import { findSignedIn, forgetAccount } from './authenticate.ts';
import { chooseWorkspaceCookie } from './cookies.ts';
import type { chooseWorkspace as chooseRoute, signIn as signInRoute, signOut as signOutRoute } from './contract.ts';
import { membershipsOf } from './queries.ts';
import { deleteSessions } from './my-sessions.ts';
import { endThere } from './sso/sign-out.ts';
import { counterOf, giveBack, knowDevice, takeAttempt } from './throttle.ts';

const wrongAddressOrPassword = problem(
  'identity/wrong-address-or-password',
  401,
  'Address and password do not belong together',
  'Check both for typing mistakes.',
);
const tooManyAttempts = problem(
  'identity/too-many-attempts',
  429,
  'Too many attempts from here',
  'Wait a minute and try again.',
);
export const accountResting = problem(
  'identity/account-resting',
  429,
  'Too many wrong passwords for this address',
  'Wait a quarter of an hour, or sign in from a device you signed in from before.',
);
const nowhereToGo = problem(
  'identity/no-workspace',
  403,
  'This account belongs to no workspace any more',
  'Ask an administrator for an invitation.',
);

/** The answer of every door to a session. */
export type SessionAnswer = { signedIn: boolean; secondStep?: boolean; setCookies: readonly string[] };

/**
 * Signs in with a password. Goes through the library's own door, so that its throttle by source counts this attempt too;
 * ours counts by account. Whether there is such an account is told by neither words nor time: the library hashes anyway.
 */
export async function signIn(tools: Tools, { body, headers }: Input<typeof signInRoute>): Promise<SessionAnswer> {
  const auth = await authOf(tools);
  const counter = counterOf(tools, body.address, headers);
  if (!(await takeAttempt(tools, counter))) throw accountResting();
  const response = await auth.handler(
    new Request(new URL('/api/auth/sign-in/email', tools.config.publicUrl), {
      method: 'POST',
      headers: forwarded(headers),
      body: JSON.stringify({ email: body.address.toLowerCase(), password: body.password }),
    }),
  );
  if (response.ok || response.status === 429) await giveBack(tools, counter);
  if (response.status === 429) throw tooManyAttempts();
  if (!response.ok) throw wrongAddressOrPassword();
  const { user } = (await response.json()) as { user?: { id: string } };
  // the password was right: the second step is asked for, and its challenge goes with the cookie
  if (!user) return { signedIn: false, secondStep: true, setCookies: response.headers.getSetCookie() };
  const memberships = await tools.read({ workspaceId: nowhere }, (ctx) => membershipsOf(ctx, user.id));
  if (memberships.length === 0) throw nowhereToGo();
  await endFormer(tools, headers);
  return { signedIn: true, setCookies: [...response.headers.getSetCookie(), knowDevice(tools, body.address)] };
}

/** Ends this session at once, in this process too. */
export async function signOut(
  tools: Tools,
  { headers }: Input<typeof signOutRoute>,
): Promise<SessionAnswer & { goTo: string | null }> {
  const auth = await authOf(tools);
  const signedIn = await findSignedIn(tools, headers);
  const { headers: answer } = await auth.api.signOut({ headers, returnHeaders: true });
  if (signedIn) forgetAccount(signedIn.accountId);
  const teammateId = signedIn?.session?.actor.id;
  const goTo = signedIn?.boundTo && teammateId ? await endThere(tools, signedIn.boundTo, teammateId) : null;
  return { signedIn: false, goTo, setCookies: answer.getSetCookie() };
}

/** Goes on in another workspace of the same account. */
export async function chooseWorkspace(
  tools: Tools,
  { body, headers }: Input<typeof chooseRoute>,
): Promise<SessionAnswer> {
  const signedIn = await findSignedIn(tools, headers);
  const accountId = signedIn?.accountId ?? null;
  const memberships = accountId
    ? await tools.read({ workspaceId: nowhere }, (ctx) => membershipsOf(ctx, accountId))
    : [];
  const isElsewhere = signedIn?.boundTo != null && signedIn.boundTo !== body.workspaceId;
  if (isElsewhere || !memberships.some(({ workspaceId }) => workspaceId === body.workspaceId)) throw notFound();
  return {
    signedIn: true,
    setCookies: [chooseWorkspaceCookie(tools.config, body.workspaceId)],
  };
}

/** Opens a session of an account and gives its cookies: for who has just proved themselves in another way. */
export async function sessionCookies(
  tools: Tools,
  accountId: string,
  headers: Headers,
  boundTo: string | null = null,
): Promise<readonly string[]> {
  const auth = await authOf(tools);
  const { headers: answer } = await auth.api.openSession({
    body: { accountId, boundTo },
    headers: forwarded(headers),
    returnHeaders: true,
  });
  await endFormer(tools, headers);
  return answer.getSetCookie();
}

/** Ends the session this browser came with, now that it has another one: nobody goes on in it with a copy of its cookie. */
export async function endFormer(tools: Tools, headers: Headers): Promise<void> {
  const former = await findSignedIn(tools, headers);
  if (!former) return;
  await tools.transact({ workspaceId: nowhere }, (ctx) =>
    deleteSessions(ctx, former.accountId, null, { only: former.sessionId }),
  );
  forgetAccount(former.accountId);
}

/** What the library may know of a request: who and from where, not what it carried. */
function forwarded(headers: Headers): Headers {
  const passed = new Headers({ 'content-type': 'application/json' });
  for (const name of ['origin', 'host', 'user-agent', 'x-client-address']) {
    const value = headers.get(name);
    if (value) passed.set(name, value);
  }
  return passed;
}
