import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import * as z from 'zod';
import type { Input, Tools } from '#platform/domain';
import { notFound, problem } from '#platform/problem';
import { nowhere } from './auth.ts';
import { forgetAccount } from './authenticate.ts';
import { dropChallenge, keepChallenge, takeChallenge } from './challenges.ts';
import type * as contract from './contract.ts';
import { myOwnAccount, provePassword } from './my-account.ts';
import { type SessionAnswer, sessionCookies } from './sign-in.ts';

/** Most passkeys of one account. */
const passkeyLimit = 20;

const notMade = problem(
  'identity/passkey-not-made',
  422,
  'The passkey could not be added',
  'Begin again; the browser has to answer within ten minutes and at this very address.',
);
const notKnown = problem(
  'identity/passkey-not-known',
  401,
  'This passkey opens nothing here',
  'Choose another one, or sign in with your password.',
);
const tooMany = problem('identity/too-many-passkeys', 409, 'There are too many passkeys', 'Remove one first.');

const Challenge = z.object({ challenge: z.string(), accountId: z.string().nullable() });

/** Begins to add a passkey; whoever only found the screen unlocked does not know the password. */
export async function beginPasskey(tools: Tools, { body, headers }: Input<typeof contract.beginPasskey>) {
  const { accountId } = await myOwnAccount(tools, headers);
  await provePassword(tools, headers, body.password);
  const { user, there } = await tools.read({ workspaceId: nowhere }, async ({ db }) => ({
    user: await db
      .selectFrom('auth.user')
      .select(['email', 'name'])
      .where('id', '=', accountId)
      .executeTakeFirstOrThrow(),
    there: await db.selectFrom('auth.passkey').select(['id']).where('userId', '=', accountId).execute(),
  }));
  if (there.length >= passkeyLimit) throw tooMany();
  const options = await generateRegistrationOptions({
    rpName: 'Rapport',
    rpID: new URL(originOf(tools, headers)).hostname,
    userName: user.email,
    userDisplayName: user.name,
    userID: new Uint8Array(Buffer.from(accountId)),
    excludeCredentials: there.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
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
  const origin = originOf(tools, headers);
  const found = await verifyRegistrationResponse({
    response: body.credential as never,
    expectedChallenge: asked.challenge,
    expectedOrigin: origin,
    expectedRPID: new URL(origin).hostname,
  }).catch(() => null);
  if (!found?.verified) throw notMade();
  const { credential } = found.registrationInfo;
  await tools.transact({ workspaceId: nowhere }, ({ db, now }) =>
    db
      .insertInto('auth.passkey')
      .values({
        id: credential.id,
        userId: accountId,
        name: body.name,
        publicKey: Buffer.from(credential.publicKey),
        counter: credential.counter,
        transports: (credential.transports ?? []).join(','),
        createdAt: now,
      })
      .execute(),
  );
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

/** Removes one of my passkeys. */
export async function removePasskey(
  tools: Tools,
  { params, headers }: Input<typeof contract.removePasskey>,
): Promise<SessionAnswer> {
  const { accountId } = await myOwnAccount(tools, headers);
  const { numDeletedRows } = await tools.transact({ workspaceId: nowhere }, ({ db }) =>
    db.deleteFrom('auth.passkey').where('userId', '=', accountId).where('id', '=', params.id).executeTakeFirstOrThrow(),
  );
  if (numDeletedRows === 0n) throw notFound();
  forgetAccount(accountId);
  return { signedIn: true, setCookies: [] };
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
  const asked = Challenge.safeParse(await takeChallenge(tools, 'passkey', headers)).data;
  const id = String(body.credential['id'] ?? '');
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
    response: body.credential as never,
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
  const cookies = await sessionCookies(tools, known.userId, headers);
  return { signedIn: true, setCookies: [...cookies, dropChallenge(tools, 'passkey')] };
}

/** The address this browser is at; another site's was refused before any verb ran. */
function originOf(tools: Tools, headers: Headers): string {
  return headers.get('origin') ?? tools.config.publicUrl;
}
