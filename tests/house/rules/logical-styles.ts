import type { Node } from 'oxc-parser';
import { type Source, sourcesOf, walk } from '../sources.ts';
import { type Breach, lineAt, type Rule } from '../tree.ts';

/** What people see in a browser: it must also read from right to left. */
const fronts =
  /^(platform\/ui\/|apps\/(console|help|widget|careers)\/|domains\/[^/]+\/(console|help|widget|careers)\/)/;

const mend = 'write the logical one (inline-start, inline-end), so that the screen also reads from right to left';

export const logicalStyles: Rule = {
  name: 'logical-styles',
  promise: 'screens use logical properties: no left or right in margins, paddings, borders, insets and text',
  check(tree) {
    const sheets = [...tree]
      .filter(([path]) => fronts.test(path) && path.endsWith('.css'))
      .flatMap(([file, text]) => inSheet(file, text));
    const code = [...sourcesOf(tree).values()].filter(({ path }) => fronts.test(path)).flatMap(inCode);
    return [...sheets, ...code];
  },
};

const property =
  /^\s*(?:.*[{;]\s*)?((?:scroll-)?(?:margin|padding)-(?:left|right)|border-(?:left|right)(?:-\w+)?|border-(?:top|bottom)-(?:left|right)-radius|left|right)\s*:/;
const value = /\b(text-align|float|clear)\s*:\s*(left|right)\b/;

function inSheet(file: string, text: string): Breach[] {
  const plain = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
  return plain.split('\n').flatMap((line, index) => {
    const named = property.exec(line)?.[1] ?? value.exec(line)?.[0];
    return named ? [{ file, line: index + 1, says: `${named} is physical: ${mend}` }] : [];
  });
}

/** Classes of Tailwind, and keys of style objects. */
const utility =
  /^(?:[a-z0-9\-[\]=&>:()*_]+:)?-?(?:(?:scroll-)?[mp][lr]-(?:[\w[(]|$)|(?:left|right)-(?:\d|\[|\(|auto|px|full)|border-[lr](?:-|$)|rounded-(?:[lr]|tl|tr|bl|br)(?:-|$)|(?:text|float|clear)-(?:left|right)$)/;
const styleKey =
  /^(?:(?:scroll)?(?:margin|padding)(?:Left|Right)|border(?:Left|Right)\w*|border(?:Top|Bottom)(?:Left|Right)Radius)$/i;

function inCode(source: Source): Breach[] {
  const breaches: Breach[] = [];
  walk(source.program, (node) => {
    const named = physicalIn(node);
    if (named)
      breaches.push({
        file: source.path,
        line: lineAt(source.text, node.start),
        says: `${named} is physical: ${mend}`,
      });
  });
  return breaches;
}

function physicalIn(node: Node): string | null {
  if (node.type === 'Property' && node.key.type === 'Identifier' && styleKey.test(node.key.name)) return node.key.name;
  const text = writtenIn(node);
  if (typeof text !== 'string' || text.length > 2_000) return null;
  return text.split(/\s+/).find((word) => utility.test(word)) ?? null;
}

function writtenIn(node: Node): unknown {
  if (node.type === 'TemplateElement') return node.value.cooked;
  return node.type === 'Literal' ? node.value : null;
}
