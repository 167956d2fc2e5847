import type { Function as Declared, Node, ObjectExpression } from 'oxc-parser';
import { isTest, type Source, sourcesOf, walk } from './sources.ts';
import type { Tree } from './tree.ts';

/** What the code writes into the audit log: codes of acts and of kinds of things, and the places that cannot be read. */
export interface AuditCodes {
  readonly acts: readonly string[];
  readonly kinds: readonly string[];
  /** Places where no code could be read: write it there so that this can. */
  readonly unread: readonly string[];
}

/** Every line that `ctx.audit(…)` can write, as the code of the domains stands there: nobody keeps a list of them. */
export function auditCodesOf(tree: Tree): AuditCodes {
  const acts = new Set<string>();
  const kinds = new Set<string>();
  const unread: string[] = [];
  for (const source of sourcesOf(tree).values()) {
    if (!source.path.startsWith('domains/') || isTest(source.path) || source.path.includes('/console/')) continue;
    for (const { note, within } of notesIn(source)) {
      const action = valueOf(note, 'action');
      const found = action ? stringsOf(action, within, source) : [];
      for (const act of found) acts.add(act);
      if (found.length === 0) unread.push(source.path);
      for (const kind of kindsOf(note, within, source) ?? found.map((act) => act.split('.')[0] ?? '')) kinds.add(kind);
    }
  }
  return { acts: [...acts].toSorted(), kinds: [...kinds].toSorted(), unread };
}

interface Note {
  readonly note: ObjectExpression;
  readonly within: Declared | null;
}

function notesIn({ program }: Source): readonly Note[] {
  const notes: Note[] = [];
  walk(program, (node, parents) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return;
    const { property } = node.callee;
    const [note] = node.arguments;
    if (property.type !== 'Identifier' || property.name !== 'audit' || note?.type !== 'ObjectExpression') return;
    notes.push({ note, within: functionOf(parents) });
  });
  return notes;
}

/** The kinds of a note: written out in it, or in the object that is spread into it; null where they are made of the act. */
function kindsOf(note: ObjectExpression, within: Declared | null, source: Source): readonly string[] | null {
  const own = valueOf(note, 'objectKind');
  const spread = note.properties.flatMap((part) => {
    if (part.type !== 'SpreadElement' || part.argument.type !== 'Identifier' || !within) return [];
    const said = saidIn(within, part.argument.name);
    return said?.type === 'ObjectExpression' ? (valueOf(said, 'objectKind') ?? []) : [];
  });
  const found = [own ?? [], spread].flat().flatMap((node) => stringsOf(node, within, source));
  return found.length > 0 ? found : null;
}

function valueOf(object: ObjectExpression, name: string): Node | null {
  for (const part of object.properties)
    if (part.type === 'Property' && part.key.type === 'Identifier' && part.key.name === name) return part.value;
  return null;
}

/** Every string an expression can be: written out, chosen, filled in, a constant of its function, or what it is called with. */
function stringsOf(node: Node, within: Declared | null, source: Source): readonly string[] {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : [];
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].flatMap((branch) => stringsOf(branch, within, source));
    case 'TemplateLiteral':
      return node.quasis.reduce<readonly string[]>(
        (begun, { value }, place) => {
          const filled = node.expressions[place];
          const ends = filled ? stringsOf(filled, within, source) : [''];
          return begun.flatMap((start) => ends.map((end) => `${start}${value.cooked ?? ''}${end}`));
        },
        [''],
      );
    case 'Identifier': {
      if (!within) return [];
      const said = saidIn(within, node.name);
      return said ? stringsOf(said, within, source) : calledWith(within, node.name, source);
    }
    default:
      return [];
  }
}

/** What a constant of a function is. */
function saidIn(within: Declared, name: string): Node | null {
  let said: Node | null = null;
  walk(within, (node) => {
    if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.id.name === name) said = node.init;
  });
  return said;
}

/** What a function of a file is given for a parameter, wherever the file calls it. */
function calledWith(within: Declared, name: string, source: Source): readonly string[] {
  const place = within.params.findIndex((one) => one.type === 'Identifier' && one.name === name);
  const found: string[] = [];
  walk(source.program, (node, parents) => {
    if (place < 0 || node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return;
    const given = node.arguments[place];
    if (node.callee.name === within.id?.name && given) found.push(...stringsOf(given, functionOf(parents), source));
  });
  return found;
}

function functionOf(parents: readonly Node[]): Declared | null {
  for (const parent of parents.toReversed()) if (parent.type === 'FunctionDeclaration') return parent;
  return null;
}
