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

/** Beyond so many sets of fields a statement is built for the one time: verbs give few, and a leak would be quiet. */
const setLimit = 200;

/**
 * The same where the fields given differ from verb to verb: one statement for each set of them. `names` are those that
 * have a value; what is left out is left as it is, or to the database's standard.
 */
export function builtByFields<Given extends object, Row>(
  build: (
    db: Kysely<DB>,
    given: Given,
    names: readonly (keyof Given & string)[],
  ) => { compile(db: Kysely<DB>): CompiledQuery<Row> },
): (db: Kysely<DB>, given: Given) => Promise<readonly Row[]> {
  const known = new Map<string, ReturnType<typeof builtOnce<Given, Row>>>();
  return (db, given) => {
    const all = Object.keys(given) as (keyof Given & string)[];
    const names = all.filter((name) => given[name] !== undefined);
    const key = names.join();
    const statement = known.get(key) ?? builtOnce<Given, Row>((to, at) => build(to, at, names));
    if (known.size < setLimit) known.set(key, statement);
    return statement(db, given);
  };
}

function builtOf({ sql, parameters }: CompiledQuery): Built {
  return { text: sql, values: parameters };
}

function valueAt(given: Readonly<Record<string | symbol, unknown>>, { name }: Place): unknown {
  const value = given[name];
  if (value === undefined) throw new Error(`A statement was given no "${String(name)}".`);
  return value;
}
