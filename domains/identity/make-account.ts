import { hashPassword, verifyPassword } from 'better-auth/crypto';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import { problem } from '#platform/problem';
import { refuseWeak } from './password-strength.ts';

const wrongPassword = problem(
  'identity/account-has-another-password',
  403,
  'This address already has an account here, with another password',
  'Use the password you sign in with.',
);

/**
 * The account of an address, made where there is none, in this very transaction: half a set-up leaves nothing behind.
 * An account that is there is only joined by who knows its password, or by us ourselves (`password: null`).
 */
export async function makeAccount(
  ctx: Ctx,
  person: { name: string; address: string; password: string | null },
): Promise<string> {
  const email = person.address.toLowerCase();
  const password = person.password === null ? null : await hashPassword(person.password);
  const id = newId();
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('auth.user')
    .values({ id, email, name: person.name, emailVerified: false })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) return joinAccount(ctx, email, person.password);
  if (person.password !== null && password !== null) {
    refuseWeak(person.password, [person.name, person.address]);
    await ctx.db
      .insertInto('auth.account')
      .values({ id: newId(), accountId: id, providerId: 'credential', userId: id, password, updatedAt: ctx.now })
      .execute();
  }
  return id;
}

async function joinAccount(ctx: Ctx, email: string, password: string | null): Promise<string> {
  const there = await ctx.db
    .selectFrom('auth.user as u')
    .leftJoin('auth.account as a', (join) => join.onRef('a.userId', '=', 'u.id').on('a.providerId', '=', 'credential'))
    .select(['u.id', 'a.password as hash'])
    .where('u.email', '=', email)
    .executeTakeFirstOrThrow();
  if (password === null) return there.id;
  if (there.hash === null || !(await verifyPassword({ hash: there.hash, password }))) throw wrongPassword();
  return there.id;
}
