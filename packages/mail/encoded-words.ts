import { decodeText } from './charset.ts';

/** RFC 2047 says 75 characters a word; clients write whole subjects into one. The bound keeps the scan linear. */
const MAX_WORD_CHARACTERS = 4_000;
const WORD = new RegExp(`=\\?([^?\\s]{1,80})\\?([QqBb])\\?([^\\r\\n]{0,${MAX_WORD_CHARACTERS}}?)\\?=`, 'g');

type Piece = { literal: string } | { charset: string; encoding: string; bytes: Uint8Array };

/**
 * Header text with its encoded words read: neighbours of one charset are joined as bytes first, because clients cut
 * a character in two; unencoded question marks and blanks inside a word are forgiven.
 */
export function decodeWords(value: string): string {
  if (!value.includes('=?')) return value;
  const pieces = split(value);
  let out = '';
  for (let i = 0; i < pieces.length; i += 1) {
    const piece = pieces[i];
    if (piece === undefined) break;
    if ('literal' in piece) {
      const isBetweenWords = i > 0 && i + 1 < pieces.length && piece.literal.trim() === '';
      if (!isBetweenWords) out += piece.literal;
      continue;
    }
    const run: Uint8Array[] = [piece.bytes];
    let last = i;
    for (let next = i + 1; next < pieces.length; next += 1) {
      const other = pieces[next];
      if (other === undefined) break;
      if ('literal' in other) {
        if (other.literal.trim() === '') continue;
        break;
      }
      if (other.charset.toLowerCase() !== piece.charset.toLowerCase()) break;
      run.push(other.bytes);
      last = next;
    }
    out += decodeRun(run, piece.charset);
    i = last;
  }
  return out;
}

function split(value: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of value.matchAll(WORD)) {
    const [whole, charset = '', encoding = '', text = ''] = match;
    if (match.index > at) pieces.push({ literal: value.slice(at, match.index) });
    const isQ = encoding.toUpperCase() === 'Q';
    pieces.push({ charset, encoding, bytes: isQ ? fromQ(text) : new Uint8Array(Buffer.from(text, 'base64')) });
    at = match.index + whole.length;
  }
  if (at < value.length) pieces.push({ literal: value.slice(at) });
  return pieces;
}

/** A charset with state (iso-2022-jp) ends each word in ASCII, so joining is right for it too. */
function decodeRun(run: Uint8Array[], charset: string): string {
  return decodeText(Buffer.concat(run), charset);
}

function fromQ(text: string): Uint8Array {
  const spaced = text.replace(/=\s+([0-9A-Fa-f])/g, '=$1').replace(/_/g, ' ');
  const bytes = Buffer.from(spaced, 'utf8');
  const out = Buffer.alloc(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const hex = bytes[i] === 0x3d ? bytes.toString('latin1', i + 1, i + 3) : '';
    if (/^[0-9A-Fa-f]{2}$/.test(hex)) {
      out[length] = Number.parseInt(hex, 16);
      i += 2;
    } else out[length] = bytes[i] ?? 0;
    length += 1;
  }
  return new Uint8Array(out.subarray(0, length));
}
