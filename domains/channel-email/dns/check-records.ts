import type { AskDns } from '../ask-dns.ts';
import type { DnsRecord } from '../contract.ts';
import { checkDkim } from './dkim.ts';
import { checkDmarc } from './dmarc.ts';
import type { DnsAsk, RecordCheck } from './look-up.ts';
import { checkMx, checkReturnPath } from './mx.ts';
import { checkSpf } from './spf.ts';

/** Longest all records of a line are asked for, in milliseconds: a slow name server never holds up a page. */
const askLimitMs = 9_000;

const checks: readonly {
  readonly id: DnsRecord['id'];
  readonly type: DnsRecord['type'];
  readonly check: RecordCheck;
}[] = [
  { id: 'mx', type: 'MX', check: checkMx },
  { id: 'spf', type: 'TXT', check: checkSpf },
  { id: 'dkim', type: 'TXT', check: checkDkim },
  { id: 'dmarc', type: 'TXT', check: checkDmarc },
  { id: 'return-path', type: 'MX', check: checkReturnPath },
];

/** Everything the domain of a line should say in the DNS: what to set, what is found now, and what that means. */
export async function checkRecords(ask: DnsAsk, dns: AskDns, limitMs = askLimitMs): Promise<readonly DnsRecord[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), limitMs);
  });
  try {
    return await Promise.all(
      checks.map(async ({ id, type, check }) => {
        const found = await Promise.race([check(ask, dns).catch(() => null), late]);
        return found ?? { id, type, name: ask.domain, set: null, found: [], state: 'unknown' as const, says: away };
      }),
    );
  } finally {
    clearTimeout(timer);
  }
}

const away = 'The name servers did not answer in time, so nothing is known. Check again in a minute.';
