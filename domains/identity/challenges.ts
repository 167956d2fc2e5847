import { createHash, randomBytes } from 'node:crypto';
import { newId } from '#platform/database';
import type { Tools } from '#platform/domain';
import { nowhere } from './auth.ts';
import { ownCookie, readOwnCookie } from './cookies.ts';

/** How long a browser may take to answer what it was asked. */
const waitSeconds = 600;

/**
 * Keeps what a browser is asked to come back with (a challenge, the state of a single sign-on). It gets a cookie that
 * names it: only the browser that began can end it, and only once.
 */
export async function keepChallenge(tools: Tools, kind: 'passkey' | 'sso', value: object): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await tools.transact({ workspaceId: nowhere }, async ({ db }) => {
    await db
      .insertInto('auth.verification')
      .values({
        id: newId(),
        identifier: identifierOf(kind, token),
        value: JSON.stringify(value),
        expiresAt: new Date(tools.now().getTime() + waitSeconds * 1000),
      })
      .execute();
    // what nobody came back with
    await db.deleteFrom('auth.verification').where('expiresAt', '<', tools.now()).execute();
  });
  return cookie(tools, kind, token, waitSeconds);
}

/** Takes the challenge of this browser, once; null when there is none, or it is too old. */
export async function takeChallenge(tools: Tools, kind: 'passkey' | 'sso', headers: Headers): Promise<unknown> {
  const token = readOwnCookie(tools.config, headers, kind);
  if (token === null) return null;
  const taken = await tools.transact({ workspaceId: nowhere }, ({ db }) =>
    db
      .deleteFrom('auth.verification')
      .where('identifier', '=', identifierOf(kind, token))
      .returning(['value', 'expiresAt'])
      .executeTakeFirst(),
  );
  return taken && taken.expiresAt > tools.now() ? JSON.parse(taken.value) : null;
}

/** Takes the cookie away again. */
export function dropChallenge(tools: Tools, kind: 'passkey' | 'sso'): string {
  return cookie(tools, kind, '', 0);
}

function cookie(tools: Tools, kind: string, value: string, seconds: number): string {
  // Lax: the answer of a single sign-on is a visit that another site begins
  return ownCookie(tools.config, kind, value, { seconds, sameSite: 'Lax' });
}

function identifierOf(kind: string, token: string): string {
  return `${kind}:${createHash('sha256').update(token).digest('base64url')}`;
}
