import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Schema } from './backup-schema.ts';

/*
 * A backup is one file: a line that says what it is, then frames. A frame is a letter, its length in four bytes, and its
 * bytes. `H` the head (what the database is made of), then for each table and stored file `S` (its name), `D` … (its bytes,
 * one zstd stream cut into frames) and `E` (its count and hash), and at last `M`, the manifest with the hash of all before.
 */
const firstLine = Buffer.from('rapport-backup 1\n');
const longestFrame = 64 * 1024 * 1024;

export type Head = {
  madeAt: string;
  postgres: string;
  /** The migrations that had run, so that a restore can be told apart from a later version's. */
  migrations: string[];
  schema: Schema;
};

/** A table by `schema` and `name`; a stored file by its `path`. */
export type Start = { kind: 'table'; schema: string; name: string; columns: string[] } | { kind: 'file'; path: string };
export type End = { rows: number; bytes: number; sha256: string };
export type Entry = Start & End;
export type Manifest = { entries: Entry[]; sha256: string };

type Frame = { letter: string; bytes: Buffer };

/** Writes frames into a file, and waits where the disk does. */
export type BackupWriter = {
  head(head: Head): Promise<void>;
  start(start: Start): Promise<void>;
  data(bytes: Buffer): Promise<void>;
  end(end: End): Promise<void>;
  /** Write the manifest and close. */
  finish(entries: Entry[]): Promise<number>;
  /** Close a file that will not be finished. */
  abandon(): void;
};

/** Begin a backup file. Nobody else may read it: it holds every customer's words. */
export async function createBackup(file: string): Promise<BackupWriter> {
  const stream = createWriteStream(file, { mode: 0o600, flags: 'wx' });
  await once(stream, 'open');
  const hash = createHash('sha256');
  await put(stream, hash, firstLine);
  const frame = (letter: string, bytes: Buffer) => put(stream, hash, frameOf(letter, bytes));
  const json = (letter: string, value: unknown) => frame(letter, zstdCompressSync(Buffer.from(JSON.stringify(value))));
  return {
    head: (head) => json('H', head),
    start: (start) => json('S', start),
    data: (bytes) => frame('D', bytes),
    end: (end) => json('E', end),
    async finish(entries) {
      const sha256 = hash.copy().digest('hex');
      await json('M', { entries, sha256 } satisfies Manifest);
      stream.end();
      await once(stream, 'close');
      return stream.bytesWritten;
    },
    abandon: () => stream.destroy(),
  };
}

/** Read a backup from its beginning, frame by frame. */
export type BackupReader = {
  head: Head;
  /** The next table or file, or `null` at the end. Its data must have been read. */
  next(): Promise<Start | null>;
  /** The compressed bytes of what `next` gave. */
  data(): AsyncGenerator<Buffer>;
  /** What was noted after the data. */
  end(): End;
  close(): Promise<void>;
};

/** Open a backup that `checkBackup` found whole. */
export async function openBackup(file: string): Promise<BackupReader> {
  const frames = readFrames(file);
  const take = async (...letters: string[]): Promise<Frame> => {
    const { value } = await frames.next();
    if (!value || !letters.includes(value.letter)) throw new Error(`${file} is damaged: a part is missing.`);
    return value;
  };
  const head = parse<Head>(await take('H'));
  let ended: End | null = null;
  return {
    head,
    async next() {
      const frame = await take('S', 'M');
      return frame.letter === 'M' ? null : parse<Start>(frame);
    },
    async *data() {
      for (let frame = await take('D', 'E'); ; frame = await take('D', 'E')) {
        if (frame.letter === 'D') yield frame.bytes;
        else return void (ended = parse<End>(frame));
      }
    },
    end() {
      if (!ended) throw new Error('The data was not read to its end.');
      return ended;
    },
    close: async () => void (await frames.return(undefined)),
  };
}

/** Read the whole file once and prove it against its own hash, before anything is done with it. */
export async function checkBackup(file: string, progress: (bytes: number) => void = () => {}): Promise<Manifest> {
  const hash = createHash('sha256').update(firstLine);
  let bytes = 0;
  for await (const frame of readFrames(file)) {
    if (frame.letter === 'M') {
      const manifest = parse<Manifest>(frame);
      if (manifest.sha256 === hash.digest('hex')) return manifest;
      throw new Error(`${file} is damaged: its contents do not fit its checksum.`);
    }
    hash.update(frameOf(frame.letter, frame.bytes));
    bytes += frame.bytes.length;
    progress(bytes);
  }
  throw new Error(`${file} is not whole: it ends before its manifest.`);
}

async function* readFrames(file: string): AsyncGenerator<Frame, undefined> {
  let rest: Buffer = Buffer.alloc(0);
  let isBegun = false;
  for await (const part of createReadStream(file, { highWaterMark: 1024 * 1024 })) {
    rest = rest.length === 0 ? part : Buffer.concat([rest, part]);
    if (!isBegun) {
      if (rest.length < firstLine.length) continue;
      if (!rest.subarray(0, firstLine.length).equals(firstLine))
        throw new Error(`${file} is no backup that this version of Rapport knows.`);
      rest = rest.subarray(firstLine.length);
      isBegun = true;
    }
    while (rest.length >= 5) {
      const length = rest.readUInt32BE(1);
      if (length > longestFrame) throw new Error(`${file} is damaged: a part is longer than any can be.`);
      if (rest.length < 5 + length) break;
      yield { letter: String.fromCharCode(rest.readUInt8(0)), bytes: rest.subarray(5, 5 + length) };
      rest = rest.subarray(5 + length);
    }
  }
  if (!isBegun) throw new Error(`${file} is no backup that this version of Rapport knows.`);
}

function frameOf(letter: string, bytes: Buffer): Buffer {
  const lead = Buffer.alloc(5);
  lead.write(letter, 0, 'latin1');
  lead.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([lead, bytes]);
}

async function put(stream: WriteStream, hash: Hash, bytes: Buffer): Promise<void> {
  hash.update(bytes);
  if (stream.errored) throw stream.errored;
  if (!stream.write(bytes)) await once(stream, 'drain');
}

function parse<Value>(frame: Frame): Value {
  return JSON.parse(zstdDecompressSync(frame.bytes).toString()) as Value;
}
