import { join } from 'node:path';
import {
  type CallExpression,
  type Expression,
  isCallExpression,
  isPropertyAccessExpression,
  type Node,
} from 'typescript/unstable/ast';
import { API, type Checker, type Type, TypeFlags } from 'typescript/unstable/sync';
import * as z from 'zod';

/** What the audit log can hold before and after an act: the fields, and the words of lists that stand in them. */
export interface AuditFacts {
  readonly fields: readonly string[];
  /** Each as `field.word`. */
  readonly words: readonly string[];
  /** Fields of which the code does not say what they hold. */
  readonly open: readonly string[];
  /** Names of fields that a schema gives itself. */
  readonly titles: readonly string[];
}

/** Collects fields and words; a name is said once, wherever it stands. */
class Found {
  readonly fields = new Set<string>();
  readonly words = new Set<string>();
  readonly open = new Set<string>();
  readonly titles = new Set<string>();

  get facts(): AuditFacts {
    const sorted = (of: ReadonlySet<string>): readonly string[] => [...of].toSorted();
    const { fields, words, open, titles } = this;
    return { fields: sorted(fields), words: sorted(words), open: sorted(open), titles: sorted(titles) };
  }
}

/** Every field that `ctx.audit(…)` can be given, as the compiler knows their types: nobody keeps a list of them. */
export function auditFieldsOf(root: string): AuditFacts {
  const api = new API({ cwd: root });
  try {
    const [project] = api.updateSnapshot({ openProjects: [join(root, 'tsconfig.json')] }).getProjects();
    if (!project) throw new Error('The program could not be read.');
    const { checker, program } = project;
    const found = new Found();
    for (const file of program.getSourceFileNames()) {
      if (!file.startsWith(join(root, 'domains')) || file.endsWith('.test.ts')) continue;
      const source = program.getSourceFile(file);
      if (source?.text.includes('.audit(')) each(source, (node) => isNote(node) && readNote(node, checker, found));
    }
    return found.facts;
  } finally {
    api.close();
  }
}

function each(node: Node, look: (node: Node) => unknown): void {
  look(node);
  node.forEachChild((child) => each(child, look));
}

function isNote(node: Node): node is CallExpression {
  return isCallExpression(node) && isPropertyAccessExpression(node.expression) && node.expression.name.text === 'audit';
}

function readNote(call: CallExpression, checker: Checker, found: Found): void {
  const note = call.arguments[0] as Expression;
  const noteType = checker.getTypeAtLocation(note);
  for (const side of checker.getPropertiesOfType(noteType ?? never()))
    if (side.name === 'before' || side.name === 'after') {
      const type = checker.getTypeOfSymbolAtLocation(side, note) ?? never();
      readType('', type, { checker, note, found }, 0);
    }
}

function never(): never {
  throw new Error('A type could not be read.');
}

interface Reading {
  readonly checker: Checker;
  readonly note: Expression;
  readonly found: Found;
}

/** Deepest that facts of an act lie within each other. */
const deepest = 6;

function readType(field: string, type: Type, reading: Reading, depth: number): void {
  const { checker, note, found } = reading;
  if (depth > deepest) return;
  if (type.isUnionType()) {
    for (const one of type.getTypes()) readType(field, one, reading, depth);
    return;
  }
  if (type.flags & (TypeFlags.Null | TypeFlags.Undefined)) return;
  if (type.isStringLiteralType()) {
    found.words.add(`${field}.${type.value}`);
    return;
  }
  if (type.flags & (TypeFlags.Unknown | TypeFlags.Any)) {
    found.open.add(field);
    return;
  }
  // an intersection is an id: a text with a mark of what it is the id of
  if (!(type.flags & TypeFlags.Object) || checker.typeToString(type) === 'Date') return;
  const element = checker.isArrayLikeType(type) ? checker.getTypeArguments(type as never)[0] : undefined;
  if (element) {
    readType(field, element, reading, depth + 1);
    return;
  }
  for (const { valueType } of checker.getIndexInfosOfType(type)) readType(field, valueType, reading, depth + 1);
  for (const part of checker.getPropertiesOfType(type)) {
    if (!isNumber(part.name)) found.fields.add(part.name);
    const inner = checker.getTypeOfSymbolAtLocation(part, note);
    if (inner) readType(isNumber(part.name) ? field : part.name, inner, reading, depth + 1);
  }
}

function isNumber(name: string): boolean {
  return /^\d+$/.test(name);
}

/** The same of schemas: what an administrator can set for a workspace or a line is read from there. */
export function fieldsOfSchemas(schemas: Readonly<Record<string, readonly z.ZodType[]>>): AuditFacts {
  const found = new Found();
  for (const [field, all] of Object.entries(schemas))
    for (const schema of all)
      readSchema(field, z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as Json, found);
  return found.facts;
}

interface Json {
  readonly title?: string;
  readonly properties?: Readonly<Record<string, Json>>;
  readonly additionalProperties?: Json | boolean;
  readonly items?: Json;
  readonly anyOf?: readonly Json[];
  readonly oneOf?: readonly Json[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
}

function readSchema(field: string, schema: Json, found: Found): void {
  for (const word of [...(schema.enum ?? []), schema.const])
    if (typeof word === 'string' && word !== '') found.words.add(`${field}.${word}`);
  for (const inner of [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), schema.items, schema.additionalProperties])
    if (typeof inner === 'object') readSchema(field, inner, found);
  for (const [name, inner] of Object.entries(schema.properties ?? {})) {
    // what has a title is named by its schema, and told by the server
    if (inner.title === undefined) found.fields.add(name);
    else found.titles.add(inner.title);
    readSchema(name, inner, found);
  }
}
