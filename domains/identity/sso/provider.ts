import * as oauth from 'oauth4webapi';
import type { Config } from '#platform/config';
import { askOutside, isAllowedInside } from '#platform/fetch-outside';

/** How long a provider's description of itself is taken as it was, in milliseconds, and of how many it is kept. */
const keepMs = 5 * 60_000;
const keptLimit = 200;
/** The ways of signing that are taken: by a key the provider shows. Never none, never by a shared secret. */
const signings = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];

type SsoConfig = Pick<Config, 'privateHosts'>;

/** What of a connection is needed to speak with its provider. */
export interface Client {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | null;
}

/** What is asked to come back, as it was when the browser was sent away. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly redirectUri: string;
}

/** What a provider says of somebody, after every check. */
export interface Claims {
  readonly subject: string;
  readonly address: string | null;
  readonly isVerified: boolean;
  readonly name: string | null;
  readonly groups: readonly string[];
}

const kept = new Map<string, { readonly server: oauth.AuthorizationServer; readonly until: number }>();

/** How the library speaks with providers: through our own door, which asks for TLS itself. */
export function ways(config: SsoConfig) {
  return {
    [oauth.customFetch]: askOutside(config) as never,
    [oauth.allowInsecureRequests]: true,
  };
}

/** What a provider says of itself; it must call itself what we call it. */
export async function describe(config: SsoConfig, issuer: string, fresh = false): Promise<oauth.AuthorizationServer> {
  const before = kept.get(issuer);
  if (!fresh && before && before.until > Date.now()) return before.server;
  const url = new URL(issuer);
  const answer = await oauth.discoveryRequest(url, ways(config));
  const said = await oauth.processDiscoveryResponse(url, answer);
  const offered = said.id_token_signing_alg_values_supported?.filter((one) => signings.includes(one));
  const server = { ...said, ...(offered ? { id_token_signing_alg_values_supported: offered } : {}) };
  const oldest = kept.size >= keptLimit ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  kept.set(issuer, { server, until: Date.now() + keepMs });
  return server;
}

/** Whether a browser may be sent to an address that a provider named: never to a script, and not without TLS. */
export function isSafePage(config: SsoConfig, page: string | undefined): page is string {
  if (page === undefined || !URL.canParse(page)) return false;
  const url = new URL(page);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isAllowedInside(config, url));
}

/** A new attempt, and the address that it begins at. */
export async function newAttempt(
  server: oauth.AuthorizationServer,
  client: Client,
  redirectUri: string,
  hint: string | undefined,
): Promise<{ attempt: Attempt; url: string }> {
  const attempt = {
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    verifier: oauth.generateRandomCodeVerifier(),
    redirectUri,
  };
  const url = new URL(server.authorization_endpoint ?? '');
  const parts = {
    response_type: 'code',
    client_id: client.clientId,
    redirect_uri: redirectUri,
    scope: 'openid email profile',
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: 'S256',
    ...(hint ? { login_hint: hint } : {}),
  };
  for (const [name, value] of Object.entries(parts)) url.searchParams.set(name, value);
  return { attempt, url: url.href };
}

/**
 * Exchanges what came back for what the provider says of somebody. Checked on the way: state, issuer of the answer, PKCE,
 * and of the proof its signature, issuer, audience, time and nonce.
 */
export async function claimsFrom(
  config: SsoConfig,
  client: Client,
  attempt: Attempt,
  answer: string,
  groupsClaim: string,
): Promise<Claims> {
  const server = await describe(config, client.issuer);
  const known = { client_id: client.clientId };
  const parameters = oauth.validateAuthResponse(server, known, new URLSearchParams(answer), attempt.state);
  const reply = await oauth.authorizationCodeGrantRequest(
    server,
    known,
    proofOf(server, client),
    parameters,
    attempt.redirectUri,
    attempt.verifier,
    ways(config),
  );
  const tokens = await oauth.processAuthorizationCodeResponse(server, known, reply, {
    expectedNonce: attempt.nonce,
    requireIdToken: true,
  });
  await oauth.validateApplicationLevelSignature(server, reply, ways(config));
  const claims = oauth.getValidatedIdTokenClaims(tokens);
  if (!claims) throw new Error('The provider sent no proof of who it is.');
  return asClaims({ ...(await moreOf(config, server, known, tokens, claims, groupsClaim)), ...claims }, groupsClaim);
}

/** How we prove that we are the client: as the provider takes it, by PKCE alone where there is no secret. */
export function proofOf(server: oauth.AuthorizationServer, client: Client): oauth.ClientAuth {
  if (client.clientSecret === null) return oauth.None();
  const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  return taken.includes('client_secret_basic') || !taken.includes('client_secret_post')
    ? oauth.ClientSecretBasic(client.clientSecret)
    : oauth.ClientSecretPost(client.clientSecret);
}

/** Some providers keep address and groups out of the proof: those are asked for, of the same person. */
async function moreOf(
  config: SsoConfig,
  server: oauth.AuthorizationServer,
  known: oauth.Client,
  tokens: oauth.TokenEndpointResponse,
  claims: oauth.IDToken,
  groupsClaim: string,
): Promise<Readonly<Record<string, unknown>>> {
  const isWhole = claims['email'] !== undefined && claims['name'] !== undefined && claims[groupsClaim] !== undefined;
  if (isWhole || server.userinfo_endpoint === undefined) return {};
  const reply = await oauth.userInfoRequest(server, known, tokens.access_token, ways(config));
  return oauth.processUserInfoResponse(server, known, claims.sub, reply);
}

/** The claims in our words. Microsoft says in `xms_edov` what others say in `email_verified`. */
function asClaims(said: Readonly<Record<string, unknown>>, groupsClaim: string): Claims {
  const groups = said[groupsClaim];
  const isVerified = [said['email_verified'], said['xms_edov']].some((one) => one === true || one === 'true');
  return {
    subject: String(said['sub']).slice(0, 255),
    address: textOf(said['email'], 320),
    isVerified,
    name: textOf(said['name'], 120),
    groups: (Array.isArray(groups) ? groups : [groups]).filter((one): one is string => typeof one === 'string'),
  };
}

/** A text in one line, as it can stand in a mail's header; null where there is none. */
function textOf(said: unknown, limit: number): string | null {
  if (typeof said !== 'string') return null;
  const text = said.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return text === '' ? null : text.slice(0, limit);
}
