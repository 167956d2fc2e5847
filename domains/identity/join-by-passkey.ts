import * as z from 'zod';
import { newId } from '#platform/database';
import type { Input, Tools } from '#platform/domain';
import { problem } from '#platform/problem';
import { dropChallenge, keepChallenge, takeChallenge } from './challenges.ts';
import type * as contract from './contract.ts';
import { openInvitation, useUp } from './invitations.ts';
import { keepPasskey, offerPasskey, provenPasskey } from './passkey-making.ts';
import { type SessionAnswer, sessionCookies } from './sign-in.ts';

const hasAccount = problem(
  'identity/has-account',
  409,
  'This address has an account here already',
  'Come in with its password; passkeys are added in Settings.',
);
const Asked = z.object({ challenge: z.string(), newAccountId: z.string() });

/** Begins to come in with a passkey: the account it is for is made when the device has answered. */
export async function beginPasskeyOfInvitation(
  tools: Tools,
  { body, headers }: Input<typeof contract.beginPasskeyOfInvitation>,
) {
  const invitation = await openInvitation(tools, body.token);
  if (invitation.hasAccount) throw hasAccount();
  const newAccountId = newId();
  const { name, address } = invitation.teammate;
  const options = await offerPasskey(tools, headers, { id: newAccountId, name, address, there: [] });
  const cookie = await keepChallenge(tools, 'passkey', { challenge: options.challenge, newAccountId });
  return { options: { ...options }, setCookies: [cookie] };
}

/** Comes in: account, passkey and teammate are one transaction, and only where the address had no account. */
export async function acceptWithPasskey(
  tools: Tools,
  { body, headers }: Input<typeof contract.acceptWithPasskey>,
): Promise<SessionAnswer> {
  const { workspaceId, teammate } = await openInvitation(tools, body.token);
  const asked = Asked.safeParse(await takeChallenge(tools, 'passkey', headers)).data;
  const credential = await provenPasskey(tools, headers, body.credential, asked?.challenge);
  const accountId = asked?.newAccountId ?? '';
  await tools.transact({ workspaceId, via: 'setup' }, async (ctx) => {
    const { numInsertedOrUpdatedRows } = await ctx.db
      .insertInto('auth.user')
      .values({ id: accountId, email: teammate.address.toLowerCase(), name: teammate.name, emailVerified: false })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 0n) throw hasAccount();
    await keepPasskey(ctx, accountId, body.name, credential);
    await useUp(ctx, body.token, teammate.id, accountId);
  });
  const cookies = await sessionCookies(tools, accountId, headers);
  return { signedIn: true, setCookies: [...cookies, dropChallenge(tools, 'passkey')] };
}
