import { betterAuth } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { twoFactor } from 'better-auth/plugins/two-factor';
import * as z from 'zod';
import type { Kysely } from 'kysely';
import { type Config, cookiePrefix } from '#platform/config';
import { type DB, newId } from '#platform/database';
import type { Tools } from '#platform/domain';
import { keyFor } from '#platform/secrets';

/** How long somebody stays signed in without coming back, and how often coming back is written down. */
const sessionSeconds = 14 * 24 * 3600;
const sessionTouchSeconds = 24 * 3600;
/** Sign-in attempts of one address on the net: a whole office shares one, so the slow hash does the rest. */
const attemptsPerMinute = 30;
/** How long wrong attempts of one account are counted together (throttle.ts). */
export const throttleSeconds = 15 * 60;
/** How many times somebody who lost their phone still comes in. */
const recoveryCodes = 10;

/** Public routes ask here before anybody has a workspace. */
export const nowhere = '00000000-0000-0000-0000-000000000000';

/**
 * What we ask of better-auth: accounts in a schema of their own, made by our migrations; sign-up only by invitation or
 * set-up; nothing reported to anybody.
 */
export function authOptions(config: Config, db: Kysely<DB>) {
  return {
    appName: 'Rapport',
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    secret: keyFor(config, 'sessions').toString('base64url'),
    database: { db, type: 'postgres', schemaName: 'auth', transaction: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
    },
    session: {
      expiresIn: sessionSeconds,
      updateAge: sessionTouchSeconds,
      // the one workspace a session of its single sign-on holds in
      additionalFields: { boundTo: { type: 'string', required: false, input: false } },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      // the library sweeps what is older than its longest window out of the table where our own counters stand
      window: throttleSeconds,
      max: 5_000,
      customRules: { '/sign-in/email': { window: 60, max: attemptsPerMinute } },
    },
    trustedOrigins: (request?: Request) => ownOrigins(config, request),
    disabledPaths: [
      '/update-user',
      '/delete-user',
      '/change-email',
      '/sign-in/social',
      '/link-social',
      '/unlink-account',
    ],
    advanced: {
      // the prefix says more than the library's own `__Secure-`; what it asks for is set here in its place
      cookiePrefix: cookiePrefix(config),
      useSecureCookies: false,
      defaultCookieAttributes: { secure: config.publicUrl.startsWith('https:') },
      ipAddress: { ipAddressHeaders: ['x-client-address'] },
      database: { generateId: () => newId() },
    },
    telemetry: { enabled: false },
    experimental: { instrumentation: { enabled: false } },
    logger: { disabled: true },
    plugins: [openSession, twoFactor({ issuer: 'Rapport', backupCodeOptions: { amount: recoveryCodes } })],
  } as const satisfies Parameters<typeof betterAuth>[0];
}

/** Opens a session without a password: after set-up, an invitation, a click on a demo role. Has no path: never from outside. */
const openSession = {
  id: 'open-session',
  endpoints: {
    openSession: createAuthEndpoint(
      { method: 'POST', body: z.object({ accountId: z.string(), boundTo: z.string().nullable() }) },
      async (context) => {
        const { internalAdapter } = context.context;
        const user = await internalAdapter.findUserById(context.body.accountId);
        if (!user) throw new Error('There is no such account.');
        const { boundTo } = context.body;
        const session = await internalAdapter.createSession(user.id, false, boundTo === null ? {} : { boundTo });
        await setSessionCookie(context, { session, user });
        return context.json({});
      },
    ),
  },
} as const;

/** Our own address, by every name the browser reached us under (a laptop's localhost, a bound address, the public one). */
function ownOrigins(config: Config, request: Request | undefined): string[] {
  const host = request?.headers.get('host');
  return host ? [config.publicUrl, `http://${host}`, `https://${host}`] : [config.publicUrl];
}

function makeAuth(config: Config, db: Kysely<DB>) {
  // The variable would switch the library's usage report on whatever the options say.
  if (/^(1|true|yes|on)$/i.test(process.env['BETTER_AUTH_TELEMETRY'] ?? '')) {
    throw new Error(
      'BETTER_AUTH_TELEMETRY is set: Rapport reports nothing to anybody. Take it out of the environment.',
    );
  }
  return betterAuth(authOptions(config, db));
}

export type Auth = ReturnType<typeof makeAuth>;

const made = new WeakMap<Tools, Promise<Auth>>();

/** The one better-auth of this program, over the same connections as everything else. */
export function authOf(tools: Tools): Promise<Auth> {
  const before = made.get(tools);
  if (before) return before;
  const auth = tools.read({ workspaceId: nowhere }, async ({ db }) => makeAuth(tools.config, db));
  made.set(tools, auth);
  return auth;
}
