import * as oauth from 'oauth4webapi';
import type { Asker, Input, Tools } from '#platform/domain';
import { mayNot } from '#platform/problem';
import type { SsoCheck, trySso } from '../contract.ts';
import { can } from '../policy.ts';
import { refuseInSample } from '../samples.ts';
import { clientOf, connectionById, redirectUriOf } from './connections.ts';
import { type Client, describe, isSafePage, proofOf, ways } from './provider.ts';
import { hostOf, troubleWords } from './trouble-words.ts';

/** A code that no provider gave: whoever knows us refuses the code, whoever does not refuses the client. */
const madeUpCode = 'rapport-tries-the-connection';

/** Tries what is typed before it is saved, and says in words what fails; nothing is changed. */
export async function tryConnection(
  tools: Tools,
  { body }: Input<typeof trySso>,
  who: Asker,
): Promise<{ checks: SsoCheck[] }> {
  if (!can.configureRoles(who.actor)) throw mayNot();
  const there = await tools.read(who, async (ctx) => {
    await refuseInSample(ctx);
    return connectionById(ctx, body.id);
  });
  // a kept secret is tried only where it belongs: nobody sends it to another address
  const isSame = there !== null && there.issuer === body.issuer && there.clientId === body.clientId;
  const keptSecret = isSame ? clientOf(tools, who.workspaceId, there).clientSecret : null;
  const clientSecret = body.clientSecret === undefined ? keptSecret : body.clientSecret;
  const client = { issuer: body.issuer, clientId: body.clientId, clientSecret };
  const host = hostOf(body.issuer);
  let server: oauth.AuthorizationServer;
  try {
    server = await describe(tools.config, body.issuer, true);
  } catch (error) {
    return { checks: [{ what: 'address', state: 'bad', says: troubleWords(error, host) }] };
  }
  return {
    checks: [
      { what: 'address', state: 'good', says: `${host} answers, and calls itself so.` },
      answersCheck(tools, server, host),
      await keysCheck(tools, server, host),
      await clientCheck(tools, server, client, redirectUriOf(tools, body.id)),
    ],
  };
}

function answersCheck(tools: Tools, server: oauth.AuthorizationServer, host: string): SsoCheck {
  const what = 'answers';
  if (!isSafePage(tools.config, server.authorization_endpoint) || !server.token_endpoint)
    return { what, state: 'bad', says: `${host} names no page to sign in at, or one without TLS.` };
  if (server.response_types_supported?.every((one) => one !== 'code'))
    return { what, state: 'bad', says: `${host} gives no codes, and nothing else is safe enough.` };
  const pkce = server.code_challenge_methods_supported;
  if (pkce && !pkce.includes('S256'))
    return { what, state: 'bad', says: `${host} does not know PKCE with S256, which is asked for here.` };
  return { what, state: 'good', says: pkce ? 'Gives codes, with PKCE.' : 'Gives codes.' };
}

async function keysCheck(tools: Tools, server: oauth.AuthorizationServer, host: string): Promise<SsoCheck> {
  const what = 'keys';
  if (!server.jwks_uri) return { what, state: 'bad', says: `${host} shows no keys: its proofs could not be checked.` };
  try {
    const ask = ways(tools.config)[oauth.customFetch] as unknown as (url: string, options: object) => Promise<Response>;
    const answer = await ask(server.jwks_uri, { method: 'GET', headers: { accept: 'application/json' } });
    const { keys } = (await answer.json()) as { keys?: unknown };
    const count = Array.isArray(keys) ? keys.length : 0;
    return count > 0
      ? { what, state: 'good', says: count === 1 ? 'Shows one key.' : `Shows ${count} keys.` }
      : { what, state: 'bad', says: `${host} shows no keys: its proofs could not be checked.` };
  } catch (error) {
    return { what, state: 'bad', says: troubleWords(error, hostOf(server.jwks_uri)) };
  }
}

async function clientCheck(
  tools: Tools,
  server: oauth.AuthorizationServer,
  client: Client,
  redirectUri: string,
): Promise<SsoCheck> {
  const what = 'client';
  const host = hostOf(client.issuer);
  try {
    const reply = await oauth.genericTokenEndpointRequest(
      server,
      { client_id: client.clientId },
      proofOf(server, client),
      'authorization_code',
      { code: madeUpCode, redirect_uri: redirectUri, code_verifier: oauth.generateRandomCodeVerifier() },
      ways(tools.config),
    );
    const said = (await reply.json().catch(() => ({}))) as { error?: unknown };
    if (said.error === 'invalid_grant')
      return {
        what,
        state: 'good',
        says: `${host} knows the client${client.clientSecret === null ? '' : ' and its secret'}.`,
      };
    if (said.error === 'invalid_client' || said.error === 'unauthorized_client' || reply.status === 401)
      return { what, state: 'bad', says: `${host} does not know this client id, or the secret is another one.` };
    return { what, state: 'unknown', says: `${host} does not say whether it knows the client: try a sign-in.` };
  } catch (error) {
    return { what, state: 'bad', says: troubleWords(error, host) };
  }
}
