import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** A real OAuth2 provider of a test's own: anybody signs in by their name, and consents by two clicks. */
export interface OAuthHouse {
  readonly url: string;
  /** Where a mail host asks about a token. */
  readonly introspection: string;
  readonly client: { id: string; secret: string };
  /** Walks through sign-in and consent as a browser does; gives the address it would be sent back to. */
  consent(authorizeUrl: string, user: string): Promise<URL>;
  /** How often a token was asked for by this grant. */
  grants(type: string): number;
  /** Every consent given so far is taken back. */
  revokeAll(): void;
  stop(): Promise<void>;
}

const client = { id: 'desk', secret: 'secret' };
/** Most steps from the first page to the way back. */
const stepLimit = 12;

/** Starts the provider for a console at `redirectUri`; access tokens live as long as asked, in seconds. */
export async function startOAuth(
  redirectUri: string,
  accessSeconds: number,
  claimsOf: (user: string) => Readonly<Record<string, unknown>> = () => ({}),
  port = 0,
): Promise<OAuthHouse> {
  let isRevoked = false;
  const counts = new Map<string, number>();
  const server = await listen(port);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(url, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code', 'refresh_token'],
        token_endpoint_auth_method: 'client_secret_post',
      },
      { client_id: 'host', client_secret: 'host', redirect_uris: [], response_types: [], grant_types: [] },
    ],
    features: {
      introspection: { enabled: true, allowedPolicy: async () => true },
      devInteractions: { enabled: true },
    },
    // each refresh token is good once: two processes that renew at once would lock each other out
    rotateRefreshToken: true,
    issueRefreshToken: async () => true,
    findAccount: async (_ctx, id) =>
      isRevoked ? undefined : { accountId: id, claims: async () => ({ ...claimsOf(id), sub: id }) },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
    pkce: { required: () => true },
    cookies: { keys: ['test'] },
    ttl: lives(accessSeconds),
  });
  provider.on('grant.success', (ctx) => {
    const type = String(ctx.oidc.params?.['grant_type']);
    counts.set(type, (counts.get(type) ?? 0) + 1);
  });
  server.on('request', provider.callback());
  return {
    url,
    introspection: `http://host:host@${url.slice('http://'.length)}/token/introspection`,
    client,
    consent: (authorizeUrl, user) => walk(authorizeUrl, user, redirectUri),
    grants: (type) => counts.get(type) ?? 0,
    revokeAll: () => {
      isRevoked = true;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** How long each thing of the provider lives, in seconds. */
function lives(accessSeconds: number) {
  const day = 86_400;
  return {
    AccessToken: accessSeconds,
    AuthorizationCode: 60,
    IdToken: 300,
    RefreshToken: day,
    Interaction: 600,
    Session: 600,
    Grant: day,
  };
}

async function listen(port: number): Promise<Server> {
  const { createServer } = await import('node:http');
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}

/** The steps of a browser: follows, signs in, consents, and stops where it would go back to us. */
async function walk(authorizeUrl: string, user: string, redirectUri: string): Promise<URL> {
  const jar = new Map<string, string>();
  let next: { url: string; form?: Record<string, string> } = { url: authorizeUrl };
  for (let step = 0; step < stepLimit; step += 1) {
    if (next.url.startsWith(redirectUri)) return new URL(next.url);
    const answer = await fetch(next.url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(next.form ? { method: 'POST', body: new URLSearchParams(next.form) } : {}),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/s);
      jar.set(name, value);
    }
    const to = answer.headers.get('location');
    const page = await answer.text();
    if (to) {
      next = { url: new URL(to, next.url).href };
      continue;
    }
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    const action = /action="([^"]+)"/.exec(page)?.[1];
    if (!prompt || !action) throw new Error(`The provider shows ${answer.status}: ${page.slice(0, 500)}`);
    next = {
      url: new URL(action, next.url).href,
      form: { prompt, ...(prompt === 'login' ? { login: user, password: 'any' } : {}) },
    };
  }
  throw new Error('The provider leads round in a circle.');
}
