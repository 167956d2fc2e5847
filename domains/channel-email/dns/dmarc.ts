import type { DnsRecord } from '../contract.ts';
import { type RecordCheck, texts } from './look-up.ts';

type Verdict = Pick<DnsRecord, 'state' | 'says'>;

/** What receiving hosts are told to do with mail that is not proven to be the domain's. */
export const checkDmarc: RecordCheck = async (ask, dns) => {
  const name = `_dmarc.${ask.domain}`;
  const own = await rulesAt(dns, name);
  const above = own.length > 0 ? null : await rulesAbove(dns, ask.domain);
  const found = above?.found ?? own;
  const set = `v=DMARC1; p=quarantine; rua=mailto:postmaster@${ask.domain}`;
  return { id: 'dmarc', type: 'TXT', name, set, found, ...judge(found, above?.from ?? null) };
};

function judge(found: readonly string[], above: string | null): Verdict {
  const [only] = found;
  if (only === undefined)
    return {
      state: 'bad',
      says: 'Anybody can write in your name, and large hosts distrust mail without a rule. Set this record.',
    };
  if (found.length > 1)
    return { state: 'bad', says: 'There are several DMARC records, and then none counts: keep one.' };
  const policy = ruleOf(only, above === null ? ['p'] : ['sp', 'p']);
  const where = above === null ? '' : ` It is the rule of ${above}.`;
  if (policy === 'none')
    return {
      state: 'warning',
      says: `It only watches (p=none). Once its reports show nobody else sending for you, set quarantine or reject.${where}`,
    };
  if (policy === 'quarantine' || policy === 'reject')
    return {
      state: 'good',
      says: `Mail that only pretends to be yours is ${policy === 'reject' ? 'refused' : 'put into spam'}.${where}`,
    };
  return {
    state: 'bad',
    says: 'It names no policy that is known (p=none, quarantine or reject): then it counts for nothing.',
  };
}

async function rulesAt(dns: Parameters<RecordCheck>[1], name: string): Promise<readonly string[]> {
  return (await texts(dns, name)).filter((text) => /^v=DMARC1\s*(;|$)/i.test(text));
}

/** A domain without a rule of its own stands under that of the domain above it. */
async function rulesAbove(dns: Parameters<RecordCheck>[1], domain: string) {
  const labels = domain.split('.');
  for (let at = 1; at <= labels.length - 2; at += 1) {
    const from = labels.slice(at).join('.');
    const found = await rulesAt(dns, `_dmarc.${from}`);
    if (found.length > 0) return { from, found };
  }
  return null;
}

/** The first of these parts that the record names. */
function ruleOf(record: string, parts: readonly string[]): string | null {
  for (const part of parts) {
    const said = new RegExp(`(?:^|;)\\s*${part}\\s*=\\s*(\\w+)`, 'i').exec(record)?.[1];
    if (said !== undefined) return said.toLowerCase();
  }
  return null;
}
