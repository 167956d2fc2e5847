import { hkdfSync, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '#platform/config';

const keyBytes = 32;

const known = new Map<string, Buffer>();
/** By place and purpose: each mail asks for several, and deriving one costs as much as a statement. */
const derived = new Map<string, Buffer>();

/**
 * A key of 32 bytes for one purpose ('seal', 'sessions'), derived from the secret of this installation. Each purpose has
 * its own, so that what leaks of one says nothing about the other.
 */
export function keyFor(config: Pick<Config, 'dataDir' | 'secretKey'>, purpose: string): Buffer {
  const place = config.secretKey ?? config.dataDir;
  const ready = derived.get(`${purpose} ${place}`);
  if (ready) return ready;
  const secret = known.get(place) ?? (config.secretKey ? Buffer.from(config.secretKey) : secretInFile(config.dataDir));
  known.set(place, secret);
  const key = Buffer.from(hkdfSync('sha256', secret, 'rapport', purpose, keyBytes));
  derived.set(`${purpose} ${place}`, key);
  return key;
}

/** The secret in `secret.key`, readable by us alone; made when it is missing. */
function secretInFile(dataDir: string): Buffer {
  const file = join(dataDir, 'secret.key');
  const before = readIfThere(file);
  if (before) return before;
  mkdirSync(dataDir, { recursive: true });
  const draft = `${file}.${process.pid}`;
  const descriptor = openSync(draft, 'w', 0o600);
  writeSync(descriptor, `${randomBytes(keyBytes).toString('base64')}\n`);
  fsyncSync(descriptor);
  closeSync(descriptor);
  try {
    // a link appears whole or not at all, and refuses where another start was first: its secret is the one that counts
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const made = readIfThere(file);
  if (!made) throw new Error(`The secret key could not be kept in ${file}.`);
  return made;
}

function readIfThere(file: string): Buffer | null {
  try {
    const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
    if (secret.length < keyBytes)
      throw new Error(`${file} is damaged: put it back from your backup, or give SECRET_KEY.`);
    return secret;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
