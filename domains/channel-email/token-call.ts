import * as z from 'zod';
import type { Config } from '#platform/config';
import { askOutside, PrivateAddress, WithoutTls } from '#platform/fetch-outside';

/** A provider that does not say how long a token is good: this long, in seconds. */
const usualLifeSeconds = 3_600;

const Tokens = z.object({
  access_token: z.string().min(1).max(16_000),
  refresh_token: z.string().min(1).max(16_000).optional(),
  expires_in: z.coerce.number().int().positive().max(31_536_000).optional().catch(undefined),
});
const Refusal = z.object({ error: z.string().max(200), error_description: z.string().optional() });

/** What a provider gave. */
export interface Tokens {
  readonly access: string;
  /** Null: the one that was sent stays good. */
  readonly refresh: string | null;
  readonly lifeSeconds: number;
}

/** The provider answered, and the answer is no. `isFinal`: only a new consent helps. */
export class TokenRefused extends Error {
  readonly isFinal: boolean;
  constructor(message: string, isFinal: boolean) {
    super(message);
    this.name = 'TokenRefused';
    this.isFinal = isFinal;
  }
}

/** Asks a provider's token address (RFC 6749, the client in the body as Google, Microsoft and the standard take it). */
export async function callTokens(
  config: Pick<Config, 'privateHosts'>,
  tokenUrl: string,
  client: { id: string; secret: string | null },
  ask: Readonly<Record<string, string>>,
): Promise<Tokens> {
  const body = new URLSearchParams({
    ...ask,
    client_id: client.id,
    ...(client.secret === null ? {} : { client_secret: client.secret }),
  });
  const host = hostOf(tokenUrl);
  let answer: Response;
  try {
    answer = await askOutside(config)(tokenUrl, {
      method: 'POST',
      body,
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    });
  } catch (error) {
    throw new TokenRefused(notAsked(host, error), false);
  }
  const said = readJson(await answer.text());
  const tokens = Tokens.safeParse(said);
  if (answer.ok && tokens.success)
    return {
      access: tokens.data.access_token,
      refresh: tokens.data.refresh_token ?? null,
      lifeSeconds: tokens.data.expires_in ?? usualLifeSeconds,
    };
  throw refusalOf(host, answer.status, said);
}

function notAsked(host: string, error: unknown): string {
  if (error instanceof PrivateAddress)
    return `${host} lies on a private address. Whoever runs this server can name it in FETCH_PRIVATE_HOSTS.`;
  if (error instanceof WithoutTls) return `${host} is not asked without TLS: begin its address with https://.`;
  return `${host} did not answer. We try again.`;
}

function refusalOf(host: string, status: number, said: unknown): TokenRefused {
  const refusal = Refusal.safeParse(said);
  if (!refusal.success) return new TokenRefused(`${host} answered ${status} without a token.`, false);
  const { error, error_description: detail } = refusal.data;
  const words = `${host} says ${error}${detail ? `: ${detail.replace(/\s+/g, ' ').slice(0, 300)}` : ''}`;
  const isFinal = ['invalid_grant', 'invalid_client', 'unauthorized_client', 'access_denied'].includes(error);
  return new TokenRefused(words, isFinal);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
