import { nameLines, type LineKind } from './body-lines.ts';
import { isFooter, isSentence } from './sentences.ts';

/** What each stretch of a body is; nothing is ever deleted, only folded. */
export type PartKind = 'reply' | 'signature' | 'quote' | 'forward';
export type BodyPart = { kind: PartKind; text: string };

/** A body taken apart. `parts` in order, joined by line feeds, are the whole body again. */
export type VisibleReply = {
  /** What to show first; the whole body when nothing would be left. */
  reply: string;
  signature: string;
  quote: string;
  /** The line that begins a forwarded mail, when this mail passes one on. */
  forwardMarker: string | null;
  parts: BodyPart[];
};

/** Up to so many lines under a quote are a signature or a footer, more are an answer below the quote. */
const MAX_FOOTER_LINES = 6;
const MAX_SIGNATURE_LINES = 10;
const MAX_LINES_BELOW_DEVICE = 6;
/** A salutation alone on its line. */
const GREETING = /^[^.?]{2,40}[,!:，、！：]$/u;
/** Bodies beyond this are shown whole: splitting text of this size helps nobody. */
export const MAX_BODY_CHARACTERS = 8 * 1024 * 1024;

/**
 * Split a plain body into reply, signature, quote and forward. Linear in its length (a 767 KB quote takes some ten
 * milliseconds): each line is named once, then a few passes run over the names.
 */
export function visibleReply(text: string): VisibleReply {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  if (text.length > MAX_BODY_CHARACTERS) return wholeBody(lines);
  return assemble(lines, splitLines(nameLines(lines), lines));
}

/** From named lines to parts: the part of each line, by the shape of the whole mail. */
export function splitLines(kinds: readonly LineKind[], lines: readonly string[]): PartKind[] {
  const isText = (i: number) => kinds[i] === 'text';
  const firstText = kinds.indexOf('text');
  const hardCut = findHardCut(kinds, firstText);
  const end = findQuoteCut(kinds, lines, hardCut);
  const start = findLead(kinds, end);
  const parts = kinds.map((kind, i): PartKind => {
    if (i >= end) return partAfter(kinds, end, i);
    if (i < start) return 'quote';
    if (kind === 'device') return isLast(kinds, i) ? 'signature' : 'reply';
    return kind === 'attribution' || kind === 'header' || kind === 'marker' || kind === 'forward'
      ? quoteOr(kind)
      : 'reply';
  });
  foldTrailingQuotes(kinds, parts, firstText, isText);
  // Where no line is the writer's own, a word of theirs may stand on the attribution's line: all is shown.
  return firstText < 0 && !parts.includes('forward') ? parts.map(() => 'reply') : parts;
}

/** Where a rule, a marker or a header block ends the writer's own words; a mail that begins with one has none above. */
function findHardCut(kinds: readonly LineKind[], firstText: number): number {
  if (firstText < 0) return kinds.length;
  for (let i = firstText + 1; i < kinds.length; i += 1) {
    const kind = kinds[i];
    if (kind === 'delimiter' && isLongBelow(kinds, i)) continue;
    if (kind === 'delimiter' || kind === 'marker' || kind === 'header' || kind === 'forward') return i;
  }
  return kinds.length;
}

/** Below the rule of a signature stand a few lines or an original; what is longer is the next part of a letter. */
function isLongBelow(kinds: readonly LineKind[], at: number): boolean {
  let texts = 0;
  for (let i = at + 1; i < kinds.length && texts <= MAX_SIGNATURE_LINES; i += 1) {
    const kind = kinds[i];
    if (kind === 'text') texts += 1;
    else if (kind !== 'blank' && kind !== 'device') return false;
  }
  return texts > MAX_SIGNATURE_LINES;
}

/** Whether a device's line ends what was written; within a letter it is a sentence like others. */
function isLast(kinds: readonly LineKind[], at: number): boolean {
  for (let i = at + 1; i < kinds.length && i <= at + MAX_LINES_BELOW_DEVICE; i += 1) {
    const kind = kinds[i];
    if (kind === 'text') return false;
    if (kind !== 'blank' && kind !== 'device') return true;
  }
  return true;
}

/**
 * Walk back over "attribution, quote, at most a footer" as often as it repeats: that is an answer above. Where much
 * text follows the quotes, the answer is below or between, and the quotes stay with it.
 */
function findQuoteCut(kinds: readonly LineKind[], lines: readonly string[], end: number): number {
  let cut = end;
  for (;;) {
    const last = cut;
    let i = cut - 1;
    let footer = 0;
    while (i >= 0 && (kinds[i] === 'text' || kinds[i] === 'blank' || kinds[i] === 'device')) {
      if (kinds[i] === 'text') footer += 1;
      i -= 1;
    }
    let first = -1;
    let hasQuote = false;
    while (
      i >= 0 &&
      (kinds[i] === 'quote' || kinds[i] === 'blank' || kinds[i] === 'attribution' || kinds[i] === 'device')
    ) {
      if (kinds[i] === 'attribution') first = i;
      hasQuote ||= kinds[i] === 'quote';
      i -= 1;
    }
    const isAbove = first > 0 && i >= 0 && (footer <= MAX_FOOTER_LINES || !hasQuote);
    if (!isAbove || (hasQuote && footer > 0 && isAnswered(kinds, lines, first, last))) return cut;
    cut = first;
  }
}

