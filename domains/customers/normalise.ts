import { domainToASCII } from 'node:url';
import { problem } from '#platform/problem';
import type { IdentityKind } from './contract.ts';

const notAnIdentity = problem(
  'customers/not-an-identity',
  422,
  'This is no address, number or name that somebody can be found by',
  'Check it for typing mistakes.',
);

/**
 * An identity as it is compared: two spellings of one address or number are one customer. Throws what cannot be reached
 * at all; the value as given is kept beside it.
 */
export function normaliseIdentity(kind: IdentityKind, value: string): string {
  const normalised = forms[kind](value.trim());
  if (!normalised || normalised.length > 320) throw notAnIdentity();
  return normalised;
}

const forms: Readonly<Record<IdentityKind, (value: string) => string | null>> = {
  address: normaliseAddress,
  phone: normalisePhone,
  handle: (value) => value.normalize('NFKC').replace(/^@/, '').toLowerCase(),
  external: (value) => value,
  visitor: (value) => value,
};

/**
 * Lower case, and the domain as the network writes it (`bücher.de` is `xn--bcher-kva.de`). The part before the @ is the
 * host's own business by the letter, but no host in use tells `Anna@` from `anna@`, and people type both.
 */
function normaliseAddress(value: string): string | null {
  const at = value.lastIndexOf('@');
  const domain = domainToASCII(value.slice(at + 1));
  // a lone domain that cannot be read (`user@[10.0.0.1]`, a broken name) is compared as it was written
  const host = domain === '' ? value.slice(at + 1).toLowerCase() : domain.toLowerCase();
  if (at < 1 || host === '' || /[\s<>]/.test(value)) return null;
  return `${value.slice(0, at).normalize('NFC').toLowerCase()}@${host}`;
}

/** `+` and digits where the country is told (`+351 21…`, `00351…`), plain digits where it is not. */
function normalisePhone(value: string): string | null {
  const digits = value.replace(/\D/g, '');
  if (digits.length < 3 || digits.length > 20) return null;
  if (value.startsWith('+')) return `+${digits.replace(/^0+/, '')}`;
  return digits.startsWith('00') ? `+${digits.slice(2)}` : digits;
}
