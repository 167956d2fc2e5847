import type { Node } from 'oxc-parser';
import { isTest, type Source, sourcesOf, walk } from '../sources.ts';
import { type Breach, lineAt, type Rule } from '../tree.ts';

/** What a science may stand on, by its package: a parser or a solver without a clock, a network or a state. */
const allowedPackages: Readonly<Record<string, readonly string[]>> = {
  // MIME, HTML (and what in it is safe) and the world's character sets are sciences that others keep up better.
  // Of Node's crypto it uses hashes and signatures, which are arithmetic; its dice are refused below.
  'packages/mail': ['postal-mime', 'htmlparser2', 'iconv-lite', 'sanitize-html', 'node:crypto'],
};

export const scienceIsPure: Rule = {
  name: 'science-is-pure',
  promise: 'packages import nothing and know no clock, no randomness and no machine but as arguments',
  check: (tree) =>
    [...sourcesOf(tree).values()].flatMap((source) =>
      source.path.startsWith('packages/') && !isTest(source.path) ? breachesIn(source) : [],
    ),
};

function breachesIn(source: Source): Breach[] {
  const breaches: Breach[] = [];
  const say = (offset: number, says: string): number =>
    breaches.push({ file: source.path, line: lineAt(source.text, offset), says });
  const allowed = allowedPackages[source.path.split('/', 2).join('/')] ?? [];
  for (const { specifier, line, how } of source.imports) {
    if (specifier.startsWith('.') || allowed.includes(specifier)) continue;
    breaches.push({
      file: source.path,
      line,
      says: `${how === 'type' ? 'names' : 'imports'} ${specifier}: packages import nothing; take the value as an argument`,
    });
  }
  walk(source.program, (node) => {
    const impure = impureCall(node);
    if (impure) say(node.start, `${impure}: take it as an argument`);
  });
  return breaches;
}

const impureMembers: Readonly<Record<string, string>> = {
  'Date.now': 'reads the clock (Date.now)',
  'performance.now': 'reads the clock (performance.now)',
  'Math.random': 'throws dice (Math.random)',
  'crypto.randomUUID': 'throws dice (crypto.randomUUID)',
  'crypto.getRandomValues': 'throws dice (crypto.getRandomValues)',
  'process.env': 'reads the machine (process.env)',
  'process.hrtime': 'reads the clock (process.hrtime)',
};

function impureCall(node: Node): string | null {
  if (node.type === 'NewExpression' && node.callee.type === 'Identifier' && node.callee.name === 'Date') {
    return node.arguments.length === 0 ? 'reads the clock (new Date())' : null;
  }
  if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'Date')
    return 'reads the clock (Date())';
  if (
    node.type === 'CallExpression' &&
    node.callee.type === 'Identifier' &&
    /^random(Bytes|UUID|Int|FillSync)$/.test(node.callee.name)
  )
    return `throws dice (${node.callee.name})`;
  if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'fetch')
    return 'calls the network (fetch)';
  if (node.type !== 'MemberExpression' || node.object.type !== 'Identifier' || node.property.type !== 'Identifier')
    return null;
  return impureMembers[`${node.object.name}.${node.property.name}`] ?? null;
}
