import { isIP } from 'node:net';
import type { AskDns } from '../ask-dns.ts';
import { isPublic } from '../check-sender.ts';
import type { DnsRecord } from '../contract.ts';
import { addressesOf, type DnsAsk, type RecordCheck, texts } from './look-up.ts';

/** Large hosts send from many addresses, and say themselves how they are allowed. */
const largeHosts: readonly { readonly host: RegExp; readonly allow: string }[] = [
  { host: /(^|\.)(gmail|google|googlemail)\.com$/, allow: 'include:_spf.google.com' },
  { host: /(^|\.)(office365|outlook)\.com$/, allow: 'include:spf.protection.outlook.com' },
  { host: /(^|\.)(fastmail|messagingengine)\.com$/, allow: 'include:spf.messagingengine.com' },
  { host: /(^|\.)amazonaws\.com$/, allow: 'include:amazonses.com' },
];
/** Most addresses of one host that are tried. */
const triedLimit = 4;

type Verdict = Pick<DnsRecord, 'state' | 'says'>;

/** Whether the host that carries our answers may send in the domain's name. */
export const checkSpf: RecordCheck = async (ask, dns) => {
  const found = (await texts(dns, ask.domain)).filter((text) => /^v=spf1(\s|$)/i.test(text));
  const allow = ask.outgoingHost === null ? null : wayFor(ask.outgoingHost);
  const set = allow === null ? null : withWay(found[0] ?? 'v=spf1 ~all', allow);
  const verdict = await judge(ask, found, allow, dns);
  // where it is not known which address sends, nothing can be advised
  return { id: 'spf', type: 'TXT', name: ask.domain, set: verdict.state === 'unknown' ? null : set, found, ...verdict };
};

async function judge(ask: DnsAsk, found: readonly string[], allow: string | null, dns: AskDns): Promise<Verdict> {
  const { outgoingHost } = ask;
  if (outgoingHost === null || allow === null)
    return { state: 'unknown', says: 'No outgoing server is set yet, so there is nobody to allow.' };
  const [only] = found;
  if (only === undefined)
    return {
      state: 'bad',
      says: `Nothing says who may send in the name of ${ask.domain}: answers may land in spam. Set this record.`,
    };
  if (found.length > 1)
    return { state: 'bad', says: 'There are several SPF records, and then none counts: join them into one.' };
  if (/\s\+?all(\s|$)/i.test(only))
    return { state: 'bad', says: 'It allows everybody (“+all”): end it with “~all” or “-all”.' };
  if (new RegExp(`\\s\\+?${allow.replace(/[.]/g, '\\.')}(\\s|$)`, 'i').test(only))
    return { state: 'good', says: `${outgoingHost} may send in the name of ${ask.domain}.` };
  return evaluated(ask, outgoingHost, dns);
}

/** What a receiving host would find, for the addresses that the outgoing host has. */
async function evaluated(ask: DnsAsk, host: string, dns: AskDns): Promise<Verdict> {
  const known = isIP(host) ? [host] : await addressesOf(dns, host);
  const tried = known.filter(isPublic).slice(0, triedLimit);
  // how a large host is allowed is known, whatever its address
  if (tried.length === 0 && wayFor(host).startsWith('include:')) return notAllowed(host);
  if (tried.length === 0)
    return {
      state: 'unknown',
      says: `${host} has no public address that could be checked. Whoever runs it knows the address it sends from: that one must be allowed.`,
    };
  const { spf } = await import('mailauth/lib/spf/index.js');
  for (const ip of tried) {
    const { status } = await spf({ sender: ask.address, ip, helo: host, mta: 'rapport', resolver: dns as never });
    if (status.result === 'pass') return { state: 'good', says: `${host} may send in the name of ${ask.domain}.` };
    if (status.result === 'permerror')
      return {
        state: 'bad',
        says: 'The record cannot be read to its end (too many look-ups, or a mistake in it): then it counts for nothing.',
      };
    if (status.result === 'temperror')
      return { state: 'unknown', says: 'A name server on its way did not answer. Check again in a minute.' };
  }
  return notAllowed(host);
}

function notAllowed(host: string): Verdict {
  return {
    state: 'bad',
    says: `It does not allow ${host}, which carries your answers: they may land in spam. Set it like this.`,
  };
}

function wayFor(host: string): string {
  const large = largeHosts.find((one) => one.host.test(host.toLowerCase()));
  if (large) return large.allow;
  if (isIP(host) === 4) return `ip4:${host}`;
  return isIP(host) === 6 ? `ip6:${host}` : `a:${host}`;
}

/** The record as it is, with one way more before its end. */
function withWay(record: string, way: string): string {
  const terms = record.trim().split(/\s+/);
  if (terms.some((term) => term.replace(/^\+/, '').toLowerCase() === way)) return record;
  const end = terms.findIndex((term) => /^([~?+-]?all|redirect=.*)$/i.test(term));
  return (end < 0 ? [...terms, way, '~all'] : terms.toSpliced(end, 0, way)).join(' ');
}
