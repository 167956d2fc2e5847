import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Config } from '#platform/config';
import { keyFor } from '#platform/secrets';

/** One row of the log as the chain reads it. */
export interface Link {
  readonly workspaceId: string;
  readonly position: number;
  readonly id: string;
  readonly at: Date;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string | null;
  readonly objectName: string | null;
  readonly change: unknown;
  readonly via: string;
  readonly address: string | null;
  readonly why: string | null;
}

/** Before the first row. */
export const noHash: Buffer = Buffer.alloc(32);

/** The hash of a row and of all before it: changing, removing or moving any of them changes every hash that follows. */
export function hashOf(before: Uint8Array, link: Link): Buffer {
  const { at, change, ...plain } = link;
  const told = [...Object.entries({ ...plain, at: at.toISOString() }).toSorted(byName), ['change', inOrder(change)]];
  return createHash('sha256').update(before).update(JSON.stringify(told)).digest();
}

/**
 * What only this installation can put below a hash. Who can write to the database can make hashes that fit each other,
 * and none of these: its key does not lie there.
 */
export function sealOf(config: Pick<Config, 'dataDir' | 'secretKey'>, hash: Uint8Array): Buffer {
  return createHmac('sha256', keyFor(config, 'audit')).update(hash).digest();
}

/** Whether two hashes are the same. */
export function isSame(one: Uint8Array | null, other: Uint8Array | null): boolean {
  return one !== null && other !== null && one.length === other.length && timingSafeEqual(one, other);
}

/** The database keeps the parts of a JSON object in an order of its own; the hash knows one. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return ['list', ...value.map(inOrder)];
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).toSorted(byName);
  return ['object', ...parts.map(([name, part]) => [name, inOrder(part)])];
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : Number(one > other);
}
