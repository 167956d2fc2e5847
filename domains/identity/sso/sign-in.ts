import * as z from 'zod';
import type { Input, Tools } from '#platform/domain';
import { problem, Refusal } from '#platform/problem';
import { dropChallenge, keepChallenge, takeChallenge } from '../challenges.ts';
import type { beginSso as beginRoute, endSso as endRoute } from '../contract.ts';
import { sessionCookies } from '../sign-in.ts';
import { admit } from './admit.ts';
import { clientOf, type Connection, connectionById, redirectUriOf } from './connections.ts';
import { claimsFrom, type Claims, describe, isSafePage, newAttempt } from './provider.ts';
import { hostOf, troubleWords } from './trouble-words.ts';

const noConnection = problem(
  'identity/no-such-sso',
  404,
  'This single sign-on is not there any more',
  'Sign in in another way, or ask an administrator.',
);
const failed = problem(
  'identity/sso-failed',
  422,
  'The single sign-on did not work',
  'Begin again. If it happens again, tell an administrator what is said here.',
);
const notAsked = problem(
  'identity/sso-not-asked',
  409,
  'Nobody in this browser asked for this sign-in, or it took too long',
  'Begin again at the sign-in page.',
);

/** What a browser comes back with; kept here, its cookie only names it. */
const Asked = z.object({
  workspaceId: z.uuid(),
  connectionId: z.uuid(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  redirectUri: z.string(),
  returnTo: z.string(),
});

/** Begins: where to send the browser. State, nonce and PKCE are of this attempt and this browser alone. */
export async function beginSso(tools: Tools, { body }: Input<typeof beginRoute>) {
  const { workspaceId, connectionId } = body;
  const connection = await connectionOf(tools, workspaceId, connectionId);
  if (!connection) throw noConnection();
  const client = clientOf(tools, workspaceId, connection);
  const host = hostOf(connection.issuer);
  const server = await describe(tools.config, connection.issuer).catch((error: unknown) => {
    throw failed({ detail: troubleWords(error, host) });
  });
  if (!isSafePage(tools.config, server.authorization_endpoint))
    throw failed({ detail: `${host} names no page to sign in at, or one without TLS.` });
  const { attempt, url } = await newAttempt(server, client, redirectUriOf(tools, connectionId), body.address);
  const kept = { workspaceId, connectionId, ...attempt, returnTo: ownPath(body.returnTo) };
  return { url, setCookies: [await keepChallenge(tools, 'sso', kept)] };
}

/** Ends: the attempt is used up first, then the code is exchanged, then whoever it is comes in. */
export async function endSso(tools: Tools, { body, headers }: Input<typeof endRoute>) {
  const asked = Asked.safeParse(await takeChallenge(tools, 'sso', headers)).data;
  // each provider has an address of its own to send people back to: one cannot end what began at another
  if (!asked || asked.connectionId !== body.connectionId) throw notAsked();
  const connection = await connectionOf(tools, asked.workspaceId, asked.connectionId);
  if (!connection) throw noConnection();
  const claims = await said(tools, asked, connection, body.answer);
  const entered = await tools.transact({ workspaceId: asked.workspaceId, via: 'console' }, (ctx) =>
    admit(ctx, connection, claims),
  );
  // refused only after the commit: roles that a group no longer gives stay taken
  if (entered instanceof Refusal) throw entered;
  const cookies = await sessionCookies(tools, entered.accountId, headers, asked.workspaceId);
  return { signedIn: true, returnTo: asked.returnTo, setCookies: [...cookies, dropChallenge(tools, 'sso')] };
}

async function said(
  tools: Tools,
  asked: z.output<typeof Asked>,
  connection: Connection,
  answer: string,
): Promise<Claims> {
  const client = clientOf(tools, asked.workspaceId, connection);
  try {
    return await claimsFrom(tools.config, client, asked, answer, connection.groupsClaim);
  } catch (error) {
    throw failed({ detail: troubleWords(error, hostOf(connection.issuer)) });
  }
}

function connectionOf(tools: Tools, workspaceId: string, id: string): Promise<Connection | null> {
  return tools.read({ workspaceId }, (ctx) => connectionById(ctx, id));
}

/** A path of our own console; anything that a browser would read as another site is the first page. */
export function ownPath(text: string | undefined): string {
  const base = 'http://own.invalid';
  if (text === undefined || !/^\/(?![/\\])[\x21-\x7e]*$/.test(text) || text.includes('\\')) return '/';
  const url = new URL(text, base);
  return url.origin === base ? `${url.pathname}${url.search}${url.hash}` : '/';
}
