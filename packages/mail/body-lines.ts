import { attributionLength } from './attribution.ts';
import { isDevice } from './device-words.ts';
import { FORWARD_WORD, ORIGINAL_WORD } from './forward-words.ts';
import { headerBlockLength } from './header-block.ts';
import { type HeaderLabel, headerLabel } from './header-labels.ts';
import { isFooter, isSentence } from './sentences.ts';
import { WROTE_WORD } from './wrote-words.ts';

/** A line longer than this is prose or data, never a marker; it also bounds every pattern below. */
export const MAX_MARKER_CHARACTERS = 300;
/** Mail programs break lines at 72 to 80 characters. */
const MIN_FULL_LINE = 65;
const MAX_FULL_LINE = 80;
const MIN_BROKEN_LINE = 72;

/**
 * What a line of a body is: text, blank, quoted, an attribution ("On … wrote:"), a header block above an original, a
 * marker ("--- Original message ---"), a forward's marker, a rule or signature mark, a device's signature.
 */
export type LineKind =
  | 'text'
  | 'blank'
  | 'quote'
  | 'attribution'
  | 'header'
  | 'marker'
  | 'forward'
  | 'delimiter'
  | 'device';

/** The lines of a body, which of them are quoted (by sign or markup), and which look like a field of a mail's header. */
export interface Body {
  readonly lines: readonly string[];
  readonly isQuoted: (at: number) => boolean;
  readonly labelAt: (at: number) => HeaderLabel | null;
}

/**
 * Name each line's kind. Linear: each line is looked at once, a window around it is bounded in lines and characters.
 * `isMarked` tells which lines the markup shows as quoted.
 */
