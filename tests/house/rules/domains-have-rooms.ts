import { domainFolders, domainOrder } from '../rooms.ts';
import { sourcesOf, stringsIn, walk } from '../sources.ts';
import type { Breach, Rule, Tree } from '../tree.ts';

/** A README is one page. */
const pageLimitLines = 100;

export const domainsHaveRooms: Rule = {
  name: 'domains-have-rooms',
  promise: 'every domain has README.md (one page, naming its events) and index.ts, and stands in domains/index.ts',
  check: (tree) => domainFolders(tree).flatMap((domain) => breachesOf(tree, domain)),
};

function breachesOf(tree: Tree, domain: string): Breach[] {
  const breaches: Breach[] = [];
  const readme = `domains/${domain}/README.md`;
  const page = tree.get(readme);
  if (page === undefined) {
    breaches.push({
      file: readme,
      line: 1,
      says: 'is missing: one page of what it is for, its words, what always holds, its events, what it does not do',
    });
  } else {
    if (page.split('\n').length > pageLimitLines)
      breaches.push({ file: readme, line: pageLimitLines, says: `is longer than a page (${pageLimitLines} lines)` });
    for (const name of eventsOf(tree, domain)) {
      if (!page.includes(name))
        breaches.push({
          file: readme,
          line: 1,
          says: `does not name the event ${name} of its contract: say when it is told`,
        });
    }
  }
  if (!tree.has(`domains/${domain}/index.ts`)) {
    breaches.push({
      file: `domains/${domain}/index.ts`,
      line: 1,
      says: 'is missing: the door, `export const … : Domain = { name, needs, … }`',
    });
  } else if (!listed(tree, domain)) {
    breaches.push({
      file: 'domains/index.ts',
      line: 1,
      says: `does not list ${domain}: add its one line, after the domains it needs`,
    });
  }
  return breaches;
}

function listed(tree: Tree, domain: string): boolean {
  const imports = sourcesOf(tree).get('domains/index.ts')?.imports ?? [];
  return (
    domainOrder(tree).includes(domain) &&
    imports.some(({ specifier }) => specifier === `./${domain}/index.ts` || specifier === `#domains/${domain}`)
  );
}

/** The names in `event('…', version, …)` of a contract. */
function eventsOf(tree: Tree, domain: string): string[] {
  const names: string[] = [];
  for (const [path, source] of sourcesOf(tree)) {
    if (!path.startsWith(`domains/${domain}/`) || !/\/contract([\w-]*|\/.*)\.ts$/.test(path)) continue;
    walk(source.program, (node) => {
      if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'event')
        names.push(...stringsIn(node.arguments[0]));
    });
  }
  return names;
}
