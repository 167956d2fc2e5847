import { placeOf, targetOf, packageOf, doorOf } from '../rooms.ts';
import { type Import, isTest, type Source, sourcesOf } from '../sources.ts';
import type { Breach, Rule, Tree } from '../tree.ts';

/**
 * Code that is sent to a browser, or rendered as a page from what a browser may see; not the tools that build and preview
 * it, nor what the server renders around it.
 */
const fronts =
  /^(domains\/[^/]+\/(console|widget|help|careers)\/|apps\/(console|widget)\/(?!vite\.|preview\/|server\/)|platform\/(ui|client|live-client)\/)/;

/** Doors that are browser-safe as a whole. Contracts and packages have rules of their own. */
const safeDoors = new Set([
  'platform/client/index.ts',
  'platform/contract/index.ts',
  'platform/live-client/index.ts',
  'platform/ui/index.ts',
]);

/** Fronts are bundled, so their packages stand in devDependencies; these two serve both sides. */
const sharedPackages = new Set(['zod', 'preact', 'preact-render-to-string']);

export const browserStaysInBrowser: Rule = {
  name: 'browser-stays-in-browser',
  promise: 'console/, widget/ and help/ import no server code, not even through a file of their own domain',
  check(tree) {
    const server = serverPackages(tree);
    const breaches: Breach[] = [];
    for (const source of sourcesOf(tree).values()) {
      if (isTest(source.path) || !fronts.test(source.path)) continue;
      for (const one of source.imports) {
        const chain = serverBehind(tree, source, one, server, new Set());
        if (chain)
          breaches.push({
            file: source.path,
            line: one.line,
            says: `reaches server code: ${chain}; take it from a contract, or ask the API`,
          });
      }
    }
    return breaches;
  },
};

/** The way to the first server code behind an import, or null. Each file is visited once. */
function serverBehind(
  tree: Tree,
  from: Source,
  one: Import,
  server: ReadonlySet<string>,
  seen: Set<string>,
): string | null {
  if (one.specifier.startsWith('node:')) return one.specifier;
  const npm = packageOf(one.specifier);
  if (npm) return server.has(npm) ? one.specifier : null;
  if (one.how === 'glob') return null;
  const target = targetOf(from.path, one.specifier);
  if (!target || isSafe(target) || seen.has(target)) return null;
  if (isClosed(from.path, one.specifier, target)) return one.specifier;
  seen.add(target);
  const next = sourcesOf(tree).get(target);
  for (const inner of next?.imports ?? []) {
    const chain = next && serverBehind(tree, next, inner, server, seen);
    if (chain) return `${one.specifier} → ${chain}`;
  }
  return null;
}

/** Another file of a front is asked on its own account. */
function isSafe(target: string): boolean {
  return (
    fronts.test(target) ||
    safeDoors.has(target) ||
    target.startsWith('packages/') ||
    /^domains\/[^/]+\/(contract\.ts|console\/index\.tsx)$/.test(target)
  );
}

/** A door of the server, of a domain or of the platform, is closed whatever stands behind it. */
function isClosed(from: string, specifier: string, target: string): boolean {
  if (doorOf(specifier)) return true;
  const place = placeOf(target);
  return place?.floor === 'domains' && target === `domains/${place.room}/index.ts` && from !== target;
}

function serverPackages(tree: Tree): ReadonlySet<string> {
  const manifest: unknown = JSON.parse(tree.get('package.json') ?? '{}');
  const dependencies: unknown =
    typeof manifest === 'object' && manifest !== null ? Reflect.get(manifest, 'dependencies') : {};
  return new Set(Object.keys(dependencies ?? {}).filter((name) => !sharedPackages.has(name)));
}
