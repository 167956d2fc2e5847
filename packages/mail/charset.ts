import iconv from 'iconv-lite';
import { decodeStateful } from './stateful-charset.ts';

/** Latin labels are what a client writes when it does not know; their bytes are checked for UTF-8 first. */
const OFTEN_WRONG = new Set([
  'windows-1252',
  'iso-8859-1',
  'us-ascii',
  'ascii',
  'latin1',
  'iso-8859-15',
  'unknown-8bit',
  '8bit',
  'ansi_x3.4-1968',
  'ansi_x3.4-1986',
  'iso646-us',
  'us',
]);
/** Labels that no table has. */
const ALIASES: Readonly<Record<string, string>> = {
  chinesebig5: 'big5',
  'x-chinese-big5': 'big5',
  'cp-850': 'cp850',
  'x-mac-roman': 'macintosh',
  'ms-ansi': 'windows-1252',
  'x-windows-949': 'euc-kr',
};
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/**
 * Bytes to text under a charset label that may be missing, unknown or wrong. Never throws and never drops a byte:
 * what is no UTF-8 where UTF-8 was promised is read as windows-1252, byte by byte, instead of becoming U+FFFD.
 */
export function decodeText(bytes: Uint8Array, label?: string | null): string {
  const charset = (label ?? '')
    .slice(0, 200)
    .trim()
    .toLowerCase()
    .replace(/^["']+|["']+$/g, '')
    .replace(/\*.*$/, '');
  if (charset === '' || charset === 'utf-8' || charset === 'utf8' || OFTEN_WRONG.has(charset)) {
    const utf8 = tryUtf8(bytes);
    if (utf8 !== null) return utf8;
    if (charset === '') return isChinese(bytes) ? new TextDecoder('gb18030').decode(bytes) : mixed(bytes);
    return OFTEN_WRONG.has(charset) ? known(bytes, charset) : mixed(bytes);
  }
  return decodeStateful(bytes, charset) ?? known(bytes, ALIASES[charset] ?? charset);
}

/** Charsets that write other letters in ASCII bytes. */
const STATEFUL = /utf-?7|2022|^hz/i;

/** Whether the label matters at all: plain ASCII reads the same under nearly every one. */
export function needsDecoding(bytes: Uint8Array, label: string | undefined): boolean {
  return STATEFUL.test(label ?? '') || bytes.some((byte) => byte >= 0x80);
}

function known(bytes: Uint8Array, charset: string): string {
  // The WHATWG tables first: they know what clients really send (gb2312 is gbk, shift_jis is cp932).
  const isInTables = isWhatwg(charset);
  if (isInTables) {
    const text = new TextDecoder(endOf(bytes, charset)).decode(bytes);
    // Bytes that are none under their label but all are UTF-8 were mislabelled on the way.
    return text.includes('\ufffd') ? (tryUtf8(bytes) ?? tryNeighbours(bytes, charset) ?? text) : text;
  }
  const isInIconv: boolean = iconv.encodingExists(charset);
  if (isInIconv) return iconv.decode(Buffer.from(bytes), charset);
  const bare = charset.replace(/^(x-|cs)/, '').replace(/_/g, '-');
  if (bare !== charset && bare !== '') return known(bytes, bare);
  return tryUtf8(bytes) ?? mixed(bytes);
}

/** Clients of one country write one of its charsets under another's name. */
const NEIGHBOURS: ReadonlyArray<readonly [RegExp, readonly string[]]> = [
  [/2022-?jp/, ['euc-jp', 'shift_jis']],
  [/shift|sjis|cp932|windows-31j/, ['euc-jp']],
  [/euc-?jp/, ['shift_jis']],
  [/^gb|chinese/, ['big5']],
  [/big5/, ['gb18030']],
];

/** The text under the first of its neighbours that knows every byte. */
function tryNeighbours(bytes: Uint8Array, charset: string): string | null {
  for (const neighbour of NEIGHBOURS.find(([label]) => label.test(charset))?.[1] ?? []) {
    try {
      const text = new TextDecoder(neighbour, { fatal: true }).decode(bytes);
      if (!/[\u0080-\u009f]/.test(text)) return text;
    } catch {
      // not this one
    }
  }
  return null;
}

/** UTF-16 without a mark at its front: which half of the first letters is zero tells the order. */
function endOf(bytes: Uint8Array, charset: string): string {
  if (!/utf-?16|ucs-?2|unicode$/.test(charset) || bytes.length < 4) return charset;
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
  const zeros = [0, 0];
  for (let i = 0; i < Math.min(bytes.length, 200); i += 1) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even === odd) return charset;
  return even > odd ? 'utf-16be' : 'utf-16le';
}

function isWhatwg(charset: string) {
  try {
    // 'replacement' encodings (iso-2022-kr, hz) decode to one U+FFFD: that loses text, iconv does better.
    return new TextDecoder(charset).encoding !== 'replacement';
  } catch {
    return false;
  }
}

function tryUtf8(bytes: Uint8Array): string | null {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return null;
  }
}

/** Chinese spam and old clients send unlabelled GB bytes: nearly every high byte is half of a valid pair. */
function isChinese(bytes: Uint8Array): boolean {
  let pairs = 0;
  let lone = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    const next = bytes[i + 1] ?? 0;
    if (byte >= 0xa1 && byte <= 0xf7 && next >= 0xa1 && next <= 0xfe) {
      pairs += 1;
      i += 1;
    } else lone += 1;
  }
  return pairs >= 3 && lone * 20 < pairs;
}

/** UTF-8 where it is valid, windows-1252 for each byte that is not. */
function mixed(bytes: Uint8Array): string {
  const out: string[] = [];
  const latin = new TextDecoder('windows-1252');
  let start = 0;
  let i = 0;
  while (i < bytes.length) {
    const length = sequenceLength(bytes, i);
    if (length > 0) {
      i += length;
      continue;
    }
    if (i > start) out.push(new TextDecoder('utf-8').decode(bytes.subarray(start, i)));
    out.push(latin.decode(bytes.subarray(i, i + 1)));
    i += 1;
    start = i;
  }
  if (start < bytes.length) out.push(new TextDecoder('utf-8').decode(bytes.subarray(start)));
  return out.join('');
}

/** How many bytes a valid UTF-8 character takes here, 0 when there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  let length = 0;
  if (lead >= 0xc2 && lead <= 0xdf) length = 2;
  else if (lead >= 0xe0 && lead <= 0xef) length = 3;
  else if (lead >= 0xf0 && lead <= 0xf4) length = 4;
  if (length === 0) return 0;
  return tryUtf8(bytes.subarray(at, at + length)) === null || at + length > bytes.length ? 0 : length;
}
