import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server';
import * as z from 'zod';
import type { Ctx } from '#platform/ctx';
import type { Input, Tools } from '#platform/domain';
import { notFound, problem } from '#platform/problem';
import { tellOwner } from './account-letters.ts';
import { nowhere } from './auth.ts';
import { forgetAccount } from './authenticate.ts';
import { dropChallenge, keepChallenge, takeChallenge } from './challenges.ts';
import type * as contract from './contract.ts';
import { myOwnAccount, provePassword } from './my-account.ts';
import { keepPasskey, notMade, offerPasskey, originOf, provenPasskey } from './passkey-making.ts';
import { type SessionAnswer, sessionCookies } from './sign-in.ts';

/** Most passkeys of one account. */
const passkeyLimit = 20;

const notKnown = problem(
  'identity/passkey-not-known',
  401,
  'This passkey opens nothing here',
  'Choose another one, or sign in with your password.',
);
const tooMany = problem('identity/too-many-passkeys', 409, 'There are too many passkeys', 'Remove one first.');

const lastWayIn = problem(
  'identity/last-way-in',
  409,
  'This passkey is your only way in',
  'Add another one first, then remove this one.',
);

const Challenge = z.object({ challenge: z.string(), accountId: z.string().nullable() });

/**
 * Begins to add a passkey. Whoever only found the screen unlocked does not know the password, nor has the device of a
 * passkey that is there already: who joined by a passkey shows that one.
 */
export async function beginPasskey(tools: Tools, { body, headers }: Input<typeof contract.beginPasskey>) {
  const { accountId } = await myOwnAccount(tools, headers);
  await proveOwner(tools, headers, accountId, body);
  const { user, there } = await tools.read({ workspaceId: nowhere }, async ({ db }) => ({
    user: await db
      .selectFrom('auth.user')
      .select(['email', 'name'])
      .where('id', '=', accountId)
      .executeTakeFirstOrThrow(),
    there: await db.selectFrom('auth.passkey').select(['id']).where('userId', '=', accountId).execute(),
  }));
  if (there.length >= passkeyLimit) throw tooMany();
  const options = await offerPasskey(tools, headers, {
    id: accountId,
    name: user.name,
    address: user.email,
    there: there.map(({ id }) => id),
  });
  return {
    options: { ...options },
    setCookies: [await keepChallenge(tools, 'passkey', { challenge: options.challenge, accountId })],
  };
}

/** Adds the passkey that the browser made. */
export async function addPasskey(
  tools: Tools,
  { body, headers }: Input<typeof contract.addPasskey>,
): Promise<SessionAnswer> {
  const { accountId } = await myOwnAccount(tools, headers);
  const asked = Challenge.safeParse(await takeChallenge(tools, 'passkey', headers)).data;
  if (!asked || asked.accountId !== accountId) throw notMade();
  const credential = await provenPasskey(tools, headers, body.credential, asked.challenge);
  await tools.transact({ workspaceId: nowhere }, (ctx) => keepPasskey(ctx, accountId, body.name, credential));
  await tellOwner(tools, accountId, 'passkey-added');
  forgetAccount(accountId);
  return { signedIn: true, setCookies: [dropChallenge(tools, 'passkey')] };
}

/** Calls one of my passkeys by another name. */
export async function renamePasskey(
  tools: Tools,
  { params, body, headers }: Input<typeof contract.renamePasskey>,
): Promise<SessionAnswer> {
  const { accountId } = await myOwnAccount(tools, headers);
  const { numUpdatedRows } = await tools.transact({ workspaceId: nowhere }, ({ db }) =>
    db
      .updateTable('auth.passkey')
      .set({ name: body.name })
      .where('userId', '=', accountId)
      .where('id', '=', params.id)
      .executeTakeFirstOrThrow(),
  );
  if (numUpdatedRows === 0n) throw notFound();
  return { signedIn: true, setCookies: [] };
}

