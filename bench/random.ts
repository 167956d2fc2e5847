/** Chance that repeats itself: the same seed gives the same data on every machine. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number below `limit`. */
  below(limit: number): number;
  chance(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  bytes(count: number): Buffer;
  /** A uuidv7 of that moment, in bytes: rows written in order of time lie in order of id, as in life. */
  idAt(ms: number): Buffer;
}

/** Mulberry32 (Tommy Ettinger): small, quick, and good enough for made-up customers. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const word = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const next = (): number => word() / 4_294_967_296;
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (share) => next() < share,
    pick<T>(from: readonly T[]): T {
      const picked = from[below(from.length)];
      if (picked === undefined) throw new Error('There is nothing to pick from.');
      return picked;
    },
    bytes(count) {
      const bytes = Buffer.allocUnsafe(count);
      for (let at = 0; at < count; at += 4) {
        const drawn = word();
        for (let part = 0; part < 4 && at + part < count; part += 1) bytes[at + part] = (drawn >>> (part * 8)) & 0xff;
      }
      return bytes;
    },
    idAt(ms) {
      const id = Buffer.allocUnsafe(16);
      id.writeUIntBE(ms, 0, 6);
      id.writeUInt32BE(word(), 6);
      id.writeUInt32BE(word(), 10);
      id.writeUInt16BE(word() & 0xffff, 14);
      id[6] = 0x70 | ((id[6] ?? 0) & 0x0f);
      id[8] = 0x80 | ((id[8] ?? 0) & 0x3f);
      return id;
    },
  };
}

/** An id as text. */
export function uuidText(id: Buffer): string {
  const hex = id.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** An id as bytes. */
export function uuidBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}
