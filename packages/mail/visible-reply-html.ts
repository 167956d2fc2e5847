import { DomUtils, type parseDocument } from 'htmlparser2';
import { nameLines, type LineKind } from './body-lines.ts';
import { htmlLines, type HtmlLine } from './html-lines.ts';
import { assemble, splitLines, type PartKind, type VisibleReply } from './visible-reply.ts';

/** An HTML body taken apart: as `VisibleReply` in text, and the markup of what is shown and of what is folded. */
export type VisibleReplyHtml = VisibleReply & { replyHtml: string; foldedHtml: string };

/**
 * Split an HTML body by what it shows: its lines are named by the rules of plain bodies, helped by the marks clients
 * leave (blockquotes, classes, Outlook's thin line). Every leaf goes to one side: nothing is deleted. Not yet safe to
 * show: `safeHtml` comes after.
 */
export function visibleReplyHtml(html: string): VisibleReplyHtml {
  const read = htmlLines(html);
  if (!read) return { ...whole(html), replyHtml: html, foldedHtml: '' };
  const texts = read.lines.map((line) => line.text.trim());
  const kinds = nameHtmlLines(read.lines, texts);
  const parts = splitLines(kinds, texts);
  read.lines.forEach((line, i) => {
    if (line.isSignature && parts[i] === 'reply' && line.text.trim() !== '') parts[i] = 'signature';
  });
  const split = assemble(texts, parts);
  const isSplit = split.quote !== '' || split.signature !== '';
  if (!isSplit) return { ...split, replyHtml: html, foldedHtml: '' };
  const folded = new Set(read.lines.flatMap((line, i) => (isFolded(parts[i]) ? line.leaves : [])));
  const keep = (isFoldedSide: boolean) => render(html, read.lines, folded, isFoldedSide);
  return { ...split, replyHtml: keep(false), foldedHtml: keep(true) };
}

function isFolded(part: PartKind | undefined): boolean {
  return part !== undefined && part !== 'reply';
}

function whole(html: string): VisibleReply {
  return assemble([html], ['reply']);
}

/** Quoted by markup counts as quoted; the first words behind an original's mark count as its header. */
function nameHtmlLines(lines: readonly HtmlLine[], texts: readonly string[]): LineKind[] {
  const kinds = nameLines(texts, (i) => lines[i]?.isQuote === true);
  let isMarked = false;
  return kinds.map((kind, i): LineKind => {
    const line = lines[i];
    if (!line) return kind;
    isMarked ||= line.isOriginal;
    if (kind === 'blank' || texts[i] === '') return 'blank';
    if (line.isQuote) return kind === 'attribution' || kind === 'forward' ? kind : 'quote';
    if (isMarked) {
      isMarked = false;
      return kind === 'forward' || !looksLikeOriginal(kinds, i) ? kind : 'header';
    }
    // A drawn rule alone parts sections of one letter as often as it parts two letters.
    if (kind === 'delimiter' && texts[i] === '-----') return looksLikeOriginal(kinds, i + 1) ? 'delimiter' : 'text';
    return kind;
  });
}

/** Whether an original's header, attribution or quote begins within the next few lines. */
function looksLikeOriginal(kinds: readonly LineKind[], at: number): boolean {
  for (let i = at; i < kinds.length && i < at + 6; i += 1) {
    const kind = kinds[i];
    if (kind === 'header' || kind === 'attribution' || kind === 'quote' || kind === 'marker' || kind === 'forward')
      return true;
  }
  return false;
}

/** The markup with one side's leaves only; elements left empty by that go too. Works on a fresh copy each time. */
function render(
  html: string,
  lines: readonly HtmlLine[],
  folded: ReadonlySet<HtmlLine['leaves'][number]>,
  isFoldedSide: boolean,
): string {
  const copy = htmlLines(html);
  if (!copy) return html;
  const dropped = new Set<object>();
  lines.forEach((line, i) => {
    line.leaves.forEach((leaf, k) => {
      const twin = copy.lines[i]?.leaves[k];
      if (twin && folded.has(leaf) !== isFoldedSide) dropped.add(twin);
    });
  });
  // Children before parents, each list filtered once: removing node by node is quadratic in wide bodies.
  for (const element of elementsOf(copy.document).toReversed()) {
    const had = element.children.length;
    element.children = element.children.filter((child) => !dropped.has(child));
    if (had > 0 && element.children.length === 0 && DomUtils.isTag(element)) dropped.add(element);
  }
  return DomUtils.getOuterHTML(copy.document);
}

type Parent = ReturnType<typeof parseDocument>;

/** The document and all its elements, parents first. */
function elementsOf(document: Parent): Parent[] {
  const found: Parent[] = [document];
  for (let i = 0; i < found.length; i += 1) {
    for (const child of found[i]?.children ?? [])
      if (DomUtils.hasChildren(child)) found.push(child as unknown as Parent);
  }
  return found;
}
