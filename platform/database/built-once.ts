import type { CompiledQuery, Kysely } from 'kysely';
import { runText } from './run-text.ts';
import type { DB } from './schema.generated.ts';

/** Where a value goes in a statement that was built before it was known. */
class Place {
  readonly name: string | symbol;

  constructor(name: string | symbol) {
    this.name = name;
  }
}

/** Stands for what will be given: each of its fields is a place. */
const places: unknown = new Proxy({}, { get: (_, name) => new Place(name) });

/** A statement whose text is known; what is given is put in its places. */
interface Built {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * A statement of the busiest paths, built by Kysely once instead of each time: building took as long as sending. `build`
 * is run with places instead of values, so it hands each one on as it is, and decides nothing by them: a value that may
 * be null is for `insert` alone, and a list goes through `any(…)`.
 */
export function builtOnce<Given extends object, Row>(
  build: (db: Kysely<DB>, given: Given) => { compile(db: Kysely<DB>): CompiledQuery<Row> },
): (db: Kysely<DB>, given: Given) => Promise<readonly Row[]> {
  let built: Built | undefined;
  return async (db, given) => {
    built ??= builtOf(build(db, places as Given).compile(db));
    const of = given as Readonly<Record<string | symbol, unknown>>;
    const values = built.values.map((value) => (value instanceof Place ? valueAt(of, value) : value));
    const { rows } = await runText(db, built.text, values);
    return rows as readonly Row[];
  };
}

function builtOf({ sql, parameters }: CompiledQuery): Built {
  return { text: sql, values: parameters };
}

function valueAt(given: Readonly<Record<string | symbol, unknown>>, { name }: Place): unknown {
  const value = given[name];
  if (value === undefined) throw new Error(`A prepared statement was given no "${String(name)}".`);
  return value;
}
