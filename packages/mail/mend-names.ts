import { decodeText } from './charset.ts';

const LF = 0x0a;

/**
 * Names of files in raw 8-bit letters that are no UTF-8: each such line of a part's header is rewritten in UTF-8, which is
 * all the MIME reader knows. Everything else keeps its bytes.
 */
export function mendNames(raw: Uint8Array): Uint8Array {
  if (isUtf8(raw)) return raw;
  const pieces: Uint8Array[] = [];
  let from = 0;
  for (let at = 0; at < raw.length; ) {
    const found = raw.indexOf(LF, at);
    const end = found < 0 ? raw.length : found + 1;
    const line = raw.subarray(at, end);
    if (isNameLine(line) && !isUtf8(line)) {
      pieces.push(raw.subarray(from, at), new TextEncoder().encode(decodeText(line, 'windows-1252')));
      from = end;
    }
    at = end;
  }
  return from === 0 ? raw : new Uint8Array(Buffer.concat([...pieces, raw.subarray(from)]));
}

/** Only such lines, and no longer than a header's: what a body says is not touched. */
function isNameLine(line: Uint8Array): boolean {
  if (line.length > 1_000 || !line.some((byte) => byte >= 0x80)) return false;
  const text = Buffer.from(line).toString('latin1');
  return /^(content-(type|disposition)\s*:.{0,200}|[ \t]+)\b(file)?name\s*=/i.test(text);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
