import { domainOrder, needsOf, placeOf } from './rooms.ts';
import type { Tree } from './tree.ts';

const begin = '<!-- picture: begin (made by tests/house/draw.ts) -->';
const end = '<!-- picture: end -->';

/** The floors with their rooms, and the domains with what they need, as they are declared in the tree. */
export function pictureOf(tree: Tree): string {
  return ['```text', ...floorsOf(tree), '```', '', '```mermaid', ...graphOf(tree), '```'].join('\n');
}

/** A document with the picture between its marks drawn again. */
export function redraw(document: string, tree: Tree): string {
  const [before, rest] = document.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined)
    throw new Error(`The document has no marks ${begin} … ${end} for the picture.`);
  return `${before}${begin}\n${pictureOf(tree)}\n${end}${after}`;
}

/** Widest line of the picture, in characters. */
const widthLimit = 110;

function floorsOf(tree: Tree): string[] {
  return ['apps', 'desks', 'domains', 'platform', 'packages'].flatMap((floor) =>
    wrap(floor.padEnd(10), roomsOn(tree, floor)),
  );
}

function roomsOn(tree: Tree, floor: string): readonly string[] {
  if (floor === 'domains') return domainOrder(tree);
  const rooms = [...tree.keys()].flatMap((path) => {
    const place = placeOf(path);
    if (place?.floor !== floor) return [];
    return floor === 'desks' ? (/^desks\/([\w-]+)\.ts$/.exec(path)?.[1] ?? []) : (place.room ?? []);
  });
  return [...new Set(rooms)].filter((room) => room !== 'index').sort();
}

function wrap(head: string, words: readonly string[]): string[] {
  const lines: string[] = [];
  let line = head;
  for (const word of words) {
    if (`${line} · ${word}`.length > widthLimit) {
      lines.push(line);
      line = ' '.repeat(head.length);
    }
    line += line.trim() === '' || line === head ? ` ${word}` : ` · ${word}`;
  }
  return [...lines, line];
}

/** An arrow for each need that does not already follow from another arrow. */
function graphOf(tree: Tree): string[] {
  const order = domainOrder(tree);
  const needs = new Map(order.map((domain) => [domain, needsOf(tree, domain)?.names ?? []]));
  const arrows = order.flatMap((domain) => {
    const direct = needs.get(domain) ?? [];
    const implied = new Set(direct.flatMap((name) => [...reach(name, needs)]));
    return direct.filter((name) => !implied.has(name)).map((name) => `  ${domain} --> ${name}`);
  });
  const alone = order.filter(
    (domain) => !arrows.some((arrow) => arrow.includes(` ${domain} `) || arrow.endsWith(` ${domain}`)),
  );
  return ['flowchart BT', ...alone.map((domain) => `  ${domain}`), ...arrows];
}

/** Everything below a domain. Bounded: each domain is entered once. */
function reach(domain: string, needs: ReadonlyMap<string, readonly string[]>, seen = new Set<string>()): Set<string> {
  for (const name of needs.get(domain) ?? []) {
    if (seen.has(name)) continue;
    seen.add(name);
    reach(name, needs, seen);
  }
  return seen;
}
