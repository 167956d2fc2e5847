import { type Comment, type Node, parseSync, type Program, visitorKeys } from 'oxc-parser';
import { lineAt, type Tree } from './tree.ts';

/** How one file names another. */
export interface Import {
  readonly specifier: string;
  readonly line: number;
  /** Erased before it runs. `import { type A }` is not: Node still loads the module. */
  readonly typeOnly: boolean;
  readonly how: 'import' | 'export' | 'dynamic' | 'type' | 'glob';
}

/** One parsed file of the tree. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly program: Program;
  readonly comments: readonly Comment[];
  readonly imports: readonly Import[];
  /** What the parser could not read, with its line. */
  readonly errors: readonly { line: number; says: string }[];
}

const parsed = new WeakMap<Tree, ReadonlyMap<string, Source>>();

/** All code of the tree, parsed once. */
export function sourcesOf(tree: Tree): ReadonlyMap<string, Source> {
  const known = parsed.get(tree);
  if (known) return known;
  const sources = new Map<string, Source>();
  for (const [path, text] of tree) if (/\.(ts|tsx|mts|mjs|js)$/.test(path)) sources.set(path, parseSource(path, text));
  parsed.set(tree, sources);
  return sources;
}

/** A file beside the code that proves or measures it (`x.test.ts`, `bench.ts`, `test-x.ts`), not a part of what runs. */
export function isTest(path: string): boolean {
  return (
    /(\.|\/)(test|bench)\.tsx?$|\/test-[\w-]+\.tsx?$/.test(path) || /^(tests|bench|platform\/testing)\//.test(path)
  );
}

/** Visits every node below `node`, parents first, with the parents nearest last. Bounded by the syntax tree. */
export function walk(
  node: Node,
  visit: (node: Node, parents: readonly Node[]) => void,
  parents: readonly Node[] = [],
): void {
  visit(node, parents);
  const inner = [...parents, node];
  for (const key of visitorKeys[node.type] ?? []) {
    const child: unknown = Reflect.get(node, key);
    for (const one of Array.isArray(child) ? child : [child]) if (isNode(one)) walk(one, visit, inner);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'type') === 'string';
}

function parseSource(path: string, text: string): Source {
  const { program, comments, errors } = parseSync(path, text);
  const imports: Import[] = [];
  walk(program, (node) => imports.push(...importsAt(node, text)));
  return {
    path,
    text,
    program,
    comments,
    imports,
    errors: errors.map((error) => ({ line: lineAt(text, error.labels[0]?.start ?? 0), says: error.message })),
  };
}

function importsAt(node: Node, text: string): Import[] {
  const line = lineAt(text, node.start);
  switch (node.type) {
    case 'ImportDeclaration':
      return [{ specifier: node.source.value, line, typeOnly: node.importKind === 'type', how: 'import' }];
    case 'ExportAllDeclaration':
      return [{ specifier: node.source.value, line, typeOnly: node.exportKind === 'type', how: 'export' }];
    case 'ExportNamedDeclaration':
      if (!node.source) return [];
      return [{ specifier: node.source.value, line, typeOnly: node.exportKind === 'type', how: 'export' }];
    case 'ImportExpression':
      return stringsIn(node.source).map((specifier) => ({ specifier, line, typeOnly: false, how: 'dynamic' }));
    case 'TSImportType':
      return [{ specifier: node.source.value, line, typeOnly: true, how: 'type' }];
    case 'CallExpression':
      if (!/^import\s*\.\s*meta\s*\.\s*glob$/.test(text.slice(node.callee.start, node.callee.end))) return [];
      return stringsIn(node.arguments[0]).map((specifier) => ({ specifier, line, typeOnly: false, how: 'glob' }));
    default:
      return [];
  }
}

/** The strings written out in an expression: one, or an array of them. */
export function stringsIn(node: Node | null | undefined): string[] {
  if (!node) return [];
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : [];
  if (node.type === 'ArrayExpression') return node.elements.flatMap((element) => stringsIn(element));
  if (node.type === 'TemplateLiteral' && node.quasis.length === 1) return [node.quasis[0]?.value.cooked ?? ''];
  if (node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression') return stringsIn(node.expression);
  return [];
}
