import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Config } from '#platform/config';
import { keyFor } from './secret-key.ts';

/** Sealed bytes: a version, the nonce, the tag, then what was sealed. */
const version = 1;
const nonceBytes = 12;
const tagBytes = 16;
const headBytes = 1 + nonceBytes + tagBytes;

/**
 * Seals a password or token (AES-256-GCM). `place` says where it belongs, for instance `line/<id>/password`: put anywhere
 * else it does not open.
 */
export function sealSecret(config: Pick<Config, 'dataDir' | 'secretKey'>, place: string, secret: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keyFor(config, 'seal'), nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), sealed]);
}

/** Opens what was sealed for this place; throws when the key is another one, or the bytes were changed or moved. */
export function openSecret(config: Pick<Config, 'dataDir' | 'secretKey'>, place: string, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed);
  if (bytes[0] !== version || bytes.length < headBytes) throw new Error('This is not sealed by us.');
  const nonce = bytes.subarray(1, 1 + nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', keyFor(config, 'seal'), nonce, { authTagLength: tagBytes })
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(1 + nonceBytes, headBytes));
  return Buffer.concat([decipher.update(bytes.subarray(headBytes)), decipher.final()]).toString('utf8');
}
