import type { Breach, Rule, Tree } from '../tree.ts';

const index = 'docs/decisions/README.md';
const parts = ['## Context', '## Choice', '## Figures', '## Consequences'];

/** A record is one page. */
const pageLimitLines = 60;

export const decisionsAreListed: Rule = {
  name: 'decisions-are-listed',
  promise: 'each record in docs/decisions is one page of context, choice, figures and consequences, counted and listed',
  check(tree) {
    const records = [...tree.keys()].filter((path) => /^docs\/decisions\/\d[^/]*\.md$/.test(path)).sort();
    return records.flatMap((file, place) => breachesOf(tree, file, place + 1).map((says) => ({ file, line: 1, says })));
  },
};

function breachesOf(tree: Tree, file: string, number: number): Breach['says'][] {
  const text = tree.get(file) ?? '';
  const name = file.replace('docs/decisions/', '');
  const missing = parts.filter((part) => !text.includes(`\n${part}\n`));
  return [
    ...(name.startsWith(`${String(number).padStart(4, '0')}-`) ? [] : [`should be number ${number}: count on`]),
    ...(text.startsWith(`# ${number}. `) ? [] : [`should begin with "# ${number}. " and what was decided`]),
    ...(missing.length === 0 ? [] : [`lacks ${missing.join(', ')}`]),
    ...(text.split('\n').length <= pageLimitLines ? [] : [`is longer than a page (${pageLimitLines} lines)`]),
    ...(tree.get(index)?.includes(`](${name})`) ? [] : [`is not listed in ${index}: add its line`]),
  ];
}
