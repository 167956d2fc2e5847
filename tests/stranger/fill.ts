import * as z from 'zod';
import { newId } from '#platform/database';

/** A place of an id in a request: where it stands, and what kind of object it names. */
export interface IdSlot {
  /** `params.id`, `body.lineId`, `body.roleIds.0`. */
  readonly path: string;
  readonly kind: string;
}

/** A value for a schema, with every id that names an object. */
export interface Filled {
  readonly value: unknown;
  readonly slots: readonly IdSlot[];
  /** Ids whose contract does not say what they name. */
  readonly unnamed: readonly string[];
}

/** Ids that the client makes, and where a page goes on: they name nothing that is there. */
const clientMade = /(^|\.)(id|messageId)$|^query\.(after|before)$/;
/** Leaves are guessed: the first of these that the schema takes. */
const guesses: readonly unknown[] = [
  'Specimen',
  '2030-01-07T09:00:00Z',
  '2030-01-07',
  'someone@specimen.example',
  '+49 30 901820',
  'https://specimen.example',
  'UTC',
  'en',
  '09:00',
  'specimen-specimen-specimen',
  1,
  60,
  3600,
  0,
  true,
  false,
  null,
  {},
  [],
];

/**
 * Makes a value that a schema takes: required parts, and everything that holds an id. `idOf` gives the id for a kind;
 * kinds it does not know are not names of objects.
 */
export async function fill(
  schema: z.ZodType | undefined,
  where: string,
  idOf: (path: string, kind: string) => Promise<string | null>,
): Promise<Filled> {
  const slots: IdSlot[] = [];
  const unnamed: string[] = [];
  if (!schema) return { value: undefined, slots, unnamed };

  const visit = async (type: z.core.$ZodType, path: string, kindAbove: string | null): Promise<unknown> => {
    const { def } = type._zod;
    const kind = kindOf(type) ?? kindAbove;
    if (def.type === 'object') return visitObject((def as z.core.$ZodObjectDef).shape, path);
    if (def.type === 'array') {
      const element = await visit((def as z.core.$ZodArrayDef).element, `${path}.0`, null);
      return holdsIds(path) || !takes(type, []) ? [element] : [];
    }
    if (def.type === 'pipe') return visit((def as z.core.$ZodPipeDef).in, path, kind);
    if ('innerType' in def) return visit(def.innerType as z.core.$ZodType, path, kind);
    if (isUuid(type)) return visitId(path, kind);
    if (def.type === 'enum') return Object.values((def as z.core.$ZodEnumDef).entries)[0];
    if (def.type === 'literal') return (def as z.core.$ZodLiteralDef<z.core.util.Literal>).values[0];
    return guesses.find((guess) => takes(type, guess));
  };
  const visitObject = async (
    shape: Readonly<Record<string, z.core.$ZodType>>,
    path: string,
  ): Promise<Record<string, unknown>> => {
    const made: Record<string, unknown> = {};
    for (const [name, part] of Object.entries(shape)) {
      const value = await visit(part, `${path}.${name}`, null);
      if (!takes(part, undefined) || holdsIds(`${path}.${name}`)) made[name] = value;
    }
    return made;
  };
  const visitId = async (path: string, declared: string | null): Promise<string> => {
    if (!path.startsWith('params.') && clientMade.test(path)) return newId();
    const kind = declared ?? nameOf(path);
    const id = await idOf(path, kind);
    if (id === null) unnamed.push(path);
    else slots.push({ path, kind });
    return id ?? newId();
  };
  const holdsIds = (path: string): boolean =>
    slots.some((slot) => slot.path === path || slot.path.startsWith(`${path}.`));

  return { value: await visit(schema, where, null), slots, unnamed };
}

/** The same value with another id in one place. */
export function withId(value: unknown, path: string, id: string): unknown {
  const [, ...steps] = path.split('.');
  const copy = structuredClone(value) as Record<string, unknown>;
  let at = copy;
  for (const step of steps.slice(0, -1)) at = at[step] as Record<string, unknown>;
  at[steps.at(-1) ?? ''] = id;
  return copy;
}

function kindOf(type: z.core.$ZodType): string | null {
  return (z.globalRegistry.get(type) as { object?: string } | undefined)?.object ?? null;
}

/** `queueId` names a Queue where nothing else is said. */
function nameOf(path: string): string {
  const last =
    path
      .replace(/\.\d+$/, '')
      .split('.')
      .at(-1) ?? '';
  const stem = last.replace(/Ids?$/, '');
  return stem.charAt(0).toUpperCase() + stem.slice(1);
}

function isUuid(type: z.core.$ZodType): boolean {
  const { def } = type._zod;
  return def.type === 'string' && (def as { format?: string }).format === 'uuid';
}

function takes(type: z.core.$ZodType, value: unknown): boolean {
  return z.safeParse(type, value).success;
}
