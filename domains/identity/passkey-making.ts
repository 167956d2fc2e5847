import {
  generateRegistrationOptions,
  verifyRegistrationResponse,
  type VerifiedRegistrationResponse,
} from '@simplewebauthn/server';
import type { Ctx } from '#platform/ctx';
import type { Tools } from '#platform/domain';
import { problem } from '#platform/problem';

export const notMade = problem(
  'identity/passkey-not-made',
  422,
  'The passkey could not be added',
  'Begin again; the browser has to answer within ten minutes and at this very address.',
);

type Credential = NonNullable<VerifiedRegistrationResponse['registrationInfo']>['credential'];

/** What a browser is asked to make for an account; `there` are the passkeys it has. */
export function offerPasskey(
  tools: Tools,
  headers: Headers,
  account: { readonly id: string; readonly name: string; readonly address: string; readonly there: readonly string[] },
) {
  return generateRegistrationOptions({
    rpName: 'Rapport',
    rpID: new URL(originOf(tools, headers)).hostname,
    userName: account.address,
    userDisplayName: account.name,
    userID: new Uint8Array(Buffer.from(account.id)),
    excludeCredentials: account.there.map((id) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** The passkey a browser made, proved against what it was asked; refused otherwise. */
export async function provenPasskey(
  tools: Tools,
  headers: Headers,
  response: unknown,
  expectedChallenge: string | undefined,
): Promise<Credential> {
  if (expectedChallenge === undefined) throw notMade();
  const origin = originOf(tools, headers);
  const found = await verifyRegistrationResponse({
    response: response as never,
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: new URL(origin).hostname,
  }).catch(() => null);
  if (!found?.verified) throw notMade();
  return found.registrationInfo.credential;
}

/** Keeps the public half. */
export async function keepPasskey(ctx: Ctx, accountId: string, name: string, credential: Credential): Promise<void> {
  await ctx.db
    .insertInto('auth.passkey')
    .values({
      id: credential.id,
      userId: accountId,
      name,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: (credential.transports ?? []).join(','),
      createdAt: ctx.now,
    })
    .execute();
}

/** The address this browser is at; another site's was refused before any verb ran. */
export function originOf(tools: Tools, headers: Headers): string {
  return headers.get('origin') ?? tools.config.publicUrl;
}
