import type * as z from 'zod';
import { ownWordsOf } from '#platform/contract';

type Schema = z.core.$ZodType;
type Translate = (english: string) => string;

/** Says the own words of an answer in the reader's language, as its contract marks them; all else stays as it is. */
export function sayAnswer(schema: Schema, value: unknown, translate: Translate): unknown {
  if (!speaks(schema)) return value;
  if (ownWordsOf(schema)) return typeof value === 'string' ? translate(value) : value;
  const def = (schema as z.core.$ZodTypes)._zod.def;
  if (value === null || value === undefined) return value;
  if (def.type === 'array' && Array.isArray(value)) {
    return value.map((one: unknown) => sayAnswer(def.element, one, translate));
  }
  if (def.type === 'object') {
    const parts = value as Readonly<Record<string, unknown>>;
    const said = Object.entries(def.shape)
      .filter(([name, inner]) => name in parts && speaks(inner) && isOurs(inner, parts))
      .map(([name, inner]) => [name, sayAnswer(inner, parts[name], translate)] as const);
    return { ...parts, ...Object.fromEntries(said) };
  }
  if (def.type === 'record') {
    const all = Object.entries(value as Record<string, unknown>);
    return Object.fromEntries(all.map(([name, one]) => [name, sayAnswer(def.valueType, one, translate)]));
  }
  const [inner] = innersOf(schema);
  return inner ? sayAnswer(inner, value, translate) : value;
}

/** Where people's own words can stand in its place, the field beside it tells. */
function isOurs(schema: Schema, beside: Readonly<Record<string, unknown>>): boolean {
  const onlyWhere = ownWordsOf(schema)?.onlyWhere ?? null;
  return onlyWhere === null || beside[onlyWhere] === true;
}

const known = new WeakMap<Schema, boolean>();

/** Whether anything below is marked; found out once for each schema. One that holds itself is looked at once. */
function speaks(schema: Schema): boolean {
  const before = known.get(schema);
  if (before !== undefined) return before;
  known.set(schema, false);
  const does = ownWordsOf(schema) !== undefined || innersOf(schema).some(speaks);
  known.set(schema, does);
  return does;
}

function innersOf(schema: Schema): readonly Schema[] {
  const def = (schema as z.core.$ZodTypes)._zod.def;
  if (def.type === 'object') return Object.values(def.shape);
  if (def.type === 'array') return [def.element];
  if (def.type === 'record') return [def.valueType];
  if (def.type === 'nullable' || def.type === 'optional' || def.type === 'default' || def.type === 'readonly')
    return [def.innerType];
  return [];
}
