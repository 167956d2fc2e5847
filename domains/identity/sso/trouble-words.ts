import * as oauth from 'oauth4webapi';
import { PrivateAddress, WithoutTls } from '#platform/fetch-outside';

/** What a provider said, or how asking it failed, in words somebody can act on. */
export function troubleWords(error: unknown, host: string): string {
  if (error instanceof PrivateAddress || causeOf(error) instanceof PrivateAddress)
    return `${host} lies on a private address, and this server asks none. Whoever runs it can name the host in FETCH_PRIVATE_HOSTS.`;
  if (error instanceof WithoutTls) return `${host} is not asked without TLS: begin its address with https://.`;
  if (error instanceof oauth.AuthorizationResponseError) return said(host, error.error, error.error_description);
  if (error instanceof oauth.ResponseBodyError) return said(host, error.error, error.error_description);
  if (error instanceof oauth.WWWAuthenticateChallengeError)
    return `${host} refused the client: look at the client id and the secret.`;
  const own = ownWords[codeOf(error)];
  if (own) return `${host} ${own}`;
  if (error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError'))
    return `${host} took too long to answer.`;
  return `${host} could not be used: ${lineOf(error instanceof Error ? error.message : String(error))}`;
}

const ownWords: Readonly<Record<string, string>> = {
  ENOTFOUND: 'is no host that can be found: look for a slip in the address.',
  EAI_AGAIN: 'could not be looked up just now: try again in a minute.',
  ECONNREFUSED: 'does not answer at this port.',
  ECONNRESET: 'broke off the connection.',
  CERT_HAS_EXPIRED: 'has a certificate that has run out.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'has a certificate that nobody vouches for.',
  SELF_SIGNED_CERT_IN_CHAIN: 'has a certificate that nobody vouches for.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'has a certificate whose chain is not whole.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'has a certificate of another name.',
  OAUTH_RESPONSE_IS_NOT_CONFORM: 'answered, but not as a provider of OpenID Connect does: look at the address.',
  OAUTH_PARSE_ERROR: 'answered with something that is no description of a provider: look at the address.',
  OAUTH_RESPONSE_IS_NOT_JSON: 'answered with something that is no description of a provider: look at the address.',
  OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED: 'says that it is another provider: give its address exactly as it says.',
  OAUTH_JWT_CLAIM_COMPARISON_FAILED: 'sent a proof that is not for this sign-in, or not for us. Begin again.',
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: 'sent a proof that is too old: see that both clocks are right.',
  OAUTH_UNSUPPORTED_OPERATION: 'signs in a way that is not accepted here.',
  OAUTH_INVALID_RESPONSE: 'sent an answer that does not fit what was asked. Begin again.',
  OAUTH_INVALID_REQUEST: 'sent an answer that does not fit what was asked. Begin again.',
  OAUTH_KEY_SELECTION_FAILED: 'signed with a key that it does not show.',
};

/** The host of an address, for sentences. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

function said(host: string, error: string, more: string | undefined): string {
  return `${host} says ${lineOf(more ? `${error}: ${more}` : error)}.`;
}

function lineOf(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(/\.$/, '').slice(0, 300);
}

function causeOf(error: unknown): unknown {
  return error instanceof Error ? error.cause : undefined;
}

function codeOf(error: unknown): string {
  const own = (error as { code?: unknown } | null)?.code;
  return typeof own === 'string' ? own : '';
}