/**
 * Whether sentences below a quote answer it: the quote begins right below its attribution, as where one writes into
 * it, or there is no more than a greeting above. Elsewhere they are what a host adds.
 */
function isAnswered(kinds: readonly LineKind[], lines: readonly string[], first: number, end: number): boolean {
  const texts = (from: number, to: number) => lines.slice(from, to).filter((_, i) => kinds[from + i] === 'text');
  let start = first;
  while (kinds[start] === 'attribution') start += 1;
  const above = texts(Math.max(0, first - MAX_FOOTER_LINES), first);
  const isGreeted = above.length === 1 && GREETING.test((above[0] ?? '').trim());
  if (kinds[start] !== 'quote' && !isGreeted) return false;
  const below = texts(start, end);
  return below.some(isSentence) && !below.some(isFooter);
}

/** An answer wholly below its quote: everything before the first own line is quote. */
function findLead(kinds: readonly LineKind[], end: number): number {
  let i = 0;
  let hasAttribution = false;
  let hasQuote = false;
  while (i < end && kinds[i] !== 'text') {
    hasAttribution ||= kinds[i] === 'attribution';
    hasQuote ||= kinds[i] === 'quote';
    i += 1;
  }
  if (i >= end || !hasAttribution || !hasQuote) return 0;
  for (let k = i; k < end; k += 1) if (kinds[k] === 'quote' || kinds[k] === 'attribution') return 0;
  return i;
}

function quoteOr(kind: LineKind): PartKind {
  return kind === 'forward' ? 'forward' : 'quote';
}

/** Below the cut: a signature until a quote begins, or the forwarded mail to its end. */
function partAfter(kinds: readonly LineKind[], cut: number, at: number): PartKind {
  if (kinds[cut] === 'forward') return 'forward';
  if (kinds[cut] !== 'delimiter') return 'quote';
  return at < quoteAfter(kinds, cut) ? 'signature' : 'quote';
}

const quoteStarts = new WeakMap<readonly LineKind[], number>();

/** Remembered per body, so that asking for each line stays linear. */
function quoteAfter(kinds: readonly LineKind[], cut: number): number {
  const known = quoteStarts.get(kinds);
  if (known !== undefined) return known;
  let i = cut;
  while (
    i < kinds.length &&
    kinds[i] !== 'quote' &&
    kinds[i] !== 'attribution' &&
    kinds[i] !== 'header' &&
    kinds[i] !== 'marker' &&
    kinds[i] !== 'forward'
  )
    i += 1;
  quoteStarts.set(kinds, i);
  return i;
}

function foldTrailingQuotes(
  kinds: readonly LineKind[],
  parts: PartKind[],
  firstText: number,
  isText: (i: number) => boolean,
): void {
  if (firstText < 0) return;
  for (let i = parts.length - 1; i >= 0; i -= 1) {
    if (parts[i] !== 'reply') continue;
    if (isText(i)) return;
    if (kinds[i] === 'quote') parts[i] = 'quote';
  }
}

/** Put lines and their parts together; when no word would be shown, everything is. */
export function assemble(lines: readonly string[], parts: readonly PartKind[]): VisibleReply {
  const of = (kind: PartKind) => lines.filter((_, i) => parts[i] === kind).join('\n');
  const reply = trimBlank(of('reply'));
  const marker = parts.indexOf('forward');
  const forwardMarker = marker < 0 ? null : (lines[marker] ?? '').trim();
  if (reply.trim() === '') return { ...wholeBody(lines), forwardMarker };
  return {
    reply,
    signature: trimBlank(of('signature')),
    quote: trimBlank(`${of('quote')}\n${of('forward')}`),
    forwardMarker,
    parts: group(lines, parts),
  };
}

function wholeBody(lines: readonly string[]): VisibleReply {
  const text = lines.join('\n');
  return { reply: trimBlank(text), signature: '', quote: '', forwardMarker: null, parts: [{ kind: 'reply', text }] };
}

function group(lines: readonly string[], parts: readonly PartKind[]): BodyPart[] {
  const groups: Array<{ kind: PartKind; lines: string[] }> = [];
  lines.forEach((line, i) => {
    const kind = parts[i] ?? 'reply';
    const last = groups.at(-1);
    if (last?.kind === kind) last.lines.push(line);
    else groups.push({ kind, lines: [line] });
  });
  return groups.map((one) => ({ kind: one.kind, text: one.lines.join('\n') }));
}

/** Blank lines at both ends go, blanks within a first line (code, lists) stay. */
function trimBlank(text: string): string {
  const lines = text.split('\n');
  let start = 0;
  let end = lines.length;
  while (start < end && (lines[start] ?? '').trim() === '') start += 1;
  while (end > start && (lines[end - 1] ?? '').trim() === '') end -= 1;
  return lines.slice(start, end).join('\n').trimEnd();
}
