import { lookup as systemLookup } from 'node:dns/promises';
import { type IncomingMessage, request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { outsideUrl } from './outside-url.ts';
import { isPublicAddress } from './public-address.ts';
import { OutsideRefused } from './refused.ts';

export { OutsideRefused };

const standardTimeoutMs = 15_000;
const standardLimitBytes = 5 * 1_048_576;
const redirectLimit = 5;
/** Most addresses of one host that are tried. */
const addressLimit = 8;

export interface OutsideOptions {
  readonly accept?: string;
  /** Over all redirects and the body. */
  readonly timeoutMs?: number;
  readonly limitBytes?: number;
  readonly signal?: AbortSignal;
  /** Hosts with their port in the house's own network that the operator of this server allows (FETCH_PRIVATE_HOSTS). */
  readonly privateHosts?: readonly string[];
  /** Who says which addresses a name has; the machine's own resolver where none is given. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
}

export interface OutsideText {
  readonly status: number;
  /** Without its parameters, in small letters: `text/html`. */
  readonly mediaType: string;
  readonly text: string;
  /** Where it came from in the end. */
  readonly url: string;
}

/**
 * Fetches a text from the public internet. The name is resolved once, every address it has must be public, and the
 * connection goes to exactly that address: a name that answers otherwise the second time gains nothing. Each redirect
 * is looked at in the same way.
 */
export async function fetchOutside(address: string, options: OutsideOptions = {}): Promise<OutsideText> {
  const { timeoutMs = standardTimeoutMs } = options;
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = options.signal ? AbortSignal.any([timeout, options.signal]) : timeout;
  try {
    return await follow(outsideUrl(address), options, signal);
  } catch (error) {
    if (error instanceof OutsideRefused) throw error;
    if (timeout.aborted)
      throw new OutsideRefused('too-slow', `It took longer than ${Math.round(timeoutMs / 1000)} seconds.`);
    throw new OutsideRefused('unreachable', `It could not be reached: ${reasonOf(error)}.`);
  }
}

async function follow(first: URL, options: OutsideOptions, signal: AbortSignal): Promise<OutsideText> {
  let url = first;
  for (let redirects = 0; redirects <= redirectLimit; redirects += 1) {
    const target = await addressesOf(url, options, signal);
    const answer = await ask(url, target, options, signal);
    const status = answer.statusCode ?? 0;
    const { location } = answer.headers;
    if (location === undefined || ![301, 302, 303, 307, 308].includes(status)) return take(answer, url, options);
    answer.destroy();
    url = nextUrl(url, location);
  }
  throw new OutsideRefused('redirects', `It led on more than ${redirectLimit} times.`);
}

function nextUrl(from: URL, location: string): URL {
  if (!URL.canParse(location, from.href)) throw new OutsideRefused('redirects', 'It led on to what is no web address.');
  const next = outsideUrl(new URL(location, from).href);
  if (from.protocol === 'https:' && next.protocol === 'http:')
    throw new OutsideRefused('redirects', 'It led on from https to http, which is not followed.');
  return next;
}

/** The addresses of a host, all of them public, or the host is one that the operator of the server named. */
async function addressesOf(url: URL, options: OutsideOptions, signal: AbortSignal): Promise<readonly string[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [host] : await orAborted(resolveHost(host, options), signal);
  if (addresses.length === 0) throw new OutsideRefused('unreachable', `The name ${host} leads nowhere.`);
  const isAllowed = options.privateHosts?.includes(`${url.hostname}:${portOf(url)}`) ?? false;
  if (!isAllowed && !addresses.every(isPublicAddress))
    throw new OutsideRefused(
      'private',
      `${host} is an address of a private network. Whoever runs this server can allow it by FETCH_PRIVATE_HOSTS.`,
    );
  return addresses.slice(0, addressLimit);
}

async function resolveHost(host: string, { resolve }: OutsideOptions): Promise<readonly string[]> {
  try {
    if (resolve) return await resolve(host);
    return (await systemLookup(host, { all: true, verbatim: true })).map(({ address }) => address);
  } catch {
    return [];
  }
}

async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  return Promise.race([work, aborted]);
}

function portOf(url: URL): string {
  if (url.port !== '') return url.port;
  return url.protocol === 'https:' ? '443' : '80';
}

/** One question to one of the addresses; the name stays what TLS and the server are told. */
function ask(
  url: URL,
  addresses: readonly string[],
  { accept = '*/*' }: OutsideOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const known = addresses.map((address) => ({ address, family: isIP(address) }));
  const lookup: RequestOptions['lookup'] = (_host, asked, done) => {
    if (asked.all) done(null, known);
    else done(null, known[0]?.address ?? '', known[0]?.family ?? 4);
  };
  // no agent: a kept connection would skip the look at its address
  const how: RequestOptions = {
    agent: false,
    signal,
    lookup,
    // who is not asked to pack sends plainly
    headers: { accept, 'user-agent': 'Rapport' },
  };
  return new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? requestHttps(url, how) : requestHttp(url, how);
    request.once('response', resolve);
    request.once('error', reject);
    request.end();
  });
}

async function take(answer: IncomingMessage, url: URL, options: OutsideOptions): Promise<OutsideText> {
  const { limitBytes = standardLimitBytes } = options;
  const packed = answer.headers['content-encoding'] ?? '';
  const isPlain = /^(identity)?$/i.test(packed);
  const tooLarge = (): OutsideRefused =>
    new OutsideRefused('too-large', `It is larger than ${Math.round(limitBytes / 1_048_576)} MB.`);
  if (Number(answer.headers['content-length'] ?? 0) > limitBytes || !isPlain) {
    answer.destroy();
    throw isPlain ? tooLarge() : new OutsideRefused('answer', `It came packed (${packed}), which was not asked for.`);
  }
  const parts: Buffer[] = [];
  let sizeBytes = 0;
  // leaving the loop closes the connection
  for await (const part of answer) {
    sizeBytes += (part as Buffer).length;
    if (sizeBytes > limitBytes) throw tooLarge();
    parts.push(part as Buffer);
  }
  const type = answer.headers['content-type'] ?? '';
  return {
    status: answer.statusCode ?? 0,
    mediaType: (type.split(';')[0] ?? '').trim().toLowerCase(),
    text: decode(Buffer.concat(parts), /charset="?([\w.:-]+)/i.exec(type)?.[1]),
    url: url.href,
  };
}

function decode(bytes: Buffer, charset = 'utf-8'): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** What a socket says, in words that a person can look for. */
function reasonOf(error: unknown): string {
  const code = (error as { readonly code?: unknown } | null)?.code;
  const known: Readonly<Record<string, string>> = {
    ECONNREFUSED: 'nothing answers there',
    ECONNRESET: 'the connection broke off',
    ETIMEDOUT: 'nothing answers there',
    EHOSTUNREACH: 'there is no way to that host',
    ENETUNREACH: 'there is no way to that network',
    CERT_HAS_EXPIRED: 'its certificate has expired',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'nobody vouches for its certificate',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'nobody vouches for its certificate',
    ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  };
  return known[String(code)] ?? (typeof code === 'string' ? code : 'the connection broke off');
}
