import { createHash, randomBytes } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import * as z from 'zod';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import { type Input, type LetterOutcome, outward, type Tools } from '#platform/domain';
import { problem } from '#platform/problem';
import { languageOf } from '#platform/words';
import { nowhere } from './auth.ts';
import type { askPasswordReset as askRoute, resetPassword as resetRoute } from './contract.ts';
import { deleteSessions, lookAgain } from './my-sessions.ts';
import { refuseWeak } from './password-strength.ts';
import { membershipsOf } from './queries.ts';
import type { SessionAnswer } from './sign-in.ts';
import { counterOf, takeAttempt } from './throttle.ts';

/** How long the link of a reset opens, in milliseconds. */
const resetMs = 30 * 60_000;
const sendLimitSeconds = 60;

const noReset = problem(
  'identity/no-such-reset',
  404,
  'This link is used up, or too old',
  'Ask for another one; it opens for half an hour.',
);

/**
 * Somebody asks for a new password. Whatever the address, the same is written and the same is answered: whether there is
 * an account is found out by the job, when nobody waits for it any more.
 */
export async function askPasswordReset(
  tools: Tools,
  { body, headers }: Input<typeof askRoute>,
): Promise<{ asked: true }> {
  const counter = counterOf(tools, `reset/${body.address}`, headers);
  const isEnough = !(await takeAttempt(tools, counter));
  await tools.transact({ workspaceId: nowhere }, async (ctx) => {
    const wanted = newId();
    await ctx.db
      .insertInto('auth.verification')
      .values({
        id: wanted,
        identifier: 'reset-wanted',
        value: isEnough ? '' : body.address.toLowerCase(),
        expiresAt: new Date(ctx.now.getTime() + resetMs),
      })
      .execute();
    ctx.enqueue(mailReset.name, { wanted });
  });
  return { asked: true };
}

interface Work {
  readonly to: { readonly name: string; readonly address: string };
  readonly token: string;
  readonly locale: string;
  /** Where the account belongs: the first of these that can send mail does. */
  readonly workspaceIds: readonly string[];
}

/** Sends the link, where the address has an account: its token is made here and kept as its hash. */
export const mailReset = outward<Work, LetterOutcome>({
  name: 'identity.mail-reset',
  limitSeconds: sendLimitSeconds,
  claim: async (ctx, data) => {
    const { wanted } = z.object({ wanted: z.uuid() }).parse(data);
    const asked = await ctx.db
      .deleteFrom('auth.verification')
      .where('id', '=', wanted)
      .where('identifier', '=', 'reset-wanted')
      .returning('value')
      .executeTakeFirst();
    const user = await ctx.db
      .selectFrom('auth.user')
      .select(['id', 'name', 'email'])
      .where('email', '=', asked?.value ?? '')
      .executeTakeFirst();
    if (!user) return null;
    const belongs = await membershipsOf(ctx, user.id);
    const workspaceIds = belongs.map(({ workspaceId }) => workspaceId);
    if (workspaceIds.length === 0) return null;
    const to = { name: user.name, address: user.email };
    const locale = belongs[0]?.locale ?? 'en';
    return { to, token: await newReset(ctx, user.id), locale, workspaceIds };
  },
  async call(tools, work, signal) {
    const { sendLetter } = tools.house;
    let outcome: LetterOutcome = { outcome: 'failed', says: 'Nothing here sends mail.' };
    for (const workspaceId of sendLetter ? work.workspaceIds : []) {
      outcome = (await sendLetter?.(tools, workspaceId, letterOf(tools, work), signal)) ?? outcome;
      if (outcome.outcome !== 'failed') break;
    }
    if (outcome.outcome !== 'sent') tools.log.warn({ says: outcome.says }, 'A mail for a new password did not leave.');
    return outcome;
  },
  // whoever got no mail asks again; nothing is to be written down
  record: async () => undefined,
});

/** One link at a time: a new one ends the one before. */
async function newReset(ctx: Ctx, accountId: string): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const row = {
    identifier: resetOf(token),
    value: accountId,
    expiresAt: new Date(ctx.now.getTime() + resetMs),
  };
  await ctx.db
    .insertInto('auth.verification')
    .values({ id: `reset/${accountId}`, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
  return token;
}

function letterOf({ house, config }: Tools, { to, token, locale }: Work) {
  const language = languageOf(locale);
  return {
    to,
    subject: house.say(language, 'A new password for Rapport'),
    text: [
      house.say(language, 'Hello {{name}},', { name: to.name }),
      house.say(language, 'somebody, most likely you, asked for a new password. Choose it here:'),
      `${config.publicUrl}/reset#${token}`,
      house.say(
        language,
        'The link works once, for half an hour. If it was not you, do nothing: your password stays as it is.',
      ),
    ].join('\n\n'),
    stopUrl: null,
  };
}

/**
 * A new password by the link: it works once, every session ends with it, and the second step stays as it is. The first
 * time an address is proved so, its passkeys go too: whoever invites an address sees its link, and could have made the
 * account before its owner came.
 */
export async function resetPassword(tools: Tools, { body }: Input<typeof resetRoute>): Promise<SessionAnswer> {
  const whose = await tools.read({ workspaceId: nowhere }, ({ db, now }) =>
    db
      .selectFrom('auth.verification as v')
      .innerJoin('auth.user as u', 'u.id', 'v.value')
      .select(['u.name', 'u.email'])
      .where('v.identifier', '=', resetOf(body.token))
      .where('v.expiresAt', '>', now)
      .executeTakeFirst(),
  );
  // before the slow hash, which a stranger could otherwise keep this machine busy with
  if (!whose) throw noReset();
  refuseWeak(body.password, [whose.name, whose.email]);
  const password = await hashPassword(body.password);
  const accountId = await tools.transact({ workspaceId: nowhere }, async (ctx) => {
    const taken = await ctx.db
      .deleteFrom('auth.verification')
      .where('identifier', '=', resetOf(body.token))
      .where('expiresAt', '>', ctx.now)
      .returning('value')
      .executeTakeFirst();
    if (!taken) throw noReset();
    await writePassword(ctx, taken.value, password);
    await proveAddress(ctx, taken.value);
    await deleteSessions(ctx, taken.value, null, {});
    return taken.value;
  });
  await lookAgain(tools, accountId);
  return { signedIn: false, setCookies: [] };
}

/** The address is its owner's from now on; what was put into the account before they proved it is not. */
async function proveAddress(ctx: Ctx, accountId: string): Promise<void> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('auth.user')
    .set({ emailVerified: true, updatedAt: ctx.now })
    .where('id', '=', accountId)
    .where('emailVerified', '=', false)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows > 0n) await ctx.db.deleteFrom('auth.passkey').where('userId', '=', accountId).execute();
}

async function writePassword(ctx: Ctx, accountId: string, password: string): Promise<void> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('auth.account')
    .set({ password, updatedAt: ctx.now })
    .where('userId', '=', accountId)
    .where('providerId', '=', 'credential')
    .executeTakeFirstOrThrow();
  if (numUpdatedRows > 0n) return;
  // who came in by a passkey has none yet
  await ctx.db
    .insertInto('auth.account')
    .values({ id: newId(), accountId, providerId: 'credential', userId: accountId, password, updatedAt: ctx.now })
    .execute();
}

function resetOf(token: string): string {
  return `reset:${createHash('sha256').update(token).digest('base64url')}`;
}
