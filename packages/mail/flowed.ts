/**
 * `format=flowed` (RFC 3676) to plain lines: a line that ends in a blank runs on, but only into a line of the same
 * quote depth, otherwise the answer below a quote would melt into it.
 */
export function unflow(text: string, isBlankDropped: boolean): string {
  const out: Array<{ depth: number; pieces: string[] }> = [];
  let isOpen = false;
  for (const raw of text.split(/\r?\n/)) {
    const depth = quoteDepth(raw);
    const stuffed = raw.slice(depth);
    const line = stuffed.startsWith(' ') ? stuffed.slice(1) : stuffed;
    const isSignature = line === '-- ';
    const last = out.at(-1);
    const runsOn = line.endsWith(' ') && !isSignature;
    const piece = runsOn && isBlankDropped ? line.slice(0, -1) : line;
    if (isOpen && last && last.depth === depth && !isSignature) last.pieces.push(piece);
    else out.push({ depth, pieces: [piece] });
    isOpen = runsOn;
  }
  return out
    .map(({ depth, pieces }) => (depth > 0 ? `${'>'.repeat(depth)} ${pieces.join('')}` : pieces.join('')))
    .join('\n');
}

function quoteDepth(line: string): number {
  let depth = 0;
  while (line[depth] === '>') depth += 1;
  return depth;
}
