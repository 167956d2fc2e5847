import { DEVICE_SIGNATURE, FORWARD_WORD, WROTE_AT_END, WROTE_WORD, headerLabel } from './quote-words.ts';

/** A line longer than this is prose or data, never a marker; it also bounds every pattern below. */
const MAX_MARKER_CHARACTERS = 300;
const MAX_ATTRIBUTION_LINES = 6;
const MAX_ATTRIBUTION_CHARACTERS = 500;
const MAX_HEADER_BLOCK_LINES = 16;
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

/** Name each line's kind. Linear: each line is looked at once, a window before it is bounded in lines and characters. */
export function nameLines(lines: readonly string[]): LineKind[] {
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
    const [named, length] = nameAt(lines, at, line);
    const kind = named === 'text' && isWrapped(lines, at, kinds[at - 1]) ? 'quote' : named;
    for (let i = 0; i < length; i += 1) kinds.push(kind);
  }
  return kinds;
}

/** The rest of a quoted line that a mail program broke without marking it: the line above is full and unfinished. */
function isWrapped(lines: readonly string[], at: number, above: LineKind | undefined): boolean {
  const before = (lines[at - 1] ?? '').trimEnd();
  const line = lines[at] ?? '';
  const isFull = before.length >= MIN_FULL_LINE && before.length <= MAX_FULL_LINE;
  if (above !== 'quote' || !isFull || !before.startsWith('>') || /[.?!:;]\W*$/u.test(before)) return false;
  const after = lines[at + 1] ?? '';
  const [word = ''] = line.split(' ', 1);
  const hadNoRoom = before.length + word.length >= MIN_BROKEN_LINE;
  return hadNoRoom && line.length < before.length && /^\p{Ll}/u.test(line) && /^\s*(>|$)/.test(after);
}

