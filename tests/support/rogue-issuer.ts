import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a rogue is told to do. */
interface Told {
  /** What the next proof says, over what an honest one would. */
  claims: Record<string, unknown>;
  header: Record<string, unknown>;
  /** A signature that belongs to the proof, to something else, or none. */
  signature: 'good' | 'bad' | 'none';
  /** What the description of itself says, over the honest one. */
  document: Record<string, unknown>;
  /** What the token address was sent last. */
  lastBody: URLSearchParams | null;
}

/** A provider that does what it is told, right or wrong: for what no honest one can be made to do. */
export interface RogueIssuer extends Told {
  readonly url: string;
  /** Signs in at once: the parameters the browser comes back with. */
  answer(authorizeUrl: string): URLSearchParams;
  stop(): Promise<void>;
}

const lifeSeconds = 300;
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** Starts one on a free port of loopback. */
export async function startRogueIssuer(): Promise<RogueIssuer> {
  const asked = new URLSearchParams();
  const server = createServer((request, response) => void reply(rogue, asked, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const rogue: RogueIssuer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    claims: {},
    header: {},
    signature: 'good',
    document: {},
    lastBody: null,
    answer(authorizeUrl) {
      for (const [name, value] of new URL(authorizeUrl).searchParams) asked.set(name, value);
      return new URLSearchParams({ code: 'good', state: asked.get('state') ?? '' });
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return rogue;
}

async function reply(
  rogue: RogueIssuer,
  asked: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const say = (body: unknown, status = 200) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  if (request.url?.endsWith('/.well-known/openid-configuration')) return say(description(rogue));
  if (request.url === '/jwks')
    return say({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] });
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const body = new URLSearchParams(Buffer.concat(parts).toString());
  rogue.lastBody = body;
  const proved = createHash('sha256')
    .update(body.get('code_verifier') ?? '')
    .digest('base64url');
  if (body.get('code') !== 'good' || proved !== asked.get('code_challenge'))
    return say({ error: 'invalid_grant' }, 400);
  say({ access_token: 'access', token_type: 'Bearer', expires_in: lifeSeconds, id_token: proof(rogue, asked) });
}

function description({ url, document }: RogueIssuer): object {
  return {
    issuer: url,
    authorization_endpoint: `${url}/auth`,
    token_endpoint: `${url}/token`,
    jwks_uri: `${url}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256', 'none', 'HS256'],
    code_challenge_methods_supported: ['S256'],
    ...document,
  };
}

function proof(rogue: RogueIssuer, asked: URLSearchParams): string {
  const now = Math.floor(Date.now() / 1000);
  const honest = {
    iss: rogue.url,
    aud: asked.get('client_id'),
    sub: 'mallory',
    iat: now,
    exp: now + lifeSeconds,
    nonce: asked.get('nonce'),
    email: 'agent@rapport.example',
    email_verified: true,
    name: 'Agent',
    groups: ['support'],
  };
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const text = `${encode({ alg: 'RS256', kid: 'one', ...rogue.header })}.${encode({ ...honest, ...rogue.claims })}`;
  if (rogue.signature === 'none') return `${text}.`;
  const signature = sign('sha256', Buffer.from(rogue.signature === 'good' ? text : `${text}x`), privateKey);
  return `${text}.${signature.toString('base64url')}`;
}
