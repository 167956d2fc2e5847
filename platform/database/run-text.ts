import { CompiledQuery, type Kysely } from 'kysely';
import type { DB } from './schema.generated.ts';

/** What a statement gave; `rowCount` is null where it was put off (see `writeLater`), or counts nothing. */
export interface Given {
  readonly rows: readonly unknown[];
  readonly rowCount: number | null;
}

type Run = (text: string, values: readonly unknown[]) => Promise<Given>;

/** How the one connection of a transaction is asked, past what Kysely does for each statement. */
const straight = new WeakMap<Kysely<DB>, Run>();

/** Says that statements of this database may go to its connection straight. */
export function runsStraight(db: Kysely<DB>, run: Run): void {
  straight.set(db, run);
}

/** Runs a statement that is a text already. */
export async function runText(db: Kysely<DB>, text: string, values: readonly unknown[]): Promise<Given> {
  const run = straight.get(db);
  if (run) return run(text, values);
  // the same list, not a copy: statements that nobody waits for are known by it
  const { rows, numAffectedRows } = await db.executeQuery(CompiledQuery.raw(text, values as unknown[]));
  return { rows, rowCount: numAffectedRows === undefined ? null : Number(numAffectedRows) };
}
