import * as z from 'zod';
import { route } from '#platform/contract';
import { NewPassword, SignedIn, TeammateId } from './session.ts';

/** These routes are about the account behind a browser's session: an API key does not reach them. */
const own = 'public' as const;

export const SessionRow = z.object({
  id: z.string(),
  isThis: z.boolean(),
  since: z.iso.datetime(),
  /** Written down once a day while it is used. */
  lastSeenAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  /** "Firefox on Linux". */
  device: z.string(),
  from: z.string(),
});
export type SessionRow = z.output<typeof SessionRow>;

export const MyAccess = z.object({
  address: z.string(),
  hasPassword: z.boolean(),
  /** The session comes from a single sign-on: password and second step are kept there. */
  isFromSso: z.boolean(),
  twoStep: z.object({ isOn: z.boolean(), recoveryLeft: z.number().int() }),
  passkeys: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      createdAt: z.iso.datetime(),
      lastUsedAt: z.iso.datetime().nullable(),
    }),
  ),
  sessions: z.array(SessionRow),
});
export type MyAccess = z.output<typeof MyAccess>;

export const readMyAccess = route({
  method: 'GET',
  path: '/api/me/access',
  summary: 'How you sign in, and where you are signed in. Of the browser’s own session.',
  access: own,
  reply: MyAccess,
});

export const changePassword = route({
  method: 'PUT',
  path: '/api/me/password',
  summary: 'Change your password; every other session of yours ends.',
  access: own,
  body: z.object({ current: z.string().max(128), next: NewPassword }),
  reply: SignedIn,
});

export const beginTwoStep = route({
  method: 'POST',
  path: '/api/me/two-step',
  summary: 'Begin with codes of an app: the answer holds the secret and the recovery codes, shown this once.',
  access: own,
  body: z.object({ password: z.string().max(128) }),
  reply: z.object({ uri: z.string(), secret: z.string(), recoveryCodes: z.array(z.string()) }),
});

const Code = z
  .string()
  .transform((code) => code.replaceAll(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'must be the 6 digits of your app'));

export const confirmTwoStep = route({
  method: 'PUT',
  path: '/api/me/two-step',
  summary: 'Confirm with a first code: from now on it is asked for at each sign-in.',
  access: own,
  body: z.object({ code: Code }),
  reply: SignedIn,
});

export const endTwoStep = route({
  method: 'DELETE',
  path: '/api/me/two-step',
  summary: 'Sign in without a second step again.',
  access: own,
  body: z.object({ password: z.string().max(128) }),
  reply: SignedIn,
});

export const renewRecoveryCodes = route({
  method: 'POST',
  path: '/api/me/recovery-codes',
  summary: 'New recovery codes; the old ones end.',
  access: own,
  body: z.object({ password: z.string().max(128) }),
  reply: z.object({ recoveryCodes: z.array(z.string()) }),
});

export const takeSecondStep = route({
  method: 'POST',
  path: '/api/session/second-step',
  summary: 'The second step of a sign-in: a code of the app, or a recovery code.',
  access: 'public',
  body: z.union([z.object({ code: Code }), z.object({ recoveryCode: z.string().trim().min(5).max(40) })]),
  reply: SignedIn,
});

export const endSession = route({
  method: 'DELETE',
  path: '/api/me/sessions/:id',
  summary: 'End one of your sessions; its open screens close within seconds.',
  access: own,
  params: z.object({ id: z.string().max(64) }),
  reply: SignedIn,
});

export const endOtherSessions = route({
  method: 'DELETE',
  path: '/api/me/sessions',
  summary: 'Sign out everywhere else.',
  access: own,
  reply: SignedIn,
});

const configure = { permission: 'roles.configure' } as const;

export const listSessionsOf = route({
  method: 'GET',
  path: '/api/teammates/:id/sessions',
  summary: 'Where a teammate is signed in, for administrators.',
  access: configure,
  params: z.object({ id: TeammateId }),
  reply: z.object({ rows: z.array(SessionRow) }),
});

export const endSessionsOf = route({
  method: 'DELETE',
  path: '/api/teammates/:id/sessions',
  summary: 'Sign a teammate out everywhere: their sessions end, their open screens close within seconds.',
  access: configure,
  params: z.object({ id: TeammateId }),
  reply: z.object({ ended: z.number().int() }),
});

/** What the browser's own `toJSON()` of a credential gives; checked by the library, not by shape. */
const Credential = z.record(z.string(), z.unknown());
/** What `parseCreationOptionsFromJSON` and `parseRequestOptionsFromJSON` take. */
const Options = z.record(z.string(), z.unknown());

/** That it is the owner who changes a way in, and not whoever found their screen open. */
const Proof = z.object({
  password: z.string().max(128).optional(),
  credential: Credential.optional().describe(
    'In place of the password: one that is there already, shown to the challenge of `/api/session/passkey-challenge`.',
  ),
});

export const beginPasskey = route({
  method: 'POST',
  path: '/api/me/passkey-challenges',
  summary: 'Begin to add a passkey: what the browser is asked to make.',
  access: own,
  body: Proof,
  reply: z.object({ options: Options }),
});

const PasskeyName = z.string().trim().min(1).max(80);

export const addPasskey = route({
  method: 'POST',
  path: '/api/me/passkeys',
  summary: 'Add the passkey that the browser made.',
  access: own,
  body: z.object({ name: PasskeyName, credential: Credential }),
  reply: SignedIn,
});

export const renamePasskey = route({
  method: 'PATCH',
  path: '/api/me/passkeys/:id',
  summary: 'Give a passkey another name.',
  access: own,
  params: z.object({ id: z.string().max(400) }),
  body: z.object({ name: PasskeyName }),
  reply: SignedIn,
});

export const removePasskey = route({
  method: 'DELETE',
  path: '/api/me/passkeys/:id',
  summary: 'Remove a passkey: it opens nothing any more.',
  access: own,
  params: z.object({ id: z.string().max(400) }),
  body: Proof,
  reply: SignedIn,
});

export const beginPasskeySignIn = route({
  method: 'POST',
  path: '/api/session/passkey-challenge',
  summary: 'Begin to sign in with a passkey.',
  access: 'public',
  reply: z.object({ options: Options }),
});

export const signInWithPasskey = route({
  method: 'POST',
  path: '/api/session/passkey',
  summary: 'Sign in with a passkey; it needs no password and no second step.',
  access: 'public',
  body: z.object({ credential: Credential }),
  reply: SignedIn,
});
