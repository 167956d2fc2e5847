import { Readable } from 'node:stream';

/** As much of a file as says what it is, in bytes. */
const headBytes = 32;

const starts = (head: Buffer, bytes: string, at = 0): boolean =>
  head.subarray(at, at + bytes.length).toString('latin1') === bytes;

/**
 * The kind of a picture as its first bytes say it, of those that may be shown inside our own pages; null for anything else,
 * whatever it is called and whatever its sender says of it.
 */
export function pictureKind(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, headBytes));
  if (starts(head, '\x89PNG\r\n\x1a\n')) return 'image/png';
  if (starts(head, '\xff\xd8\xff')) return 'image/jpeg';
  if (starts(head, 'GIF87a') || starts(head, 'GIF89a')) return 'image/gif';
  if (starts(head, 'RIFF') && starts(head, 'WEBP', 8)) return 'image/webp';
  return starts(head, 'ftypavif', 4) || starts(head, 'ftypavis', 4) ? 'image/avif' : null;
}

/** Looks at the first bytes of a file; what is given back still has all of it. */
export async function lookInto(file: Readable): Promise<{ kind: string | null; bytes: Readable }> {
  const rest = file[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const first: Buffer[] = [];
  let size = 0;
  while (size < headBytes) {
    const { done, value } = await rest.next();
    if (done) break;
    first.push(value);
    size += value.length;
  }
  const head = Buffer.concat(first);
  const bytes = Readable.from(whole(head, rest), { objectMode: false });
  // whoever stops reading, or never begins, closes the file
  bytes.once('close', () => file.destroy());
  return { kind: pictureKind(head), bytes };
}

async function* whole(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
