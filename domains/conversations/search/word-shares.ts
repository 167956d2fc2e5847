import { sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';

/** How often words are written, as PostgreSQL counted when it last looked over a month of them. */
export interface WordShares {
  /** The share of the parts that a word stands in, of the most frequent ones. */
  readonly frequent: ReadonlyMap<string, number>;
  /** What is taken for the share of any other word. */
  readonly rest: number;
}

/** Shares change slowly. */
const keepMs = 600_000;
/** Below that everything is quickly read, and chance would decide. */
const fewestParts = 20_000;

const kept = new WeakMap<ReadCtx['house'], { until: number; shares: Promise<WordShares | null> }>();

/**
 * What is known of how often words are written; null in a small or new house. It chooses the way a search goes and never
 * what it finds: the counts are of all who share the database, of one month, and up to ten minutes old.
 */
export function wordShares(ctx: ReadCtx): Promise<WordShares | null> {
  const before = kept.get(ctx.house);
  if (before && before.until > Date.now()) return before.shares;
  const shares = readShares(ctx);
  kept.set(ctx.house, { until: Date.now() + keepMs, shares });
  // a failure is not remembered
  shares.catch(() => kept.delete(ctx.house));
  return shares;
}

async function readShares(ctx: ReadCtx): Promise<WordShares | null> {
  // of the two newest months the one with more in it: a month that has only begun tells little
  const { rows } = await sql<{ words: string[] | null; shares: number[] | null; parts: number }>`
    with months as (
      select relname, reltuples from pg_class
      where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname ~ '^search_parts_(older|[0-9]{4}_[0-9]{2})$'),
    newest as (
      select relname from (select * from months where relname <> 'search_parts_older' and reltuples > 0 order by relname desc limit 2) as two
      order by reltuples desc limit 1)
    select most_common_elems::text::text[] as words, most_common_elem_freqs as shares,
      (select coalesce(sum(reltuples) filter (where reltuples > 0), 0) from months) as parts
    from newest left join pg_stats on schemaname = current_schema() and tablename = newest.relname and attname = 'words'`.execute(
    ctx.db,
  );
  const { words, shares, parts } = rows[0] ?? { words: null, shares: null, parts: 0 };
  if (!words || !shares || parts < fewestParts) return null;
  // behind the shares of the words stand the smallest and the largest of them
  const smallest = shares[words.length] ?? 0;
  return { frequent: new Map(words.map((word, at) => [word, shares[at] ?? 0])), rest: smallest / 4 };
}

const lexeme = /'((?:[^']|'')+)'(:\*)?/g;

/** In how large a share of the parts a tsquery is met, at most: of alternatives the sum, of a row the rarest. */
export function shareOf(known: WordShares, query: string): number {
  const each = [...query.matchAll(lexeme)].map(([, quoted = '', beginning]) => {
    const word = quoted.replaceAll("''", "'");
    return beginning === undefined ? (known.frequent.get(word) ?? known.rest) : beginningShare(known, word);
  });
  if (each.length === 0) return 1;
  return query.includes(' | ')
    ? Math.min(
        1,
        each.reduce((sum, one) => sum + one, 0),
      )
    : Math.min(...each);
}

function beginningShare({ frequent, rest }: WordShares, beginning: string): number {
  let sum = 0;
  for (const [word, share] of frequent) if (word.startsWith(beginning)) sum += share;
  return Math.min(1, Math.max(sum, rest));
}
