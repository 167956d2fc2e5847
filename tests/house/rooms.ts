import { dirname, posix } from 'node:path';
import { stringsIn, sourcesOf, walk } from './sources.ts';
import type { Tree } from './tree.ts';

/** The floors, ground first. A file may import from its own floor and from those below. */
export const floors = [
  'packages',
  'platform',
  'domains',
  'desks',
  'demo',
  'apps',
  'scripts',
  'tests',
  // it measures with the tests' own rigs
  'bench',
] as const;
export type Floor = (typeof floors)[number];

/** What `package.json` "imports" promises; a test holds the two together. */
export const doors: Readonly<Record<string, string>> = {
  '#platform/*': './platform/*/index.ts',
  '#domains/*/contract': './domains/*/contract.ts',
  '#domains/*/console': './domains/*/console/index.tsx',
  '#domains/*': './domains/*/index.ts',
  '#science/*': './packages/*/index.ts',
};

/** Where a file stands. `room` is null for a file that lies directly on its floor, such as `domains/index.ts`. */
export interface Place {
  readonly floor: Floor;
  readonly height: number;
  readonly room: string | null;
}

/** Floors that are one room: their files may name each other. */
const oneRoomFloors: ReadonlySet<Floor> = new Set(['desks', 'demo', 'bench', 'scripts', 'tests']);

/** The place of a path, or null where it is outside the house (configuration at the root). */
export function placeOf(path: string): Place | null {
  const [first, ...rest] = path.split('/');
  const height = floors.findIndex((floor) => floor === first);
  const floor = floors[height];
  if (!floor || rest.length === 0) return null;
  if (oneRoomFloors.has(floor)) return { floor, height, room: floor };
  return { floor, height, room: rest.length > 1 ? (rest[0] ?? null) : null };
}

/** Whether two places are one room, so that relative imports between them stay inside. */
export function sameRoom(a: Place, b: Place): boolean {
  return a.floor === b.floor && a.room === b.room;
}

/** What a specifier names: a path of the house, or null for a package from npm or Node. */
export function targetOf(from: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return posix.normalize(posix.join(dirname(from), specifier.replace(/\?.*$/, '')));
  if (specifier.startsWith('/')) return specifier.slice(1);
  const door = doorOf(specifier);
  if (!door) return null;
  if (door.kind === 'platform') return `platform/${door.room}/index.ts`;
  if (door.kind === 'science') return `packages/${door.room}/index.ts`;
  return `domains/${door.room}/${{ door: 'index.ts', contract: 'contract.ts', console: 'console/index.tsx' }[door.part]}`;
}

export interface Door {
  readonly kind: 'platform' | 'domains' | 'science';
  readonly room: string;
  readonly part: 'door' | 'contract' | 'console';
}

/** Reads `#platform/x`, `#science/x`, `#domains/x`, `#domains/x/contract`, `#domains/x/console`; null for anything else. */
export function doorOf(specifier: string): Door | null {
  const match = /^#(platform|domains|science)\/([a-z0-9-]+)(?:\/(contract|console))?$/.exec(specifier);
  if (!match) return null;
  const [, kind, room, part] = match;
  if (!room || (kind !== 'platform' && kind !== 'domains' && kind !== 'science')) return null;
  if (part && kind !== 'domains') return null;
  return { kind, room, part: part === 'contract' || part === 'console' ? part : 'door' };
}

/** The name of the npm package in a specifier, null for Node's own modules and for files. */
export function packageOf(specifier: string): string | null {
  if (/^(\.|\/|#|node:|virtual:)/.test(specifier)) return null;
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/** The folders of `domains/`, in the order of `domains/index.ts`; those it does not list come last. */
export function domainOrder(tree: Tree): readonly string[] {
  const listed = [...(sourcesOf(tree).get('domains/index.ts')?.imports ?? [])].flatMap(({ specifier }) => {
    const target = targetOf('domains/index.ts', specifier);
    const room = target ? placeOf(target)?.room : null;
    return room ? [room] : [];
  });
  return [...new Set([...arrayOrder(tree, listed), ...domainFolders(tree)])];
}

/** The order of the array is what counts at start; imports are often sorted by a tool. */
function arrayOrder(tree: Tree, imported: readonly string[]): readonly string[] {
  const source = sourcesOf(tree).get('domains/index.ts');
  if (!source) return [];
  const names = new Map<string, string>();
  const order: string[] = [];
  walk(source.program, (node) => {
    if (node.type === 'ImportDeclaration') {
      const room = placeOf(targetOf('domains/index.ts', node.source.value) ?? '')?.room;
      for (const { local } of node.specifiers) if (room) names.set(local.name, room);
    }
    if (node.type !== 'ArrayExpression') return;
    for (const element of node.elements) {
      const room = element?.type === 'Identifier' ? names.get(element.name) : undefined;
      if (room) order.push(room);
    }
  });
  return order.length > 0 ? order : imported;
}

/** The folders below `domains/`, by name. */
export function domainFolders(tree: Tree): readonly string[] {
  const folders = [...tree.keys()].flatMap((path) => /^domains\/([^/]+)\//.exec(path)?.[1] ?? []);
  return [...new Set(folders)].sort();
}

/** What a domain declares in `needs`, with its line; null where it declares nothing. */
export function needsOf(tree: Tree, domain: string): { names: readonly string[]; offset: number } | null {
  const source = sourcesOf(tree).get(`domains/${domain}/index.ts`);
  let found: { names: readonly string[]; offset: number } | null = null;
  if (!source) return null;
  walk(source.program, (node, parents) => {
    const depth = parents.filter(({ type }) => type === 'ObjectExpression').length;
    if (node.type !== 'Property' || node.key.type !== 'Identifier' || node.key.name !== 'needs' || depth !== 1) return;
    found = { names: stringsIn(node.value), offset: node.start };
  });
  return found;
}
