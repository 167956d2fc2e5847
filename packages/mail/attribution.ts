import type { Body } from './body-lines.ts';
import { BEGINS, CITES, PERSONAL, WROTE_AT_END, WROTE_WORD } from './wrote-words.ts';

const MAX_ATTRIBUTION_LINES = 6;
const MAX_ATTRIBUTION_CHARACTERS = 500;
const MAX_BARE_CHARACTERS = 300;

/** How many lines an attribution ("On … wrote:") takes here, 0 when there is none. */
export function attributionLength(body: Body, at: number): number {
  const { lines } = body;
  const first = (lines[at] ?? '').trim();
  if (!mayBegin(first)) return 0;
  let text = '';
  for (let i = at; i < lines.length && i < at + MAX_ATTRIBUTION_LINES; i += 1) {
    const line = (lines[i] ?? '').trim();
    if (line === '' && !(lines[i + 1] ?? '').trim().startsWith('<')) break;
    if (i > at && body.isQuoted(i) && !/^>\s*(:|\p{L}+\s?:)/u.test(line)) break;
    text = `${text} ${line}`.trim();
    if (text.length > MAX_ATTRIBUTION_CHARACTERS) break;
    const strength = strengthOf(text);
    if (strength === null) continue;
    const last = verbFollows(lines[i + 1] ?? '') ? i + 1 : i;
    if (strength === 'maybe' && !quoteFollows(body, last)) continue;
    return beginsBelow(body, at, last) ? 0 : last - at + 1;
  }
  return 0;
}

/** A letter that only speaks of what somebody wrote is followed by more of the letter. */
function quoteFollows(body: Body, last: number): boolean {
  for (let i = last + 1; i < body.lines.length && i <= last + 3; i += 1) {
    if (body.isQuoted(i)) return true;
    if ((body.lines[i] ?? '').trim() !== '') return false;
  }
  return false;
}

/** "Le 4 janv. 2016, Neil <…>" with its verb alone on the next line. */
function verbFollows(next: string): boolean {
  const line = next.trim();
  return (
    line.length > 0 && line.length <= 40 && !line.startsWith('>') && WROTE_AT_END.test(line) && !/[@<\d]/.test(line)
  );
}

/** The window may have begun with a line of the letter above: then the attribution is left to a later line. */
function beginsBelow(body: Body, at: number, last: number): boolean {
  if (BEGINS.test((body.lines[at] ?? '').trim())) return false;
  for (let start = at + 1; start <= last; start += 1) {
    const text = body.lines
      .slice(start, last + 1)
      .map((line) => line.trim())
      .join(' ');
    if (strengthOf(text) === null) continue;
    const isWhole = text.split('<').length >= text.split('>').length;
    if (BEGINS.test(text) || (isWhole && !text.startsWith('<'))) return true;
  }
  return false;
}

/** Cheap first look: an attribution has a digit, an address or the verb in its first line. */
function mayBegin(line: string): boolean {
  return /\d|@|</.test(line) || WROTE_WORD.test(line);
}

const BRACKETED = /<[^<>]{0,200}@[^<>]{1,200}>|\([^()]{0,100}@[^()]{1,100}\)|&lt;.{3,80}&gt;|\[mailto:|<[^<>]{3,200}>/;
const TIME = /\d{1,2}[:.h]\s?\d{2}|\d{1,2}\s?([ap]\.?m\b|uhr)/i;
const DATE = /\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{1,4}|\d{1,2}:\d{2}|\b(19|20|25)\d\d\b|\d\s?[年년]\s?\d/;

/** 'sure' leads a quote whatever stands below; 'maybe' only where something quoted follows. */
function strengthOf(text: string): 'sure' | 'maybe' | null {
  const isBracketed = BRACKETED.test(text);
  const hasAddress = isBracketed || /@[\w-]+\./.test(text);
  const hasDate = DATE.test(text);
  // most lines have neither, and the verbs of all languages are the dearest to look for
  if (!hasAddress && !hasDate) return isPosted(text) ? 'maybe' : null;
  const endsLikeOne = WROTE_AT_END.test(text) || (WROTE_WORD.test(text) && /[:：]\s*[-–—]*\s*$/.test(text));
  if ((hasAddress || hasDate) && endsLikeOne) {
    if (isBracketed) return 'sure';
    const isTimed = TIME.test(text) && (hasAddress || BEGINS.test(text) || hasDate);
    return isTimed && !PERSONAL.test(text) ? 'sure' : 'maybe';
  }
  if (isBracketed && CITES.test(text)) return 'sure';
  // people tell what somebody said; news programs of old wrote so too
  if (hasDate && /\b(said|says)\s?:$/.test(text)) return 'maybe';
  return strengthOfBare(text, hasAddress, isBracketed);
}

const ISO_WITH_ZONE = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b.{0,40}\bGMT[+-]\d{2}:?\d{2}\s+\S.{0,120}$/u;
const DATE_FIRST =
  /^>?\s?(\d{4}\s?[年년]|(\p{L}{2,14}\.?,?\s+)?\d{1,4}[./\s-]{1,2}(\d{1,2}|\p{L}{3,12}\.?)[./,\s-]{1,2}\d{1,4})/u;
/** A clock's time, or a weekday and what stands for a date, before the year. */
const TIME_OR_DAY_FIRST = /^>?\s?(\d{1,2}[:.]\d{2}|\p{L}{2,14},)[^<>@]{0,50}\b20\d\d\b/u;

/** As forums wrote. */
function isPosted(text: string): boolean {
  return text.length <= MAX_BARE_CHARACTERS && /^posted by .{1,80} on \d/i.test(text);
}

/** A date, a name, perhaps an address, and no verb, or one of a language not known here. */
function strengthOfBare(text: string, hasAddress: boolean, isBracketed: boolean): 'sure' | 'maybe' | null {
  if (text.length > MAX_BARE_CHARACTERS) return null;
  if (ISO_WITH_ZONE.test(text) && !/[<,]$/.test(text)) return 'sure';
  if (isPosted(text)) return 'maybe';
  if (!hasAddress) return null;
  const endsWithColon = /[:：]$/.test(text);
  if (/(>|@[\w.-]+)\s*[:：]?$/.test(text)) {
    const isTimed = TIME.test(text) && endsWithColon;
    if (DATE_FIRST.test(text)) return isTimed ? 'sure' : 'maybe';
    if (isTimed && isBracketed && TIME_OR_DAY_FIRST.test(text)) return 'sure';
  }
  return isBracketed && endsWithColon && DATE.test(text) ? 'maybe' : null;
}
