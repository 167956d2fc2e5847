import type { Body } from './body-lines.ts';

const MAX_HEADER_BLOCK_LINES = 16;

/**
 * How many lines the header of an original takes here. Enough fields with an address among them, or else all of sender,
 * date and subject: "From: Berlin, To: Hamburg, Date: Monday" in a letter is none.
 */
export function headerBlockLength(body: Body, at: number): number {
  const { lines } = body;
  const first = body.labelAt(at);
  if (first === null || first === 'other') return 0;
  const seen = new Set<string>([first]);
  let length = 1;
  let hasAddress = isAddressed(lines[at] ?? '');
  let hasTime = isTimed(lines[at] ?? '');
  for (let i = at + 1; i < lines.length && i < at + MAX_HEADER_BLOCK_LINES; i += 1) {
    const line = lines[i] ?? '';
    const label = body.labelAt(i);
    if (label !== null) {
      seen.add(label);
      length = i - at + 1;
      hasAddress ||= isAddressed(line);
      hasTime ||= isTimed(line);
    } else if (line.trim() === '' ? !isBlankInside(body, i) : !isContinued(body, i)) break;
    else hasAddress ||= isAddressed(line);
  }
  const fields = [...seen].filter((one) => one !== 'other').length;
  const isNamed = seen.has('from') && seen.has('subject') && (seen.has('sent') || seen.has('to'));
  const isProven = hasAddress && (seen.has('from') || seen.has('sent')) && fields >= 2 && length >= 2;
  const isDated = seen.has('sent') && seen.has('to') && (seen.has('subject') || (seen.has('from') && hasTime));
  return isNamed || isDated || isProven ? length : 0;
}

function isAddressed(line: string): boolean {
  return /@|mailto:/.test(line);
}

function isTimed(line: string): boolean {
  return /\d{1,2}[:.]\d{2}(?!\d)/.test(line);
}

/** Some clients put a blank line between the fields. */
function isBlankInside(body: Body, at: number): boolean {
  return body.labelAt(at + 1) !== null;
}

/** A long recipient list or subject runs on into the next line or two. */
function isContinued(body: Body, at: number): boolean {
  return body.labelAt(at + 1) !== null || body.labelAt(at + 2) !== null;
}
