import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { type FileHandle, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** What of one mail stays in memory while it arrives; the rest of a larger one lies on disk. */
const memoryBytes = 256 * 1024;
/** Most bytes that arrive, or wait to be taken in, at once over all clients: beyond it a host is asked to come again. */
const arrivingLimitBytes = 1024 * 1024 * 1024;
/** Most bytes of mails that are read whole at once; one alone may be larger. */
const takingLimitBytes = 64 * 1024 * 1024;
/** Longest a whole mail waits to be taken in, in milliseconds: hosts wait longer for our answer. */
const waitLimitMs = 50_000;
/** What is older was left by a process that was killed, in milliseconds. */
const leftLimitMs = 3_600_000;

/** A mail that stands at the door, whole. */
export interface Arrived {
  readonly sizeBytes: number;
  /** Reads it, gives it to the work, and forgets it; how many are in hand at once is bounded by their bytes. */
  take<T>(work: (body: Buffer) => Promise<T>): Promise<T>;
  /** It is not wanted. */
  drop(): Promise<void>;
}

/** Why a mail cannot be held now: the host keeps it and comes again. */
export class NotNow extends Error {}

/** What one mail takes of the room. */
export interface Place {
  /** Whether there is room for so many bytes in all; then they are kept for it. */
  grow(bytes: number): boolean;
  leave(): void;
}

/** Where mails stand while they arrive. */
export interface Arrivals {
  /** A place for a mail, before it comes; it is left again once the mail was taken in or dropped. */
  place(): Place;
  /** Holds a mail as it comes. Reads to the end whatever happens, so that the client hears our answer. */
  hold(stream: Readable, place: Place, isTooLarge: () => boolean): Promise<Arrived>;
}

/** Makes room for arriving mails in a folder of their own. */
export function makeArrivals(folder: string): Arrivals {
  mkdirSync(folder, { recursive: true });
  void sweepLeft(folder);
  const inTurn = makeGate();
  return {
    place: makeRoom(),
    async hold(stream, place, isTooLarge) {
      const path = join(folder, randomUUID());
      const drop = async () => {
        place.leave();
        await rm(path, { force: true });
      };
      try {
        const { pieces, sizeBytes } = await write(stream, path, place, isTooLarge);
        const read = async () => (pieces ? Buffer.concat(pieces) : readFile(path));
        return { sizeBytes, drop, take: (work) => inTurn(sizeBytes, async () => work(await read())).finally(drop) };
      } catch (error) {
        await drop();
        throw error;
      }
    },
  };
}

/** Writes a mail as it comes; what is small stays in memory, as pieces. After trouble the rest is read and dropped. */
async function write(stream: Readable, path: string, place: Place, isTooLarge: () => boolean) {
  let pieces: Buffer[] | null = [];
  let file: FileHandle | null = null;
  let sizeBytes = 0;
  let trouble: Error | null = null;
  try {
    for await (const piece of stream) {
      const chunk = piece as Buffer;
      if (trouble || isTooLarge()) continue;
      sizeBytes += chunk.length;
      if (!place.grow(sizeBytes)) {
        trouble = noRoom();
        continue;
      }
      pieces?.push(chunk);
      if (pieces && sizeBytes <= memoryBytes) continue;
      try {
        file ??= await open(path, 'wx', 0o600);
        await file.writeFile(pieces ? Buffer.concat(pieces) : chunk);
        pieces = null;
      } catch (error) {
        trouble = error as Error;
      }
    }
  } finally {
    await file?.close();
  }
  if (trouble) throw trouble;
  return { pieces, sizeBytes };
}

function noRoom(): NotNow {
  return new NotNow('Too many mails arrive at once');
}

function makeRoom(): () => Place {
  let takenBytes = 0;
  return () => {
    let ownBytes = 0;
    return {
      grow(bytes) {
        const more = Math.max(0, bytes - ownBytes);
        if (takenBytes + more > arrivingLimitBytes) return false;
        takenBytes += more;
        ownBytes += more;
        return true;
      },
      leave() {
        takenBytes -= ownBytes;
        ownBytes = 0;
      },
    };
  };
}

/** Lets work go on while its bytes, and those of all that goes on, are within the limit; first come, first served. */
function makeGate(): <T>(bytes: number, work: () => Promise<T>) => Promise<T> {
  let takingBytes = 0;
  const queue: { bytes: number; begin: () => void }[] = [];
  const next = (): void => {
    for (let first = queue[0]; first && fits(first.bytes); first = queue[0]) {
      queue.shift();
      takingBytes += first.bytes;
      first.begin();
    }
  };
  const fits = (bytes: number): boolean => takingBytes === 0 || takingBytes + bytes <= takingLimitBytes;
  return async (bytes, work) => {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        queue.splice(queue.indexOf(place), 1);
        reject(new NotNow('Too many large mails at once'));
      }, waitLimitMs);
      const place = {
        bytes,
        begin: () => {
          clearTimeout(timer);
          resolve();
        },
      };
      queue.push(place);
      next();
    });
    try {
      return await work();
    } finally {
      takingBytes -= bytes;
      next();
    }
  };
}

/** What a killed process left was never answered for: its hosts have it. */
async function sweepLeft(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found && Date.now() - found.mtimeMs > leftLimitMs) await rm(path, { force: true });
  }
}
