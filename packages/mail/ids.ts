import { createHmac, timingSafeEqual } from 'node:crypto';

/** 80 bits: far beyond guessing over SMTP, short enough for a 64-character local part. */
const SIGNATURE_BYTES = 10;
const MAX_LOCAL_CHARACTERS = 64;
const TOKEN = /\+t([0-9a-z]{1,13})\.([0-9a-v]{16})@/i;

/**
 * The id of a mail we send: it names the conversation and the entry, so that an answer finds home even when the
 * answerer's client keeps only this one id. `random` is at least 8 bytes, given by the caller.
 */
export function mintMessageId(conversationId: string, entryId: string, domain: string, random: Uint8Array): string {
  const clean = (value: string) => value.replace(/[^0-9A-Za-z_-]/g, '');
  const host = domain.replace(/[^0-9A-Za-z.-]/g, '').toLowerCase();
  return `rapport.${clean(conversationId)}.${clean(entryId)}.${Buffer.from(random).toString('hex')}@${host}`;
}

/** What an id of ours names, or null for everyone else's. It is a hint: it must still be looked up. */
export function readMessageId(id: string): { conversationId: string; entryId: string } | null {
  const match = /^rapport\.([0-9A-Za-z_-]{1,80})\.([0-9A-Za-z_-]{1,80})\.[0-9a-f]{8,128}@[0-9A-Za-z.-]{1,253}$/.exec(
    id,
  );
  return match ? { conversationId: match[1] ?? '', entryId: match[2] ?? '' } : null;
}

/** The part after `+` of a line's address that leads an answer home: `t<number>.<signature>`. */
export function plusToken(conversationNumber: number, secret: string): string {
  const number = conversationNumber.toString(36);
  return `t${number}.${sign(number, secret)}`;
}

/** `support@shop.example` with the token: the Reply-To of what we send. Null when the local part grows too long. */
export function plusAddress(address: string, conversationNumber: number, secret: string): string | null {
  const at = address.lastIndexOf('@');
  const local = `${address.slice(0, at).split('+')[0] ?? ''}+${plusToken(conversationNumber, secret)}`;
  return at <= 0 || local.length > MAX_LOCAL_CHARACTERS ? null : `${local}${address.slice(at)}`;
}

/** The conversation number an address proves, or null: unsigned and forged tokens are nothing. Constant time. */
export function readPlusToken(address: string, secret: string): number | null {
  const match = TOKEN.exec(address.slice(-400));
  if (!match) return null;
  const number = (match[1] ?? '').toLowerCase();
  const expected = Buffer.from(sign(number, secret));
  const given = Buffer.from((match[2] ?? '').toLowerCase());
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
  const value = Number.parseInt(number, 36);
  return Number.isSafeInteger(value) ? value : null;
}

/** Lower-case base32hex, because hosts and people change the case of a local part. */
function sign(number: string, secret: string): string {
  const bytes = createHmac('sha256', secret)
    .update(`rapport plus token ${number}`)
    .digest()
    .subarray(0, SIGNATURE_BYTES);
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  return bits.toString(32).padStart((SIGNATURE_BYTES * 8) / 5, '0');
}
