import { doorOf, placeOf, targetOf } from '../rooms.ts';
import { type Import, type Source, sourcesOf } from '../sources.ts';
import type { Breach, Rule, Tree } from '../tree.ts';

export const contractsStandAlone: Rule = {
  name: 'contracts-stand-alone',
  promise: 'a contract imports only zod, #platform/contract and other contracts, itself and through its own files',
  check(tree) {
    const breaches: Breach[] = [];
    for (const source of sourcesOf(tree).values()) {
      if (!/^domains\/[^/]+\/contract\.ts$/.test(source.path) && !isOwnContract(source.path)) continue;
      for (const one of source.imports) {
        const wrong = strangerBehind(tree, source, one, new Set());
        if (wrong)
          breaches.push({
            file: source.path,
            line: one.line,
            says: `a contract imports ${wrong}: only zod, #platform/contract and #domains/x/contract load in a browser`,
          });
      }
    }
    return breaches;
  },
};

function isOwnContract(path: string): boolean {
  return path.startsWith('platform/contract/') && !path.endsWith('.test.ts');
}

function strangerBehind(tree: Tree, from: Source, one: Import, seen: Set<string>): string | null {
  if (/^zod(\/mini)?$/.test(one.specifier) || one.specifier === '#platform/contract') return null;
  if (doorOf(one.specifier)?.part === 'contract') return null;
  const target = targetOf(from.path, one.specifier);
  const [here, there] = [placeOf(from.path), target ? placeOf(target) : null];
  const own = here && there && here.room === there.room && here.floor === there.floor;
  if (!target || !own || target.endsWith('/index.ts')) return one.specifier;
  if (seen.has(target)) return null;
  seen.add(target);
  const next = sourcesOf(tree).get(target);
  for (const inner of next?.imports ?? []) {
    const wrong = next && strangerBehind(tree, next, inner, seen);
    if (wrong) return `${one.specifier} → ${wrong}`;
  }
  return null;
}
