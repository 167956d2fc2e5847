import { dirname, posix } from 'node:path';
import type { Breach, Rule, Tree } from '../tree.ts';

export const linksLeadSomewhere: Rule = {
  name: 'links-lead-somewhere',
  promise: 'a relative link in a document leads to a file of the repository',
  check: (tree) =>
    [...tree].filter(([path]) => path.endsWith('.md')).flatMap(([path, text]) => breachesIn(tree, path, text)),
};

function breachesIn(tree: Tree, file: string, text: string): Breach[] {
  const breaches: Breach[] = [];
  const withoutCode = text.replace(/```[\s\S]*?```|`[^`\n]*`/g, (code) => code.replace(/[^\n]/g, ' '));
  for (const found of withoutCode.matchAll(/\]\(([^)\s#]+)(?:#[^)\s]*)?\)/g)) {
    const link = found[1] ?? '';
    if (/^([a-z]+:|\/)/.test(link)) continue;
    const target = posix.normalize(posix.join(dirname(file), link)).replace(/\/$/, '');
    if (
      tree.has(target) ||
      [...tree.keys()].some((path) => path.startsWith(`${target}/`)) ||
      /\.(png|jpe?g|webp|gif)$/.test(target)
    )
      continue;
    breaches.push({
      file,
      line: withoutCode.slice(0, found.index).split('\n').length,
      says: `links to ${link}, which is not there`,
    });
  }
  return breaches;
}