/** Removes one of my passkeys, but never the last way in; that is said before anything is asked of its owner. */
export async function removePasskey(
  tools: Tools,
  { params, body, headers }: Input<typeof contract.removePasskey>,
): Promise<SessionAnswer> {
  const { accountId } = await myOwnAccount(tools, headers);
  await tools.read({ workspaceId: nowhere }, ({ db }) => refuseLastWayIn(db, accountId, params.id));
  await proveOwner(tools, headers, accountId, body);
  await tools.transact({ workspaceId: nowhere }, async ({ db }) => {
    // two removals at once: the second waits for the first, and sees what it left
    await db.selectFrom('auth.user').select('id').where('id', '=', accountId).forUpdate().execute();
    await refuseLastWayIn(db, accountId, params.id);
    await db.deleteFrom('auth.passkey').where('userId', '=', accountId).where('id', '=', params.id).execute();
  });
  await tellOwner(tools, accountId, 'passkey-removed');
  forgetAccount(accountId);
  return { signedIn: true, setCookies: body.credential === undefined ? [] : [dropChallenge(tools, 'passkey')] };
}

async function refuseLastWayIn(db: Ctx['db'], accountId: string, passkeyId: string): Promise<void> {
  const mine = await db.selectFrom('auth.passkey').select('id').where('userId', '=', accountId).execute();
  if (!mine.some(({ id }) => id === passkeyId)) throw notFound();
  if (mine.length === 1 && !(await hasPassword(db, accountId))) throw lastWayIn();
}

/** Whether it is the owner who asks: by the password, or by a passkey that is there already. */
async function proveOwner(
  tools: Tools,
  headers: Headers,
  accountId: string,
  { password, credential }: Input<typeof contract.removePasskey>['body'],
): Promise<void> {
  if (credential === undefined) await provePassword(tools, headers, accountId, password ?? '');
  else if ((await shownPasskey(tools, headers, credential)).userId !== accountId) throw notKnown();
}

/** Begins to sign in: any passkey of this address will do, so nobody is asked who they are. */
export async function beginPasskeySignIn(tools: Tools, { headers }: Input<typeof contract.beginPasskeySignIn>) {
  const options = await generateAuthenticationOptions({
    rpID: new URL(originOf(tools, headers)).hostname,
    userVerification: 'required',
  });
  return {
    options: { ...options },
    setCookies: [await keepChallenge(tools, 'passkey', { challenge: options.challenge, accountId: null })],
  };
}

/** Signs in: the device asked for its person, which is both steps at once. */
export async function signInWithPasskey(
  tools: Tools,
  { body, headers }: Input<typeof contract.signInWithPasskey>,
): Promise<SessionAnswer> {
  const known = await shownPasskey(tools, headers, body.credential);
  const cookies = await sessionCookies(tools, known.userId, headers);
  return { signedIn: true, setCookies: [...cookies, dropChallenge(tools, 'passkey')] };
}

/** The passkey that a device showed to the challenge of this browser, used now; refused where it is none of ours. */
async function shownPasskey(
  tools: Tools,
  headers: Headers,
  credential: Readonly<Record<string, unknown>>,
): Promise<{ readonly id: string; readonly userId: string }> {
  const asked = Challenge.safeParse(await takeChallenge(tools, 'passkey', headers)).data;
  const id = String(credential['id'] ?? '');
  const known = await tools.read({ workspaceId: nowhere }, ({ db }) =>
    db
      .selectFrom('auth.passkey')
      .select(['id', 'userId', 'publicKey', 'counter'])
      .where('id', '=', id)
      .executeTakeFirst(),
  );
  if (!asked || asked.accountId !== null || !known) throw notKnown();
  const origin = originOf(tools, headers);
  const found = await verifyAuthenticationResponse({
    response: credential as never,
    expectedChallenge: asked.challenge,
    expectedOrigin: origin,
    expectedRPID: new URL(origin).hostname,
    credential: { id: known.id, publicKey: new Uint8Array(known.publicKey), counter: Number(known.counter) },
  }).catch(() => null);
  if (!found?.verified) throw notKnown();
  await tools.transact({ workspaceId: nowhere }, ({ db, now }) =>
    db
      .updateTable('auth.passkey')
      .set({ counter: found.authenticationInfo.newCounter, lastUsedAt: now })
      .where('id', '=', known.id)
      .execute(),
  );
  return known;
}

async function hasPassword(db: Ctx['db'], accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom('auth.account')
    .select('id')
    .where('userId', '=', accountId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst();
  return row !== undefined;
}
