import { domainFolders } from '../rooms.ts';
import { isTest, type Source, sourcesOf, walk } from '../sources.ts';
import { type Breach, lineAt, type Rule } from '../tree.ts';

export const platformNamesNoDomain: Rule = {
  name: 'platform-names-no-domain',
  promise: 'the platform and the packages name no domain: what they need comes through a socket',
  check(tree) {
    const domains = new Set(domainFolders(tree));
    return [...sourcesOf(tree).values()].flatMap((source) => breachesIn(source, domains));
  },
};

/** Only strings that are used as values count: a type may speak of `'conversations'` as a word of the product. */
function breachesIn(source: Source, domains: ReadonlySet<string>): Breach[] {
  if (!/^(platform|packages)\//.test(source.path) || isTest(source.path)) return [];
  const breaches: Breach[] = [];
  walk(source.program, (node, parents) => {
    if (node.type !== 'Literal' || typeof node.value !== 'string' || parents.at(-1)?.type.startsWith('TS')) return;
    const named = domains.has(node.value) ? node.value : /(?:^|#|\/)domains\/([a-z0-9-]+)/.exec(node.value)?.[1];
    if (!named || !domains.has(named)) return;
    breaches.push({
      file: source.path,
      line: lineAt(source.text, node.start),
      says: `names the domain "${named}": give the platform a socket that ${named} fills`,
    });
  });
  return breaches;
}
