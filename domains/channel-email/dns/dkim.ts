import { createPublicKey } from 'node:crypto';
import type { DnsRecord } from '../contract.ts';
import { type RecordCheck, texts } from './look-up.ts';

/** Shorter keys count for nothing at large hosts, and these are the least that is advised, in bits. */
const leastBits = 1_024;
const goodBits = 2_048;

type Verdict = Pick<DnsRecord, 'state' | 'says'>;

/** Whether the key that the mail host signs with is published; Rapport does not sign itself. */
export const checkDkim: RecordCheck = async (ask, dns) => {
  const [first] = ask.selectors;
  const record = { id: 'dkim', type: 'TXT' } as const;
  if (first === undefined)
    return {
      ...record,
      name: `…._domainkey.${ask.domain}`,
      set: null,
      found: [],
      state: 'unknown',
      says: 'By which key your host signs is not known. Send a test: the mail that comes back shows it. Or name the selector in the form.',
    };
  let found: { readonly name: string; readonly keys: readonly string[] } = {
    name: keyName(first, ask.domain),
    keys: [],
  };
  for (const selector of ask.selectors) {
    const name = keyName(selector, ask.domain);
    const keys = (await texts(dns, name)).filter((text) => /(^|;)\s*p\s*=/i.test(text));
    if (keys.length > 0) found = { name, keys };
    if (keys.length > 0) break;
  }
  return { ...record, name: found.name, set: 'v=DKIM1; k=rsa; p=…', found: found.keys, ...judge(found.keys) };
};

function judge(keys: readonly string[]): Verdict {
  const [key] = keys;
  if (key === undefined)
    return {
      state: 'bad',
      says: 'The signature of your mails cannot be checked. Your mail host shows the key for this name: copy it from there.',
    };
  const value = (/(?:^|;)\s*p\s*=([^;]*)/i.exec(key)?.[1] ?? '').replace(/\s+/g, '');
  if (value === '')
    return { state: 'bad', says: 'This key was withdrawn (“p=” is empty): let your mail host make a new one.' };
  if (/(?:^|;)\s*k\s*=\s*ed25519/i.test(key))
    return { state: 'good', says: 'The key that signs your mails is published.' };
  const bits = bitsOf(value);
  if (bits === null)
    return { state: 'bad', says: 'This key cannot be read: copy it anew, whole, from your mail host.' };
  if (bits < leastBits)
    return {
      state: 'bad',
      says: `The key has ${bits} bits, too short to count. Let your mail host make one of ${goodBits}.`,
    };
  if (bits < goodBits)
    return {
      state: 'warning',
      says: `The key is published; with ${bits} bits it is short. One of ${goodBits} is better.`,
    };
  return { state: 'good', says: 'The key that signs your mails is published.' };
}

function bitsOf(value: string): number | null {
  try {
    const key = createPublicKey({ key: Buffer.from(value, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyDetails?.modulusLength ?? null;
  } catch {
    return null;
  }
}

function keyName(selector: string, domain: string): string {
  return `${selector}._domainkey.${domain}`;
}
