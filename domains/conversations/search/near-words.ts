import { sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import { planOnce } from '#platform/database';
import { isPair, wordsOf } from '#science/text';
import type { Search, Term } from './parse-search.ts';

/** Most neighbours of one word, and most words of a search whose neighbours are looked for. */
const neighbourLimit = 5;
const wordLimit = 6;
const candidateLimit = 40;

/** The same search with each word, or the words nearest to it that somebody wrote; null where there are none. */
export async function nearSearch(ctx: ReadCtx, search: Search): Promise<Search | null> {
  let asked = 0;
  let found = 0;
  const groups: Term[][] = [];
  for (const group of search.groups) {
    const terms: Term[] = [];
    for (const term of group) {
      const [word, more] = term.operator === null && !term.isNegated ? [...wordsOf(term.value)] : [];
      const can = word && !more && asked < wordLimit && /^\p{L}{4,30}$/u.test(word.word) && !isPair(word.word);
      if (can) asked += 1;
      const near = can ? await neighboursOf(ctx, word.word) : [];
      found += near.length;
      terms.push(term, ...near.map((value) => ({ ...term, value, isPhrase: true })));
    }
    groups.push(terms);
  }
  return found === 0 ? null : { ...search, groups };
}

/** Shortest beginning or end that leads to neighbours of a long word: two would lead to a hundredth of all words. */
const shortestPiece = 3;
/** From this length on two mistakes are forgiven. */
const longWord = 8;
/** Sorts behind every word that goes on. */
const afterAll = '\u{10FFFF}';

/**
 * Words alike in letters, nearest first. They come from everybody's texts, and are only ever used to look again with the
 * same policy: what the reader may not see stays unseen, and so do its words.
 */
async function neighboursOf(ctx: ReadCtx, word: string): Promise<readonly string[]> {
  const most = word.length >= longWord ? 2 : 1;
  const { head, tail } = piecesOf(word);
  const isAlike = sql`workspace_id = ${ctx.workspaceId}
    and length(word) between ${word.length - most}::int and ${word.length + most}::int`;
  // two letters swapped are two steps of levenshtein and one of ours
  const { rows } = await sql<{ word: string }>`${sql.raw(planOnce)} select word from (
      select word from search_words where ${isAlike} and word ~>=~ ${head} and word ~<~ ${head + afterAll}
      union
      select word from search_words where ${isAlike} and reverse(word) ~>=~ ${tail} and reverse(word) ~<~ ${tail + afterAll}
      union
      select word from search_words where workspace_id = ${ctx.workspaceId} and word = any(${swapsOf(word)}::text[])
    ) as alike
    where levenshtein_less_equal(word, ${word}, ${most + 1}) <= ${most + 1}
    order by levenshtein_less_equal(word, ${word}, ${most + 1}), word limit ${candidateLimit}`.execute(ctx.db);
  return rows
    .map((row) => ({ word: row.word, steps: stepsBetween(row.word, word) }))
    .filter(({ steps }) => steps > 0 && steps <= most)
    .toSorted((one, other) => one.steps - other.steps)
    .slice(0, neighbourLimit)
    .map((one) => one.word);
}

/**
 * One mistake leaves one half of a word as it was, but for two letters swapped in the middle; of two, both ends are hit
 * seldom. The end is read backwards, as its index is.
 */
function piecesOf(word: string): { head: string; tail: string } {
  const letters = [...word];
  const isLong = letters.length >= longWord;
  const third = Math.max(shortestPiece, Math.floor(letters.length / 3));
  const half = Math.floor(letters.length / 2);
  const head = letters.slice(0, isLong ? third : half);
  const tail = letters.slice(isLong ? -third : half).reverse();
  return { head: head.join(''), tail: tail.join('') };
}

/** The word with two neighbouring letters swapped, each pair once. */
function swapsOf(word: string): readonly string[] {
  const letters = [...word];
  return letters
    .slice(1)
    .map((letter, at) => [...letters.slice(0, at), letter, letters[at], ...letters.slice(at + 2)].join(''));
}

/** Letters to add, leave out, change or swap with the next: the optimal string alignment distance. */
export function stepsBetween(one: string, other: string): number {
  const a = [...one];
  const b = [...other];
  const rows: number[][] = [b.map((_, j) => j + 1)];
  rows[0]?.unshift(0);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const at = (di: number, dj: number): number => (di === 0 ? row : rows[i - di])?.[j - dj] ?? 0;
      let steps = Math.min(at(1, 0) + 1, at(0, 1) + 1, at(1, 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) steps = Math.min(steps, at(2, 2) + 1);
      row.push(steps);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}
