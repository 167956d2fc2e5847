import { lookup as askNames } from 'node:dns';
import { request as requestPlain } from 'node:http';
import { request as requestTls } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Config } from '#platform/config';
import { isPublicAddress } from './public-address.ts';

/** Longest a host may take, in milliseconds, and the longest answer that is read, in bytes. */
const callLimitMs = 10_000;
const answerLimit = 512 * 1024;

/** The host lies where this server asks nothing: within its own network. */
export class PrivateAddress extends Error {
  constructor(host: string) {
    super(`${host} lies on a private address.`);
    this.name = 'PrivateAddress';
  }
}

/** The host would be spoken with in the open. */
export class WithoutTls extends Error {
  constructor(host: string) {
    super(`${host} would be asked without TLS.`);
    this.name = 'WithoutTls';
  }
}

/** Whether whoever runs this server named a host of their own network as one that may be asked, also without TLS. */
export function isAllowedInside({ privateHosts }: Pick<Config, 'privateHosts'>, url: URL): boolean {
  const standard = url.protocol === 'https:' ? '443' : '80';
  return privateHosts.includes(`${url.hostname}:${url.port || standard}`);
}

/** What this door is asked with; the shape of the library of single sign-on. */
export interface OutsideAsk {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Asks a host that an administrator named, secrets and all: no redirects, no long answers, and nothing on a private address where the operator has not named its
 * host. The address is judged where the connection is made, so a name that changes its mind in between gains nothing.
 */
export function askOutside(config: Pick<Config, 'privateHosts'>): (url: string, ask: OutsideAsk) => Promise<Response> {
  return async (text, ask) => {
    const url = new URL(text);
    if (isAllowedInside(config, url)) return call(url, ask, undefined);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && !isPublicAddress(host)) throw new PrivateAddress(url.host);
    if (url.protocol !== 'https:') throw new WithoutTls(url.host);
    return call(url, ask, publicLookup);
  };
}

/** Finds the addresses of a name, and gives only those of the open internet. */
const publicLookup: LookupFunction = (host, options, done) => {
  askNames(host, { ...options, all: true }, (error, found) => {
    const open = (found ?? []).filter(({ address }) => isPublicAddress(address));
    const [first] = open;
    if (error) done(error, '');
    else if (!first) done(new PrivateAddress(host), '');
    else if (options.all) done(null, open);
    else done(null, first.address, first.family);
  });
};

function call(url: URL, ask: OutsideAsk, lookup: LookupFunction | undefined): Promise<Response> {
  const request = url.protocol === 'https:' ? requestTls : requestPlain;
  const limit = AbortSignal.timeout(callLimitMs);
  const signal = ask.signal ? AbortSignal.any([ask.signal, limit]) : limit;
  return new Promise((resolve, reject) => {
    const options = { method: ask.method, headers: ask.headers, signal, agent: false, ...(lookup ? { lookup } : {}) };
    const asked = request(url, options, (answer) => {
      const parts: Buffer[] = [];
      let bytes = 0;
      answer.on('data', (part: Buffer) => {
        bytes += part.length;
        parts.push(part);
        if (bytes > answerLimit) asked.destroy(new Error(`${url.host} answered with more than is read.`));
      });
      answer.on('error', reject);
      answer.on('end', () => {
        const status = answer.statusCode ?? 0;
        const headers = Object.entries(answer.headersDistinct).flatMap(([name, values]) =>
          (values ?? []).map((value): [string, string] => [name, value]),
        );
        const isEmpty = status === 204 || status === 205 || status === 304;
        resolve(new Response(isEmpty ? null : Buffer.concat(parts), { status, headers }));
      });
    });
    asked.on('error', reject);
    asked.end(ask.body instanceof URLSearchParams ? ask.body.toString() : (ask.body as string | undefined));
  });
}
