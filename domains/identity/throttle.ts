import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { newId } from '#platform/database';
import type { Tools } from '#platform/domain';
import { Refusal } from '#platform/problem';
import { keyFor } from '#platform/secrets';
import { nowhere, throttleSeconds } from './auth.ts';
import { ownCookie, readOwnCookie } from './cookies.ts';

/** Wrong passwords for one account within the window: from all devices it does not know together, and from each one it knows. */
const wrongLimit = 10;
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

/**
 * Takes one of the attempts that are left, and says whether there was one: the same answer whether or not there is such an
 * account. It is taken before the slow work and given back by who was right, so that many at the same moment are as many
 * as one after the other. The window begins with the first.
 */
export async function takeAttempt(tools: Tools, counter: string): Promise<boolean> {
  const now = tools.now().getTime();
  const isOver = sql<boolean>`auth."rateLimit"."lastRequest" < ${now - throttleSeconds * 1000}`;
  const taken = await tools.transact({ workspaceId: nowhere }, ({ db }) =>
    sql`
      insert into auth."rateLimit" ("id", "key", "count", "lastRequest") values (${newId()}, ${counter}, 1, ${now})
      on conflict ("key") do update set
        "count" = case when ${isOver} then 1 else auth."rateLimit"."count" + 1 end,
        "lastRequest" = case when ${isOver} then ${now} else auth."rateLimit"."lastRequest" end
      where ${isOver} or auth."rateLimit"."count" < ${wrongLimit}
      returning 1`.execute(db),
  );
  return taken.rows.length > 0;
}

/** Gives an attempt back: it was right, or was not looked at. */
export async function giveBack(tools: Tools, counter: string): Promise<void> {
  await tools.transact({ workspaceId: nowhere }, ({ db }) =>
    sql`update auth."rateLimit" set "count" = "count" - 1 where "key" = ${counter} and "count" > 0`.execute(db),
  );
}

/**
 * Does something as one of the attempts that are left, or refuses. The attempt stays spent only where the refusal of the
 * work was for what was guessed: who types what is too weak, or too late, has guessed nothing.
 */
export async function asAttempt<T>(
  tools: Tools,
  counter: string,
  says: { readonly resting: () => Refusal; readonly wrong: string },
  work: () => Promise<T>,
): Promise<T> {
  if (!(await takeAttempt(tools, counter))) throw says.resting();
  try {
    const done = await work();
    await giveBack(tools, counter);
    return done;
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== says.wrong) await giveBack(tools, counter);
    throw error;
  }
}

/** The counter of what an account is asked for when it is known already: its password again, or its second step. */
export function counterWithin(tools: Tools, accountId: string, what: 'password' | 'second-step'): string {
  return `${what}/${digest(tools, `within/${accountId}`)}`;
}

/** A mark for the log: the same for one address here, and nobody learns from it which. */
export function markOf(tools: Tools, address: string): string {
  return digest(tools, `log/${address.trim().toLowerCase()}`).slice(0, 10);
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
