import iconv from 'iconv-lite';

const ESCAPE = 0x1b;
const SHIFT_OUT = 0x0e;
const SHIFT_IN = 0x0f;
const TILDE = 0x7e;

/** Charsets that write two-byte letters in ASCII bytes between marks, and that no table of the web or of iconv reads. */
export function decodeStateful(bytes: Uint8Array, charset: string): string | null {
  if (/^(cs)?iso-?2022-?kr$/.test(charset)) return decodeAs('euc-kr', liftShifted(bytes));
  if (/^hz(-gb-?2312)?$/.test(charset)) return decodeAs('gb18030', liftTildes(bytes));
  // two words that were joined leave "back to ASCII" right before "to Japanese": the web's table calls that an error
  if (!/^(cs)?iso-?2022-?jp/.test(charset)) return null;
  const text = decodeAs('iso-2022-jp', dropEmptyEscapes(bytes));
  return text.includes('\ufffd') ? null : text;
}

function decodeAs(charset: string, bytes: Uint8Array): string {
  return charset === 'iso-2022-jp' ? new TextDecoder(charset).decode(bytes) : iconv.decode(Buffer.from(bytes), charset);
}

/** Between SO and SI each byte is half of a Korean letter. */
function liftShifted(bytes: Uint8Array): Uint8Array {
  const out: number[] = [];
  let isLifted = false;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    const isDesignation = byte === ESCAPE && bytes[i + 1] === 0x24 && bytes[i + 2] === 0x29;
    if (isDesignation) i += 3;
    else if (byte === SHIFT_OUT || byte === SHIFT_IN) isLifted = byte === SHIFT_OUT;
    else out.push(isLifted && byte > 0x20 ? byte | 0x80 : byte);
  }
  return Uint8Array.from(out);
}

/** Between `~{` and `~}` each byte is half of a Chinese letter; `~~` is a tilde. */
function liftTildes(bytes: Uint8Array): Uint8Array {
  const out: number[] = [];
  let isLifted = false;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    const next = bytes[i + 1];
    if (byte === TILDE && (next === 0x7b || next === 0x7d || next === TILDE)) {
      if (next === TILDE) out.push(TILDE);
      else isLifted = next === 0x7b;
      i += 1;
      continue;
    }
    if (byte === 0x0a) isLifted = false;
    out.push(isLifted && byte > 0x20 ? byte | 0x80 : byte);
  }
  return Uint8Array.from(out);
}

function dropEmptyEscapes(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes are control characters
  return new Uint8Array(Buffer.from(text.replace(/\x1b\([BJ](?=\x1b\$)/g, ''), 'latin1'));
}
