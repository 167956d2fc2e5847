import { doorOf, domainFolders, domainOrder, needsOf, placeOf } from '../rooms.ts';
import { isTest, sourcesOf } from '../sources.ts';
import { foreignKeysOf, tableOwners } from '../tables.ts';
import { type Breach, lineAt, type Rule, type Tree } from '../tree.ts';

export const needsStandBefore: Rule = {
  name: 'needs-stand-before',
  promise: 'a domain names in `needs` exactly those it uses, and each stands before it in domains/index.ts',
  check: (tree) => domainFolders(tree).flatMap((domain) => breachesOf(tree, domain)),
};

function breachesOf(tree: Tree, domain: string): Breach[] {
  const door = `domains/${domain}/index.ts`;
  const text = tree.get(door);
  if (text === undefined) return [];
  const needs = needsOf(tree, domain);
  if (!needs)
    return [
      {
        file: door,
        line: 1,
        says: "declares no needs: write `needs: []`, or the domains it uses, e.g. `needs: ['identity']`",
      },
    ];
  const line = lineAt(text, needs.offset);
  const uses = usesOf(tree, domain);
  const order = domainOrder(tree);
  const breaches: Breach[] = [];
  for (const [used, at] of uses) {
    if (!needs.names.includes(used))
      breaches.push({
        ...at,
        says: `uses ${used}, which \`needs\` of ${domain} does not name: add '${used}' to ${door}`,
      });
  }
  for (const name of needs.names) {
    if (!uses.has(name))
      breaches.push({ file: door, line, says: `needs '${name}' but uses nothing of it: take it out` });
    else if (order.indexOf(name) >= order.indexOf(domain)) {
      breaches.push({
        file: door,
        line,
        says: `needs '${name}', which stands after ${domain} in domains/index.ts: reorder the list, or turn the dependency round (an event, a socket)`,
      });
    }
  }
  return breaches;
}

/** The domains that one uses, by import or by foreign key, each with the first place where it does. Tests do not count. */
export function usesOf(tree: Tree, domain: string): ReadonlyMap<string, { file: string; line: number }> {
  const uses = new Map<string, { file: string; line: number }>();
  const add = (name: string, at: { file: string; line: number }): void => {
    if (name !== domain && !uses.has(name)) uses.set(name, at);
  };
  for (const source of sourcesOf(tree).values()) {
    const place = placeOf(source.path);
    if (place?.floor !== 'domains' || place.room !== domain || isTest(source.path)) continue;
    for (const { specifier, line } of source.imports) {
      const door = doorOf(specifier);
      if (door?.kind === 'domains') add(door.room, { file: source.path, line });
    }
  }
  const owners = tableOwners(tree);
  for (const key of foreignKeysOf(tree)) {
    const owner = owners.get(key.to)?.room;
    if (key.room === domain && owners.get(key.to)?.floor === 'domains' && owner)
      add(owner, { file: key.file, line: key.line });
  }
  return uses;
}