/** An opening fence without its end would swallow the quote below it. */
function hasFenceAfter(lines: readonly string[], at: number): boolean {
  const last = Math.min(lines.length, at + 500);
  for (let i = at + 1; i < last; i += 1) if (/^\s{0,3}```\s*$/.test(lines[i] ?? '')) return true;
  return false;
}

function nameAt(lines: readonly string[], at: number, line: string): [LineKind, number] {
  const bare = line.trim();
  if (bare === '') return ['blank', 1];
  // Trackers leave an invisible or tiny mark alone on a line.
  if (/^[\u200b\u200e\u200f\ufeff\u1427]+$/.test(bare)) return ['device', 1];
  if (isQuoted(line)) return ['quote', 1];
  if (bare.length > MAX_MARKER_CHARACTERS) return ['text', 1];
  if (isDelimiter(bare)) return ['delimiter', 1];
  const marker = markerKind(bare);
  if (marker !== null) return [marker, 1];
  if (bare.length <= 200 && DEVICE_SIGNATURE.test(bare)) return ['device', 1];
  const block = headerBlockLength(lines, at);
  if (block > 0) return ['header', block];
  const attribution = attributionLength(lines, at);
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

/** `-----Original Message-----` in any language: few words between two runs of dashes. */
function markerKind(bare: string): 'marker' | 'forward' | null {
  const inner = /^[*_\s]{0,4}[-–—_]{3,}\s?([^-–—_\s].{1,80}?)\s?[-–—_]{3,}[*_\s]{0,4}$/u.exec(bare)?.[1];
  if (inner !== undefined && !/\d:\d\d/.test(inner)) return FORWARD_WORD.test(inner) ? 'forward' : 'marker';
  const isOpening =
    bare.length <= 80 &&
    /[:：]$/.test(bare) &&
    FORWARD_WORD.test(bare) &&
    /\b(begin|start|anfang|début|inizio|inicio|início|message|nachricht|messaggio|mensaje|mensagem|bericht|сообщени|письм)/i.test(
      bare,
    );
  return isOpening ? 'forward' : null;
}

/**
 * How many lines the header of an original takes here. At least three fields, or two with an address, and a From or
 * Sent among them: "To: do" in a letter is none.
 */
function headerBlockLength(lines: readonly string[], at: number): number {
  const first = headerLabel(lines[at] ?? '');
  if (first === null || first === 'other') return 0;
  const seen = new Set<string>([first]);
  let length = 1;
  let isProven = /@|\d{4}/.test(lines[at] ?? '');
  for (let i = at + 1; i < lines.length && i < at + MAX_HEADER_BLOCK_LINES; i += 1) {
    const line = lines[i] ?? '';
    const label = headerLabel(line);
    if (label !== null) {
      seen.add(label);
      length = i - at + 1;
      isProven ||= /@|\d{4}/.test(line);
    } else if (line.trim() === '' ? !isBlankInside(lines, i) : !isContinued(lines, i)) break;
  }
  const isBlock =
    (seen.has('from') || seen.has('sent')) &&
    (seen.size >= 3 || (seen.size === 2 && length >= 2 && isProven && seen.has('from')));
  return isBlock ? length : 0;
}

/** Some clients put a blank line between the fields. */
function isBlankInside(lines: readonly string[], at: number): boolean {
  return headerLabel(lines[at + 1] ?? '') !== null;
}

/** A long recipient list or subject runs on into the next line or two. */
function isContinued(lines: readonly string[], at: number): boolean {
  return headerLabel(lines[at + 1] ?? '') !== null || headerLabel(lines[at + 2] ?? '') !== null;
}

/** How many lines an attribution takes here, 0 when there is none. */
function attributionLength(lines: readonly string[], at: number): number {
  const first = (lines[at] ?? '').trim();
  if (!mayBegin(first)) return 0;
  let text = '';
  for (let i = at; i < lines.length && i < at + MAX_ATTRIBUTION_LINES; i += 1) {
    const line = (lines[i] ?? '').trim();
    if (line === '' && !(lines[i + 1] ?? '').trim().startsWith('<')) break;
    if (i > at && isQuoted(lines[i] ?? '') && !/^>\s*(:|\p{L}+\s?:)/u.test(line)) break;
    text = `${text} ${line}`.trim();
    if (text.length > MAX_ATTRIBUTION_CHARACTERS) break;
    if (!isAttribution(text)) continue;
    const last = verbFollows(lines[i + 1] ?? '') ? i + 1 : i;
    return beginsBelow(lines, at, last) ? 0 : last - at + 1;
  }
  return 0;
}

/** "Le 4 janv. 2016, Neil <…>" with its verb alone on the next line. */
function verbFollows(next: string): boolean {
  const line = next.trim();
  return (
    line.length > 0 && line.length <= 40 && !line.startsWith('>') && WROTE_AT_END.test(line) && !/[@<\d]/.test(line)
  );
}

/** The window may have begun with a line of the letter above: then the attribution is left to a later line. */
function beginsBelow(lines: readonly string[], at: number, last: number): boolean {
  if (BEGINS.test((lines[at] ?? '').trim())) return false;
  for (let start = at + 1; start <= last; start += 1) {
    const text = lines
      .slice(start, last + 1)
      .map((line) => line.trim())
      .join(' ');
    if (!isAttribution(text)) continue;
    const isWhole = text.split('<').length >= text.split('>').length;
    if (BEGINS.test(text) || (isWhole && !text.startsWith('<'))) return true;
  }
  return false;
}

/** How attributions begin: a preposition before the date, a weekday, or the date itself. */
const BEGINS =
  /^[\W_]{0,8}((on|at|in|am|um|le|el|il|em|den|op|dnia|dne|dňa|på|az|в|у|на|на|la|pe|vào|pada|tarihinde|ημέρα|στις|ב|في|在|el día)\s|\d{1,4}[\s./年-]|(mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|mié|jeu|jue|ven|vie|sam|sáb|dim|dom|gio|sab|seg|ter|qua|qui|sex|man|tir|ons|tor|lør|søn|пн|вт|ср|чт|пт|сб|вс|нед|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)[\p{L}]*[.,]?\s)/iu;

/** Cheap first look: an attribution has a digit, an address or the verb in its first line. */
function mayBegin(line: string): boolean {
  return /\d|@|</.test(line) || WROTE_WORD.test(line);
}

function isAttribution(text: string): boolean {
  const hasAddress = /@[\w-]+\.|&lt;.{3,80}&gt;|<[^<>]{3,200}>/.test(text);
  const hasDate = /\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}:\d{2}|\b(19|20)\d\d\b|\d年\d/.test(text);
  if ((hasAddress || hasDate) && WROTE_AT_END.test(text)) return true;
  if ((hasAddress || hasDate) && WROTE_WORD.test(text) && /[:：]\s*$/.test(text)) return true;
  return isBareAttribution(text, hasAddress);
}

/** Gmail and Yandex in some languages: a date, a name, perhaps an address, and no verb at all. */
function isBareAttribution(text: string, hasAddress: boolean): boolean {
  if (/^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b.{0,40}\bGMT[+-]\d{2}:?\d{2}\s+\S.{0,120}$/u.test(text) && !/[<,]$/.test(text))
    return true;
  const beginsWithDate =
    /^\d{4}\s?[年년]|^(\p{L}{2,12}\.?,?\s+)?\d{1,4}[./\s-]{1,2}(\d{1,2}|\p{L}{3,12}\.?)[./,\s-]{1,2}\d{2,4}/u.test(
      text,
    );
  return beginsWithDate && hasAddress && /(>|@[\w.-]+)\s*[:：]?$/.test(text) && text.length <= MAX_MARKER_CHARACTERS;
}
