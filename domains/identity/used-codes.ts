import { createHmac } from 'node:crypto';
import type { Tools } from '#platform/domain';
import { problem } from '#platform/problem';
import { keyFor } from '#platform/secrets';
import { nowhere } from './auth.ts';

/** Longer than any code is good: an app's half minute, the one before it and the one after. */
const goodMs = 2 * 60_000;

/** The code was right, and somebody was let in by it before. */
export const codeUsed = problem(
  'identity/code-used',
  403,
  'This code was used already',
  'Wait for the next one: your app shows it within half a minute.',
);

/**
 * Takes a right code of an account, once: whoever read it over a shoulder, or from the line, comes too late with it. Says
 * whether it was still there to take; of two at the same time, one has it.
 */
export async function takeCode(tools: Tools, accountId: string, code: string): Promise<boolean> {
  const mark = createHmac('sha256', keyFor(tools.config, 'used-codes'))
    .update(`${accountId}/${code}`)
    .digest('base64url');
  const taken = await tools.transact({ workspaceId: nowhere }, ({ db, now }) => {
    const row = { identifier: 'used-code', value: accountId, expiresAt: new Date(now.getTime() + goodMs) };
    return db
      .insertInto('auth.verification')
      .values({ id: `used-code/${mark}`, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row).where('auth.verification.expiresAt', '<', now))
      .returning('id')
      .executeTakeFirst();
  });
  return taken !== undefined;
}
