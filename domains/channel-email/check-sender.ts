import { isIP } from 'node:net';
import { headerOf, type Mail } from '#science/mail';
import type { AskDns } from './ask-dns.ts';

/** Whether a mail's sender is who it says, in a word and in a sentence. */
export interface SenderCheck {
  /** `none`: nothing to check it by. `unknown`: it could not be checked, or nobody says what would prove it. */
  readonly verdict: 'pass' | 'fail' | 'none' | 'unknown';
  readonly says: string;
  readonly spf?: string;
  readonly dkim?: string;
  readonly dmarc?: string;
  readonly arc?: string;
}

/** Who stood at the door, as the door saw it. */
export interface Way {
  readonly ip?: string;
  readonly helo?: string;
  readonly sender?: string;
}

/** Longest the names of one mail are asked for, in milliseconds: a slow name server never holds up mail. */
const checkLimitMs = 8_000;
/** Hosts that forward mail for many and say truly what they saw: their seal (ARC) stands for the check they made. */
const trustedSealers = new Set(['google.com', 'microsoft.com', 'fastmail.com', 'icloud.com', 'proton.me']);

const nothing: SenderCheck = { verdict: 'none', says: 'There is nothing to check its sender by.' };
const away: SenderCheck = {
  verdict: 'unknown',
  says: 'Its sender could not be checked: the name servers did not answer.',
};

/**
 * SPF, DKIM, DMARC and ARC of a mail, asked outside of any transaction and bounded in time. A mail without a signature
 * that came over our own wires alone has nothing to be checked by, and costs nothing.
 */
export async function checkSender(raw: Uint8Array, mail: Mail, way: Way, dns: AskDns): Promise<SenderCheck> {
  const hop = firstHopOutside(mail, way);
  const isSigned = ['dkim-signature', 'arc-seal'].some((name) => headerOf(mail, name) !== null);
  if (!mail.from || (!hop.ip && !isSigned)) return nothing;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<SenderCheck>((resolve) => {
    timer = setTimeout(() => resolve(away), checkLimitMs);
  });
  try {
    return await Promise.race([authenticated(raw, hop, dns), late]);
  } catch {
    return away;
  } finally {
    clearTimeout(timer);
  }
}

async function authenticated(raw: Uint8Array, hop: Way, dns: AskDns): Promise<SenderCheck> {
  // it loads a hundred files: only where a mail has something to be checked by
  const { authenticate } = await import('mailauth');
  const result = await authenticate(Buffer.from(raw), {
    ...hop,
    mta: 'rapport',
    disableBimi: true,
    resolver: dns as never,
  });
  const spf = hop.ip ? spfOf(result.spf) : undefined;
  const dkim = bestOf(result.dkim.results.map((one) => one.status.result));
  const dmarc = result.dmarc ? result.dmarc.status.result : 'none';
  const arc = result.arc ? result.arc.status.result : 'none';
  const found = { ...(spf ? { spf } : {}), dkim, dmarc, ...(arc === 'none' ? {} : { arc }) };
  const domain = result.dmarc ? (result.dmarc.status.header?.['from'] ?? '') : '';
  if (dmarc === 'fail' && arc === 'pass' && isSealedByTrusted(result.arc))
    return { verdict: 'pass', says: 'It was forwarded by a host that checked its sender (ARC).', ...found };
  return { ...judge(found, String(domain)), ...found };
}

function judge(
  found: { spf?: string; dkim: string; dmarc: string },
  domain: string,
): Pick<SenderCheck, 'verdict' | 'says'> {
  const passed = [found.spf === 'pass' ? 'SPF' : '', found.dkim === 'pass' ? 'DKIM' : ''].filter(Boolean).join(', ');
  if (found.dmarc === 'pass') return { verdict: 'pass', says: `Sender check passed: ${passed}.` };
  // without the address it came from only a signature could prove it: that none does says little
  if (found.dmarc === 'fail' && found.spf !== undefined)
    return { verdict: 'fail', says: `Sender check failed: ${domain} says that this is not its mail (DMARC).` };
  if (found.dmarc === 'temperror') return away;
  if (found.dmarc === 'fail')
    return {
      verdict: 'unknown',
      says: `Its sender is not proven: no signature of ${domain}, and its way is not known.`,
    };
  if (passed !== '')
    return { verdict: 'unknown', says: `${passed} passed; the domain sets no rule (DMARC) for its mail.` };
  return { verdict: 'unknown', says: 'The domain of its sender sets no rule (DMARC): anybody can write in its name.' };
}

/** The seal counts only from a host that is trusted, and only where that host saw the sender proven. */
function isSealedByTrusted(arc: unknown): boolean {
  const { signature, authenticationResults } = (arc ?? {}) as {
    signature?: { signingDomain?: string } | false;
    authenticationResults?: { dmarc?: { result?: string } | { result?: string }[] };
  };
  const sealer = signature ? (signature.signingDomain ?? '').toLowerCase() : '';
  const said = authenticationResults?.dmarc;
  const saw = Array.isArray(said) ? said[0]?.result : said?.result;
  return trustedSealers.has(sealer) && saw === 'pass';
}

/** Longest line of a host that is looked into, in characters: what a stranger wrote must not be searched over and over. */
const hopLimit = 2_000;

/**
 * Where our side was first spoken to from outside: the door's own client, or, behind a relay or a mailbox, the topmost
 * line that a host of ours wrote with a public address in it.
 */
function firstHopOutside(mail: Mail, way: Way): Way {
  if (way.ip && isPublic(way.ip)) return way;
  const returnPath = /<([^<>\s]*)>/.exec(headerOf(mail, 'return-path') ?? '')?.[1];
  for (const header of mail.headers) {
    if (header.name.toLowerCase() !== 'received') continue;
    const from = /^\s*from\s+(\S+)[^;]*?\[(?:IPv6:)?([0-9a-fA-F.:]+)\]/.exec(header.value.slice(0, hopLimit));
    const [helo, ip] = [from?.[1], from?.[2]];
    if (!ip || !isPublic(ip)) continue;
    const sender = returnPath ?? way.sender;
    return { ip, ...(helo ? { helo } : {}), ...(sender ? { sender } : {}) };
  }
  return {};
}

/** Whether an address can be reached from outside. */
export function isPublic(ip: string): boolean {
  const plain = ip.replace(/^::ffff:/i, '');
  if (isIP(plain) === 4)
    return !/^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./.test(plain);
  return isIP(plain) === 6 && !/^(::1?$|fe[89ab]|f[cd])/i.test(plain);
}

function spfOf(spf: { status: { result: string } } | false): string {
  return spf ? spf.status.result : 'none';
}

const order = ['pass', 'temperror', 'fail', 'policy', 'permerror', 'neutral', 'none'];

function bestOf(results: readonly string[]): string {
  return order.find((one) => results.includes(one)) ?? 'none';
}
