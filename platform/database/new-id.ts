import { randomFillSync } from 'node:crypto';

/** Random bytes in store: asking for each id by itself cost ten times as much. */
const store = Buffer.alloc(8_190);
const idBytes = 10;
let taken = store.length;

let lastMs = 0;
let counter = 0;

/**
 * A new uuidv7, rising within this process also inside one millisecond, so that rows made together keep their order.
 * Nobody reads the time back out of an id: it is an address, not a date.
 */
export function newId(now: number = Date.now()): string {
  const random = nextRandom();
  if (now > lastMs) {
    lastMs = now;
    counter = ((random[0] ?? 0) << 2) | ((random[1] ?? 0) & 3);
  } else {
    counter += 1;
    if (counter > 0xfff) {
      lastMs += 1;
      counter = 0;
    }
  }
  const time = lastMs.toString(16).padStart(12, '0');
  const sequence = (0x7000 | counter).toString(16);
  const variant = (0x80 | ((random[2] ?? 0) & 0x3f)).toString(16).padStart(2, '0');
  const rest = random.subarray(3, 10).toString('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-${sequence}-${variant}${rest.slice(0, 2)}-${rest.slice(2)}`;
}

function nextRandom(): Buffer {
  if (taken + idBytes > store.length) {
    randomFillSync(store);
    taken = 0;
  }
  taken += idBytes;
  return store.subarray(taken - idBytes, taken);
}
