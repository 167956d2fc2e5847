import type { Mail } from './mail.ts';

/** Unix-to-Unix encoding, still sent by old gateways; null when the bytes are none. One pass over the lines. */
export function uudecode(bytes: Uint8Array): { name: string; bytes: Uint8Array } | null {
  const text = Buffer.from(bytes).toString('latin1');
  const begin = /^begin [0-7]{3,4} ([^\r\n]{1,255})\r?\n/m.exec(text.slice(0, 2_000));
  if (!begin) return null;
  const out: number[] = [];
  for (const line of text.slice(begin.index + begin[0].length).split(/\r?\n/)) {
    if (line === 'end' || line === '`' || line === '') break;
    let left = (line.charCodeAt(0) - 32) & 63;
    for (let i = 1; left > 0 && i < line.length; i += 4) {
      const [a, b, c, d] = [0, 1, 2, 3].map((k) => ((line.charCodeAt(i + k) || 32) - 32) & 63) as [
        number,
        number,
        number,
        number,
      ];
      for (const byte of [(a << 2) | (b >> 4), ((b & 15) << 4) | (c >> 2), ((c & 3) << 6) | d]) {
        if (left > 0) out.push(byte & 255);
        left -= 1;
      }
    }
  }
  return { name: (begin[1] ?? '').trim(), bytes: Uint8Array.from(out) };
}

/** A block of it within a body, from its first line to its last. */
const BLOCK = /^begin [0-7]{3,4} [^\r\n]{1,255}\r?\n(?:[\x20-\x60]{1,64}\r?\n)*?(?:`|[ ])?\r?\n?end[ \t]*$/gm;
const MAX_BLOCKS = 50;

/** Files written into a plain body become files; the words around them stay. */
export function takeUuencoded(bodies: Pick<Mail, 'text' | 'html' | 'attachments'>): typeof bodies {
  const { text } = bodies;
  if (text === null || !/^begin [0-7]{3,4} /m.test(text)) return bodies;
  const files: Mail['attachments'] = [];
  const rest = text.replace(BLOCK, (block) => {
    const file = files.length < MAX_BLOCKS ? uudecode(new TextEncoder().encode(block)) : null;
    if (file === null || file.bytes.length === 0) return block;
    files.push({
      name: file.name.replace(/^.*[/\\]/, '') || null,
      type: 'application/octet-stream',
      disposition: 'attachment',
      contentId: null,
      isInline: false,
      bytes: file.bytes,
    });
    return '';
  });
  return files.length === 0 ? bodies : { ...bodies, text: rest, attachments: [...bodies.attachments, ...files] };
}
