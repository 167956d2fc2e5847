import type { Node } from '@tiptap/pm/model';

/** A stretch of the text and where it stands in the document; both run on by `length`. */
interface Run {
  readonly offset: number;
  readonly pos: number;
  readonly length: number;
}

/** The words of a document as one text: a line a block, pictures and form left out. What helps to write reads this. */
export function textOf(doc: Node): string {
  return read(doc).text;
}

/** Where in the document a place of the text is. */
export function posAt(doc: Node, offset: number): number {
  const run = read(doc).runs.findLast((one) => one.offset <= offset);
  return run === undefined ? 0 : run.pos + Math.min(run.length, offset - run.offset);
}

/** Where in the text a place of the document is. */
export function offsetAt(doc: Node, pos: number): number {
  const run = read(doc).runs.findLast((one) => one.pos <= pos);
  return run === undefined ? 0 : run.offset + Math.min(run.length, pos - run.pos);
}

/** The one stretch in which two texts differ: what stands before and after it is kept, with its form. */
export function differenceOf(
  before: string,
  after: string,
): { readonly start: number; readonly end: number; readonly text: string } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let kept = 0;
  while (kept < most - start && before.at(-1 - kept) === after.at(-1 - kept)) kept += 1;
  return { start, end: before.length - kept, text: after.slice(start, after.length - kept) };
}

function read(doc: Node): { readonly runs: readonly Run[]; readonly text: string } {
  const runs: Run[] = [];
  let text = '';
  doc.descendants((node, pos) => {
    if (node.isTextblock) {
      if (runs.length > 0) text += '\n';
      runs.push({ offset: text.length, pos: pos + 1, length: 0 });
    } else if (node.isText) {
      const words = node.text ?? '';
      runs.push({ offset: text.length, pos, length: words.length });
      text += words;
    } else if (node.isInline) {
      if (node.type.name === 'hardBreak') text += '\n';
      runs.push({ offset: text.length, pos: pos + 1, length: 0 });
    }
  });
  return { runs, text };
}
