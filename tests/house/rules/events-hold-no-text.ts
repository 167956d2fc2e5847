import type * as z from 'zod';
import { channelKinds } from '#platform/contract';

/** Longest list of values in an event: more is a job's data, not a fact. */
const listLimit = 1_000;

/** What a body may be made of; everything else could carry words of a person. */
const innocent = new Set([
  'number',
  'boolean',
  'enum',
  'literal',
  'null',
  'undefined',
  'date',
  'int',
  'bigint',
  'never',
  'void',
]);
const innocentFormats = new Set(['uuid', 'guid', 'datetime', 'date', 'time', 'duration']);
/** Words of the house that no enum can list, because a domain brings them with it. */
const openEnums: ReadonlySet<unknown> = new Set([channelKinds]);
const wrappers = new Set(['optional', 'nullable', 'default', 'prefault', 'readonly', 'nonoptional', 'catch']);

/**
 * The parts of an event's body that could hold free text, as `path: why`. A body holds ids, enums, numbers and times,
 * so that erasing a person never rewrites history.
 */
export function textIn(schema: z.core.$ZodType, path = 'body'): string[] {
  const { def } = schema._zod;
  if (innocent.has(def.type) || openEnums.has(schema)) return [];
  if (wrappers.has(def.type)) return textIn(inner(def, 'innerType'), path);
  switch (def.type) {
    case 'string':
      return textInString(schema, path);
    case 'object':
      return textInObject(def as z.core.$ZodObjectDef, path);
    case 'array':
      return [...unbounded(schema, path), ...textIn(inner(def, 'element'), `${path}[]`)];
    case 'tuple':
      return (def as z.core.$ZodTupleDef).items.flatMap((item, index) => textIn(item, `${path}[${index}]`));
    case 'union':
      return (def as z.core.$ZodUnionDef).options.flatMap((option) => textIn(option, path));
    case 'pipe':
      return textIn(inner(def, 'out'), path);
    default:
      return [
        `${path}: ${def.type} may hold text; use ids, enums, numbers, times, and bounded lists and objects of these`,
      ];
  }
}

function textInString(schema: z.core.$ZodType, path: string): string[] {
  const format: unknown = Reflect.get(schema._zod.def, 'format');
  if (typeof format === 'string' && innocentFormats.has(format)) return [];
  const checks = (schema._zod.def.checks ?? []).map((check) => Reflect.get(check._zod.def, 'format'));
  if (checks.some((one) => typeof one === 'string' && innocentFormats.has(one))) return [];
  return [`${path}: a free string; keep the text in an erasable table and name its id here, or write an enum`];
}

function textInObject(def: z.core.$ZodObjectDef, path: string): string[] {
  const loose = def.catchall && def.catchall._zod.def.type !== 'never' ? [`${path}: takes any key; name each`] : [];
  return [...loose, ...Object.entries(def.shape).flatMap(([key, value]) => textIn(value, `${path}.${key}`))];
}

function unbounded(schema: z.core.$ZodType, path: string): string[] {
  const bounded = (schema._zod.def.checks ?? []).some(({ _zod: { def } }) => {
    const most: unknown = Reflect.get(def, 'maximum') ?? Reflect.get(def, 'length');
    return typeof most === 'number' && most <= listLimit;
  });
  return bounded ? [] : [`${path}: a list without a bound; add .max(n), at most ${listLimit}`];
}

function inner(def: z.core.$ZodTypeDef, field: string): z.core.$ZodType {
  return Reflect.get(def, field) as z.core.$ZodType;
}
