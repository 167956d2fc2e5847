import type { Node } from 'oxc-parser';
import { isTest, type Source, sourcesOf } from '../sources.ts';
import { type Breach, lineAt, type Rule } from '../tree.ts';

export const functionsAreTold: Rule = {
  name: 'functions-are-told',
  promise: 'each exported function has a doc comment: one sentence in the words of its reader',
  check: (tree) => [...sourcesOf(tree).values()].flatMap((source) => (concerns(source.path) ? breachesIn(source) : [])),
};

function concerns(path: string): boolean {
  return (
    /^(packages|platform|domains|desks|apps)\//.test(path) && !isTest(path) && !/\.(generated|config)\.\w+$/.test(path)
  );
}

function breachesIn(source: Source): Breach[] {
  const breaches: Breach[] = [];
  const told = new Set<string>();
  for (const statement of source.program.body) {
    if (statement.type !== 'ExportNamedDeclaration' || !statement.declaration) continue;
    for (const name of functionNames(statement.declaration)) {
      // The first of several overloads speaks for all.
      if (told.has(name) || hasComment(source, statement)) {
        told.add(name);
        continue;
      }
      breaches.push({
        file: source.path,
        line: lineAt(source.text, statement.start),
        says: `${name} has no doc comment: say in one sentence what it is for, as /** … */ above it`,
      });
    }
  }
  return breaches;
}

function functionNames(declaration: Node): string[] {
  if (declaration.type === 'FunctionDeclaration' || declaration.type === 'TSDeclareFunction')
    return declaration.id ? [declaration.id.name] : [];
  if (declaration.type !== 'VariableDeclaration') return [];
  return declaration.declarations.flatMap(({ id, init }) =>
    id.type === 'Identifier' && (init?.type === 'ArrowFunctionExpression' || init?.type === 'FunctionExpression')
      ? [id.name]
      : [],
  );
}

function hasComment(source: Source, statement: Node): boolean {
  return source.comments.some(
    ({ type, value, end }) =>
      type === 'Block' &&
      value.startsWith('*') &&
      end <= statement.start &&
      source.text.slice(end, statement.start).trim() === '',
  );
}
