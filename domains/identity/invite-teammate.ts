import { createHash, randomBytes } from 'node:crypto';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import type { Input, Tools } from '#platform/domain';
import { mayNot, problem } from '#platform/problem';
import { nowhere } from './auth.ts';
import type { acceptInvitation as acceptRoute, inviteTeammate as inviteRoute, TeammateView } from './contract.ts';
import { joinTeammate } from './join-teammate.ts';
import { makeAccount } from './make-account.ts';
import { can } from './policy.ts';
import { teammateById } from './queries.ts';
import { type SessionAnswer, sessionCookies } from './sign-in.ts';
import { teammateView } from './views.ts';

/** How long an invitation waits, in milliseconds. */
const invitationMs = 7 * 24 * 3600_000;

const noInvitation = problem(
  'identity/no-such-invitation',
  404,
  'This invitation is used up, or too old',
  'Ask whoever sent it for a new one.',
);

/** Makes a teammate who comes in by a link; it works with no mail at all, and is kept only as its hash. */
export async function inviteTeammate(
  ctx: Ctx,
  body: Input<typeof inviteRoute>['body'],
): Promise<{ teammate: TeammateView; token: string }> {
  if (!can.invite(ctx.actor)) throw mayNot();
  const id = await joinTeammate(ctx, { ...body, accountId: null });
  const token = randomBytes(24).toString('base64url');
  await ctx.db
    .insertInto('auth.verification')
    .values({
      id: newId(),
      identifier: identifierOf(token),
      value: `${ctx.workspaceId}/${id}`,
      expiresAt: new Date(ctx.now.getTime() + invitationMs),
    })
    .execute();
  return { teammate: teammateView(ctx.actor, await teammateById(ctx, id)), token };
}

/** Comes in: the account is made (or proved), the teammate gets it, and the session begins. An invitation works once. */
export async function acceptInvitation(
  tools: Tools,
  { body, headers }: Input<typeof acceptRoute>,
): Promise<SessionAnswer> {
  const identifier = identifierOf(body.token);
  const invitation = await tools.read({ workspaceId: nowhere }, ({ db }) =>
    db
      .selectFrom('auth.verification')
      .select(['value', 'expiresAt'])
      .where('identifier', '=', identifier)
      .executeTakeFirst(),
  );
  const [workspaceId, teammateId] = invitation?.value.split('/') ?? [];
  if (!invitation || !workspaceId || !teammateId || invitation.expiresAt <= tools.now()) throw noInvitation();
  const accountId = await tools.transact({ workspaceId, via: 'setup' }, async (ctx) => {
    const { numDeletedRows } = await ctx.db
      .deleteFrom('auth.verification')
      .where('identifier', '=', identifier)
      .executeTakeFirstOrThrow();
    const teammate = await teammateById(ctx, teammateId);
    if (numDeletedRows === 0n || teammate.deactivatedAt || teammate.accountId) throw noInvitation();
    const account = await makeAccount(ctx, { name: teammate.name, address: teammate.address, password: body.password });
    await ctx.db
      .updateTable('teammates')
      .set({ account_id: account })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', teammateId)
      .execute();
    return account;
  });
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

function identifierOf(token: string): string {
  return `invitation:${createHash('sha256').update(token).digest('base64url')}`;
}
