import type { Node } from 'oxc-parser';
import { type Source, sourcesOf, walk } from '../sources.ts';
import { type Breach, lineAt, type Rule } from '../tree.ts';

/** Tools that load a default export: their configuration at the root or beside a front, and vitest's reporters. */
const toolFiles = /(^|\/)([\w.-]+\.config\.(ts|mts|js|mjs)|platform\/testing\/reporter\.ts)$/;

/** The door of a room may open with `export *`; every other barrel hides what stands where. */
const roomDoors = /^((packages|platform|domains)\/[^/]+\/(index|contract)\.tsx?|desks\/index\.ts)$/;

export const plainTypescript: Rule = {
  name: 'plain-typescript',
  promise: 'no any, enum, namespace, parameter property, default export or barrel; zod is imported whole',
  check: (tree) => [...sourcesOf(tree).values()].flatMap(breachesIn),
};

function breachesIn(source: Source): Breach[] {
  const breaches: Breach[] = source.errors.map(({ line, says }) => ({
    file: source.path,
    line,
    says: `does not parse: ${says}`,
  }));
  walk(source.program, (node) => {
    const says = breachAt(node, source.path);
    if (says) breaches.push({ file: source.path, line: lineAt(source.text, node.start), says });
  });
  return breaches;
}

function breachAt(node: Node, path: string): string | null {
  switch (node.type) {
    case 'TSAnyKeyword':
      return 'any: say what it is, or `unknown` and ask';
    case 'TSEnumDeclaration':
      return 'enum: write `const kinds = [...] as const` and its union type';
    case 'TSParameterProperty':
      return 'parameter property: write the field and its assignment, Node cannot erase this';
    case 'TSModuleDeclaration':
      return node.kind === 'namespace' && !path.endsWith('.d.ts') ? 'namespace: a file is the namespace' : null;
    case 'ExportDefaultDeclaration':
      return toolFiles.test(path) ? null : 'default export: give it a name, so that it is called the same everywhere';
    case 'ExportAllDeclaration':
      return roomDoors.test(path) || node.exported
        ? null
        : `export * from '${node.source.value}': name what you export; only doors open wide`;
    case 'ImportDeclaration':
      return zodBreach(node.source.value, node.specifiers, node.importKind === 'type');
    default:
      return null;
  }
}

function zodBreach(from: string, specifiers: readonly { type: string }[], typeOnly: boolean): string | null {
  if (!/^zod(\/.*)?$/.test(from) || typeOnly) return null;
  const whole = specifiers.every(({ type }) => type === 'ImportNamespaceSpecifier');
  return whole
    ? null
    : "zod by name: write `import * as z from 'zod'`, which lets bundlers leave out what is unused (93 KB against 26)";
}
