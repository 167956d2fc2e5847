import { doorOf, placeOf, sameRoom, targetOf, type Place } from '../rooms.ts';
import { type Import, type Source, sourcesOf } from '../sources.ts';
import type { Breach, Rule, Tree } from '../tree.ts';

/**
 * Files on a floor without a `#` name of their own: the ordered lists, a floor that is one room, and of the apps what
 * puts the program together and what hangs a front onto its server.
 */
const openFiles =
  /^(domains\/index\.ts|desks\/index\.ts|demo\/.*|tests\/.*|package\.json|apps\/server\/compose\.ts|apps\/\w+\/(server\/)?mount-[\w-]+\.ts)$/;

/** Fronts gather the parts of domains that are made for them by `import.meta.glob`, and nothing else; tests gather real objects. */
const globs: Readonly<Record<string, RegExp>> = {
  'apps/console': /^domains\/\*\/(console\/[\w*./-]+\.tsx?|words(\.\w+)?\.ts)$/,
  'apps/widget': /^domains\/\*\/(widget\/[\w*./-]+\.tsx?|words(\.\w+)?\.ts)$/,
  'apps/help': /^domains\/\*\/(help\/[\w*./-]+\.tsx?|words(\.\w+)?\.ts)$/,
  tests: /^domains\/\*\/specimens\.ts$/,
  'apps/careers': /^domains\/\*\/(careers\/[\w*./-]+\.tsx?|words(\.\w+)?\.ts)$/,
};

export const doorsOnly: Rule = {
  name: 'doors-only',
  promise: 'a room is entered by its door alone: #platform/x, #science/x, #domains/x, #domains/x/contract',
  check: (tree) => [...sourcesOf(tree).values()].flatMap((source) => breachesIn(source, tree)),
};

function breachesIn(source: Source, tree: Tree): Breach[] {
  const from = placeOf(source.path);
  if (!from) return [];
  return source.imports.flatMap((one) => {
    const says = one.how === 'glob' ? globBreach(source.path, from, one) : importBreach(source, from, one, tree);
    return says ? [{ file: source.path, line: one.line, says }] : [];
  });
}

function importBreach(source: Source, from: Place, { specifier }: Import, tree: Tree): string | null {
  if (specifier.startsWith('#')) return hashBreach(source.path, from, specifier, tree);
  const target = targetOf(source.path, specifier);
  const to = target ? placeOf(target) : null;
  if (!target || !to || sameRoom(from, to) || openFiles.test(target)) return null;
  if (beforeInstall(source.path, target)) return null;
  // A file that lies directly on a floor (the ordered list) names the doors of its own floor.
  if (from.floor === to.floor && from.room === null && /^[^/]+\/[^/]+\/index\.ts$/.test(target)) return null;
  return `leaves its room by ${specifier}: use the door (${doorFor(to)}), and export there what others may use`;
}

/** Scripts begin on the machine's own Node with nothing installed: of the house they can only read plain JavaScript. */
function beforeInstall(path: string, target: string): boolean {
  return /^scripts\/[\w-]+\.mjs$/.test(path) && /^platform\/start\/[\w-]+\.mjs$/.test(target);
}

function hashBreach(path: string, from: Place, specifier: string, tree: Tree): string | null {
  const door = doorOf(specifier);
  const target = targetOf(path, specifier);
  if (!door || !target) {
    return `${specifier} is no door: use #platform/x, #science/x, #domains/x or #domains/x/contract`;
  }
  const to = placeOf(target);
  if (to && sameRoom(from, to)) return `${specifier} is this very room: import the file itself, relatively`;
  if (door.part === 'console' && !path.startsWith('apps/console/')) {
    return `${specifier} is for apps/console alone: take what you need from #domains/${door.room}/contract`;
  }
  if (!tree.has(target)) return `${specifier} opens nothing: there is no ${target}`;
  return null;
}

function globBreach(path: string, from: Place, { specifier }: Import): string | null {
  const target = targetOf(path, specifier.replace(/^!/, ''));
  const to = target ? placeOf(target) : null;
  if (!target || !to || sameRoom(from, to)) return null;
  if (globs[from.floor === from.room ? from.floor : `${from.floor}/${from.room}`]?.test(target)) return null;
  return `gathers ${specifier}: a front may gather only the folder of each domain that is named after it`;
}

function doorFor({ floor, room }: Place): string {
  if (floor === 'packages') return `#science/${room}`;
  if (floor === 'platform' || floor === 'domains') return `#${floor}/${room}`;
  return 'this floor has none; move the shared part to a lower floor';
}
