import type { ReadCtx } from '#platform/ctx';
import { namesOfThings } from '#platform/domain';
import { problem } from '#platform/problem';

const nothingSoCalled = problem(
  'config/nothing-of-this-name',
  422,
  'The file names something that is not there',
  'Name it in the file first, or mend the spelling. People are invited first.',
);

/** What begins a name that stands in place of an id. */
const sign = '=';

/** Writes names in place of ids, and finds the ids again. */
export interface Names {
  toNames(value: unknown): unknown;
  toIds(value: unknown): unknown;
}

/** The names of all that things of a file can name, as they are now. */
export async function readNames(ctx: ReadCtx): Promise<Names> {
  const [byId, byName] = [new Map<string, string>(), new Map<string, string>()];
  for (const { of, id, name } of await namesOfThings(ctx)) {
    const written = `${sign}${of}/${name}`;
    byId.set(id, written);
    // where two are called the same, the first one is meant
    if (!byName.has(written)) byName.set(written, id);
  }
  const kinds = new Set(ctx.house.configNames.map(({ of }) => of));
  return {
    toNames: (value) => everyText(value, (text) => byId.get(text) ?? text),
    toIds: (value) =>
      everyText(value, (text) => {
        if (!isName(text, kinds)) return text;
        const id = byName.get(text);
        if (id === undefined) throw nothingSoCalled({ detail: text });
        return id;
      }),
  };
}

/** Whether something in a value is a name that stands for an id. */
export function hasNames(ctx: ReadCtx, value: unknown): boolean {
  const kinds = new Set(ctx.house.configNames.map(({ of }) => of));
  let found = false;
  everyText(value, (text) => {
    found ||= isName(text, kinds);
    return text;
  });
  return found;
}

function isName(text: string, kinds: ReadonlySet<string>): boolean {
  return text.startsWith(sign) && kinds.has(text.slice(1, text.indexOf('/')));
}

/** The same value with every text in it, also those that are keys, as `change` says. */
function everyText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => everyText(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [change(key), everyText(one, change)]));
}
