import type { DB } from './schema.generated.ts';

const watched = new Set<string>();
let names: RegExp | null = null;
let writes = 0;

/** By their text: whether it may write a watched table. Looked at once for each, for every statement comes by here. */
const known = new Map<string, boolean>();
const knownLimit = 2_000;
/** Longer ones are bulk inserts that are never asked again. */
const knownTextLimit = 6_000;

/** From now on statements of this process that write these tables are counted. */
export function watchWrites(tables: readonly (keyof DB & string)[]): void {
  for (const table of tables) watched.add(table);
  names = new RegExp(`\\b(?:${[...watched].join('|')})\\b`, 'i');
  known.clear();
}

/**
 * How many statements that may write a watched table were asked so far, in whichever transaction: as long as it stays, no
 * transaction has changed them itself since. Counted when they are asked, so that one that is put off counts as well.
 */
export function writesSoFar(): number {
  return writes;
}

/** Looks at a statement on its way to the database. */
export function noteStatement(text: string): void {
  let isWrite = known.get(text);
  if (isWrite === undefined) {
    isWrite = mayWrite(text);
    if (known.size < knownLimit && text.length <= knownTextLimit) known.set(text, isWrite);
  }
  if (isWrite) writes += 1;
}

/** Rather once too often (a `for update`): that costs a look at the mark. Back to a savepoint is a change, too. */
function mayWrite(text: string): boolean {
  if (/^\s*rollback\s+to\b/i.test(text)) return true;
  return names !== null && /\b(?:insert|update|delete|merge|truncate)\b/i.test(text) && names.test(text);
}
