import type { Node } from 'oxc-parser';
import { type Source, sourcesOf, walk } from '../sources.ts';
import { type Breach, lineAt, type Rule } from '../tree.ts';

const fileLimitLines = 300;
const functionLimitLines = 60;
/** A component is markup for the larger part. */
const componentLimitLines = 150;

/** Made by a tool, or data: nobody reads it as code. */
const apart = /(^|\/)(fixtures|generated)\/|\.generated\.\w+$|\.d\.ts$|^package-lock\.json$/;

export const smallFiles: Rule = {
  name: 'small-files',
  promise: `a file has at most ${fileLimitLines} lines, a function ${functionLimitLines}, a component ${componentLimitLines}; tables, fixtures and generated apart`,
  check(tree) {
    const code = [...sourcesOf(tree).values()].filter(({ path }) => !apart.test(path)).flatMap(breachesIn);
    const styles = [...tree]
      .filter(([path]) => path.endsWith('.css') && !apart.test(path))
      .flatMap(([file, text]) => tooLong(file, linesOf(text)));
    return [...code, ...styles];
  },
};

function breachesIn(source: Source): Breach[] {
  const breaches = tooLong(source.path, linesOf(source.text) - tableLines(source));
  walk(source.program, (node, parents) => {
    if (!isFunction(node) || isContainer(source, parents)) return;
    const lines = span(source, node) - tableLinesWithin(source, node);
    const limit = isComponent(node, parents, source) ? componentLimitLines : functionLimitLines;
    if (lines <= limit) return;
    breaches.push({
      file: source.path,
      line: lineAt(source.text, node.start),
      says: `a function of ${lines} lines, the most is ${limit}: say its steps as functions below it, in the order they are called`,
    });
  });
  return breaches;
}

function tooLong(file: string, lines: number): Breach[] {
  if (lines <= fileLimitLines) return [];
  return [
    {
      file,
      line: fileLimitLines + 1,
      says: `has ${lines} lines, the most is ${fileLimitLines}: split it by what it does (a file a verb), never into "part2" or helpers`,
    },
  ];
}

function linesOf(text: string): number {
  return text.trimEnd().split('\n').length;
}

function span(source: Source, node: Node): number {
  return lineAt(source.text, node.end) - lineAt(source.text, node.start) + 1;
}

function isFunction(node: Node): boolean {
  return (
    node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression'
  );
}

/** `describe('…', () => {…})`, also as `describe.skipIf(…)('…', …)`, holds tests as a file does. */
function isContainer(source: Source, parents: readonly Node[]): boolean {
  const call = parents.at(-1);
  return call?.type === 'CallExpression' && /^describe\b/.test(source.text.slice(call.callee.start, call.callee.end));
}

function isComponent(node: Node, parents: readonly Node[], source: Source): boolean {
  if (!source.path.endsWith('.tsx')) return false;
  const named = node.type === 'FunctionDeclaration' ? node : parents.at(-1);
  const name = named?.type === 'FunctionDeclaration' || named?.type === 'VariableDeclarator' ? named.id : null;
  return name?.type === 'Identifier' && /^[A-Z]/.test(name.name);
}

/** Lines of pure data at the top of a file (a table written as an array or object of literals). */
function tableLines(source: Source): number {
  return sum(
    source,
    source.program.body.flatMap((statement) => tablesIn(statement)),
  );
}

function tableLinesWithin(source: Source, within: Node): number {
  const tables: Node[] = [];
  walk(within, (node) => tables.push(...tablesIn(node)));
  return sum(source, tables);
}

function sum(source: Source, tables: readonly Node[]): number {
  return tables.reduce((lines, table) => lines + Math.max(0, span(source, table) - 2), 0);
}

function tablesIn(statement: Node): Node[] {
  const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  if (declaration?.type !== 'VariableDeclaration') return [];
  return declaration.declarations.flatMap(({ init }) => (init && isTable(init) ? [init] : []));
}

function isTable(node: Node): boolean {
  switch (node.type) {
    case 'ArrayExpression':
      return node.elements.every((element) => element !== null && isData(element));
    case 'ObjectExpression':
      return node.properties.every((property) => property.type === 'Property' && isData(property.value));
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return isTable(node.expression);
    case 'NewExpression':
      return node.arguments.length === 1 && node.arguments.every(isTable);
    default:
      return false;
  }
}

function isData(node: Node): boolean {
  if (node.type === 'Literal' || isTable(node)) return true;
  if (node.type === 'TemplateLiteral') return node.expressions.length === 0;
  return node.type === 'UnaryExpression' && node.argument.type === 'Literal';
}