export function nameLines(raw: readonly string[], isMarked: (at: number) => boolean = () => false): LineKind[] {
  const lines = raw.map(inPlainSigns);
  const labels: (HeaderLabel | null)[] = [];
  const body: Body = {
    lines,
    isQuoted: (at) => isMarked(at) || isQuoted(lines[at] ?? ''),
    // several windows ask for the same line
    labelAt: (at) => (labels[at] === undefined ? (labels[at] = headerLabel(lines[at] ?? '')) : labels[at]),
  };
  const kinds: LineKind[] = [];
  let isCode = false;
  while (kinds.length < lines.length) {
    const at = kinds.length;
    const line = lines[at] ?? '';
    if (/^\s{0,3}```/.test(line)) {
      isCode = !isCode && hasFenceAfter(lines, at);
      kinds.push('text');
      continue;
    }
    if (isCode) {
      kinds.push('text');
      continue;
    }
    const [named, length] = nameAt(body, at, line);
    const kind = named === 'text' && isWrapped(lines, at, kinds[at - 1]) ? 'quote' : named;
    for (let i = 0; i < length; i += 1) kinds.push(kind);
  }
  return kinds;
}

const ODD =
  /[\u00a0\u2000-\u200a\u200e\u200f\u202a-\u202f\u2060\u2066-\u2069\u3000\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef]/;

/** Where the figures of Arabic, Persian, Hindi and Bengali begin. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6];

/** Blanks of every kind as one, marks of direction away, figures of other scripts as ours: for reading only. */
function inPlainSigns(line: string): string {
  if (!ODD.test(line)) return line;
  return line
    .replace(/[\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]/g, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef]/g, (sign) => {
      const code = sign.charCodeAt(0);
      return String(code - (ZEROS.findLast((zero) => zero <= code) ?? code));
    });
}

/** A bracket with a link in it that is not closed on this line. */
const OPEN_LINK = /[(<[]https?:\/\/[^\s)>\]]*$/;

/** The rest of a quoted line that a mail program broke without marking it: the line above is full and unfinished. */
function isWrapped(lines: readonly string[], at: number, above: LineKind | undefined): boolean {
  const before = (lines[at - 1] ?? '').trimEnd();
  const line = lines[at] ?? '';
  const after = lines[at + 1] ?? '';
  const isWithin = above === 'quote' && before.startsWith('>') && /^\s*(>|$)/.test(after);
  if (isWithin && OPEN_LINK.test(before.slice(-MAX_MARKER_CHARACTERS)) && /^\S{1,300}[)>\]]$/.test(line)) return true;
  const isFull = before.length >= MIN_FULL_LINE && before.length <= MAX_FULL_LINE;
  if (!isWithin || !isFull || /[.?!:;]\W*$/u.test(before)) return false;
  const [word = ''] = line.split(' ', 1);
  const hadNoRoom = before.length + word.length >= MIN_BROKEN_LINE;
  return hadNoRoom && line.length < before.length && /^\p{Ll}/u.test(line);
}

/** An opening fence without its end would swallow the quote below it. */
function hasFenceAfter(lines: readonly string[], at: number): boolean {
  const last = Math.min(lines.length, at + 500);
  for (let i = at + 1; i < last; i += 1) if (/^\s{0,3}```\s*$/.test(lines[i] ?? '')) return true;
  return false;
}

function nameAt(body: Body, at: number, line: string): [LineKind, number] {
  const bare = line.trim();
  // Trackers leave an invisible or tiny mark alone on a line.
  if (bare === '') return ['blank', 1];
  if (/^[\u200b\ufeff\u1427]+$/.test(bare)) return ['device', 1];
  if (isQuoted(line)) return ['quote', 1];
  if (bare.length > MAX_MARKER_CHARACTERS) return ['text', 1];
  if (isDelimiter(bare)) return [isUnderline(body, at, bare) || isSection(body, at, bare) ? 'text' : 'delimiter', 1];
  const marker = markerKind(body, at, bare);
  if (marker !== null) return [marker, 1];
  if (isDevice(bare)) return ['device', 1];
  const block = headerBlockLength(body, at);
  if (block > 0) return ['header', block];
  const attribution = attributionLength(body, at);
  return attribution > 0 ? ['attribution', attribution] : ['text', 1];
}

function isQuoted(line: string): boolean {
  const head = line.slice(0, 40);
  if (/^[ \t]{0,12}>/.test(head) && !/^[ \t]*>{2,}[^>]*<{2,}\s*$/.test(line.slice(0, 200))) return true;
  if (/^[\p{L}]{1,20}>(\s|$)/u.test(head)) return true;
  return /^\|(\s|$)/.test(head) && !/\|\s*$/.test(line.slice(1));
}

function isDelimiter(bare: string): boolean {
  return /^[-–—_=+~#*ᐧ\s]{2,}$/u.test(bare) && /^(.)(\s?\1)+$|^--\s?$|^—$/u.test(bare);
}

/** A heading of a letter with a rule of its own length right below. */
function isUnderline(body: Body, at: number, bare: string): boolean {
  const { lines } = body;
  const heading = (lines[at - 1] ?? '').trim();
  if (bare.length < 4 || !/^[=~-]/.test(bare) || heading === '') return false;
  return Math.abs(heading.length - bare.length) <= 2 && (lines[at - 2] ?? '').trim() === '' && !leadsOriginal(body, at);
}

/** The two dashes of a signature, and the mark a tracker leaves: below these never stands more of the letter. */
const SIGNATURE_MARK = /^(--|—|ᐧ)\s?$/u;

/** A rule with air below it, and then a sentence: the next part of a letter. A name right below it is a signature. */
function isSection(body: Body, at: number, bare: string): boolean {
  const { lines } = body;
  if (SIGNATURE_MARK.test(bare) || (lines[at + 1] ?? '').trim() !== '') return false;
  for (let i = at + 2; i < lines.length && i <= at + 4; i += 1) {
    const next = (lines[i] ?? '').trim();
    if (next === '') continue;
    const isOriginal = body.isQuoted(i) || body.labelAt(i) !== null || attributionLength(body, i) > 0;
    return !isOriginal && isSentence(next) && !isFooter(next);
  }
  return false;
}

/** `-----Original Message-----` in any language: few words between two runs of dashes. */
function markerKind(body: Body, at: number, bare: string): 'marker' | 'forward' | null {
  const inner = /^[*_<\s]{0,4}[-‐–—_=]{3,}\s{0,3}([^-‐–—_=\s].{1,80}?)\s{0,3}[-‐–—_=]{2,}[*_:>\s]{0,4}$/u.exec(
    bare,
  )?.[1];
  if (inner !== undefined && FORWARD_WORD.test(inner) && !WROTE_WORD.test(inner)) return 'forward';
  if (inner !== undefined && !/\d:\d\d/.test(inner)) {
    return ORIGINAL_WORD.test(inner) || leadsOriginal(body, at) ? 'marker' : null;
  }
  if (/^\[?original message processed by david/i.test(bare)) return 'marker';
  const isOpening = bare.length <= 80 && /[:：]$/.test(bare) && FORWARD_WORD.test(bare);
  return isOpening && leadsOriginal(body, at) ? 'forward' : null;
}

/** Whether the next words are an original's header or quoted: a heading between dashes in a letter leads neither. */
function leadsOriginal(body: Body, at: number): boolean {
  for (let i = at + 1; i < body.lines.length && i <= at + 3; i += 1) {
    if ((body.lines[i] ?? '').trim() === '') continue;
    return body.isQuoted(i) || body.labelAt(i) !== null;
  }
  return false;
}
