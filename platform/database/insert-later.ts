import type { Insertable, Kysely } from 'kysely';
import type { DB } from './schema.generated.ts';
import { writeTextLater } from './statements.ts';

/** Texts by table, columns and number of rows: building the same insert for every message cost more than sending it. */
const texts = new Map<string, string>();
/** Beyond it a text is built for the one time: callers' columns vary little, and a leak would be quiet. */
const textLimit = 500;

/**
 * Inserts rows that nobody waits for (see `writeLater`), of values alone. All rows have the columns of the first, each
 * with a value: what is left to the database's standard is left out of all, for `undefined` would be written as null.
 * `orNothing` leaves out those that are there already.
 */
export async function insertLater<Table extends keyof DB & string>(
  db: Kysely<DB>,
  table: Table,
  rows: Insertable<DB[Table]> | readonly Insertable<DB[Table]>[],
  options: { readonly orNothing?: boolean } = {},
): Promise<void> {
  const list = (Array.isArray(rows) ? rows : [rows]) as readonly Readonly<Record<string, unknown>>[];
  const columns = Object.keys(list[0] ?? {});
  if (columns.length === 0) return;
  const text = textOf(table, columns, list.length, options.orNothing ?? false);
  const values = list.flatMap((row) => valuesOf(table, columns, row));
  await writeTextLater(db, text, values);
}

function valuesOf(table: string, columns: readonly string[], row: Readonly<Record<string, unknown>>): unknown[] {
  const more = Object.keys(row).find((column) => !columns.includes(column));
  if (more !== undefined) throw new Error(`A row for ${table} has "${more}", which the first one has not.`);
  return columns.map((column) => {
    if (row[column] === undefined) throw new Error(`A row for ${table} has no value for "${column}".`);
    return row[column];
  });
}

function textOf(table: string, columns: readonly string[], count: number, isOrNothing: boolean): string {
  const key = `${table} ${columns.join()} ${count} ${isOrNothing}`;
  const known = texts.get(key);
  if (known) return known;
  const width = columns.length;
  const row = (n: number): string => `(${columns.map((_, at) => `$${n * width + at + 1}`).join(', ')})`;
  const rows = Array.from({ length: count }, (_, n) => row(n)).join(', ');
  const names = columns.map((column) => `"${column}"`).join(', ');
  const place = table
    .split('.')
    .map((part) => `"${part}"`)
    .join('.');
  const text = `insert into ${place} (${names}) values ${rows}${isOrNothing ? ' on conflict do nothing' : ''}`;
  if (texts.size < textLimit) texts.set(key, text);
  return text;
}
