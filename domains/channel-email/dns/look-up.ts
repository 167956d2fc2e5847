import type { AskDns } from '../ask-dns.ts';
import type { DnsRecord } from '../contract.ts';

/** What the records of a line depend on. */
export interface DnsAsk {
  /** The domain behind the @ of its address. */
  readonly domain: string;
  readonly address: string;
  /** Mail comes through our own door, and by which name this server is reached. */
  readonly door: boolean;
  readonly ownHost: string;
  readonly hasMailbox: boolean;
  /** Where its answers leave; null where nothing is set. */
  readonly outgoingHost: string | null;
  /** The names of keys its host signs with, as far as they are known. */
  readonly selectors: readonly string[];
  /** The domain that mails of ours came back from in a test, where one was made. */
  readonly seenReturnPath: string | null;
}

/** One record's check. */
export type RecordCheck = (ask: DnsAsk, dns: AskDns) => Promise<DnsRecord>;

/** Somebody said that there is no such name: an answer, and no trouble. */
const nothingCodes = new Set(['ENOTFOUND', 'ENODATA']);

/** What a name has of one type; nothing where there is nothing. Throws where the name servers do not answer. */
export async function lookUp<T>(dns: AskDns, name: string, type: string): Promise<readonly T[]> {
  try {
    return (await dns(name, type)) as readonly T[];
  } catch (error) {
    if (nothingCodes.has((error as { code?: string }).code ?? '')) return [];
    throw error;
  }
}

/** The texts of a name, each whole: long ones come in parts. */
export async function texts(dns: AskDns, name: string): Promise<readonly string[]> {
  const found = await lookUp<string | readonly string[]>(dns, name, 'TXT');
  return found.map((one) => (typeof one === 'string' ? one : one.join('')));
}

/** The hosts that take mail of a domain, the first choice first. */
export async function mailHosts(dns: AskDns, domain: string): Promise<readonly { name: string; priority: number }[]> {
  const found = await lookUp<{ exchange: string; priority: number }>(dns, domain, 'MX');
  return found
    .map((one) => ({ name: one.exchange.replace(/\.$/, '').toLowerCase(), priority: one.priority }))
    .toSorted((a, b) => a.priority - b.priority);
}

/** The addresses of a host. */
export async function addressesOf(dns: AskDns, host: string): Promise<readonly string[]> {
  const [four, six] = await Promise.all([lookUp<string>(dns, host, 'A'), lookUp<string>(dns, host, 'AAAA')]);
  return [...four, ...six];
}
