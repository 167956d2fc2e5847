import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { newId } from '#platform/database';
import type { Tools } from '#platform/domain';
import { keyFor } from '#platform/secrets';
import { nowhere } from './auth.ts';
import { ownCookie, readOwnCookie } from './cookies.ts';

/** Wrong passwords for one account in a while: from all devices it does not know together, and from each one it knows. */
const wrongLimit = 10;
const windowMs = 15 * 60_000;
/** How long a device is known after it signed in. */
const deviceSeconds = 365 * 24 * 3600;
const deviceCookie = 'device';

/**
 * Which counter an attempt falls into. A device that signed in to this very account before has one of its own, so that a
 * stranger who guesses from elsewhere shuts out strangers, and never whoever works here.
 */
export function counterOf(tools: Tools, address: string, headers: Headers): string {
  const nonce = knownDevice(tools, address, headers);
  return `sign-in/${digest(tools, `${address.toLowerCase()}/${nonce ?? ''}`)}`;
}

/** Whether this account takes no further attempt of this kind for now: the same answer whether or not there is one. */
export async function isSpent(tools: Tools, counter: string): Promise<boolean> {
  const row = await tools.read({ workspaceId: nowhere }, ({ db }) =>
    db.selectFrom('auth.rateLimit').select(['count', 'lastRequest']).where('key', '=', counter).executeTakeFirst(),
  );
  return row !== undefined && Number(row.lastRequest) > tools.now().getTime() - windowMs && row.count >= wrongLimit;
}

/** Counts a wrong password; the window begins with the first. */
export async function countWrong(tools: Tools, counter: string): Promise<void> {
  const now = tools.now().getTime();
  await tools.transact({ workspaceId: nowhere }, async ({ db }) => {
    await sql`
      insert into auth."rateLimit" ("id", "key", "count", "lastRequest") values (${newId()}, ${counter}, 1, ${now})
      on conflict ("key") do update set
        "count" = case when auth."rateLimit"."lastRequest" < ${now - windowMs} then 1 else auth."rateLimit"."count" + 1 end,
        "lastRequest" = case when auth."rateLimit"."lastRequest" < ${now - windowMs} then ${now} else auth."rateLimit"."lastRequest" end`.execute(
      db,
    );
  });
}

/** The cookie that makes this device known to the account that just signed in; it opens nothing. */
export function knowDevice(tools: Tools, address: string): string {
  const nonce = randomBytes(12).toString('base64url');
  const value = `${nonce}.${signatureOf(tools, address, nonce)}`;
  return ownCookie(tools.config, deviceCookie, value, { seconds: deviceSeconds, sameSite: 'Strict' });
}

function knownDevice(tools: Tools, address: string, headers: Headers): string | null {
  const [nonce = '', signature = ''] = (readOwnCookie(tools.config, headers, deviceCookie) ?? '').split('.');
  if (nonce === '') return null;
  const given = Buffer.from(signature);
  const right = Buffer.from(signatureOf(tools, address, nonce));
  return given.length === right.length && timingSafeEqual(given, right) ? nonce : null;
}

function signatureOf(tools: Tools, address: string, nonce: string): string {
  return digest(tools, `device/${address.toLowerCase()}/${nonce}`);
}

function digest(tools: Tools, text: string): string {
  return createHmac('sha256', keyFor(tools.config, 'sign-in-throttle')).update(text).digest('base64url');
}
