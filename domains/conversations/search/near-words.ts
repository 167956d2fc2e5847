import { sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import { planAfresh } from '#platform/database';
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

/**
 * Words alike in letters, nearest first. They come from everybody's texts, and are only ever used to look again with the
 * same policy: what the reader may not see stays unseen, and so do its words.
 */
async function neighboursOf(ctx: ReadCtx, word: string): Promise<readonly string[]> {
  const { rows } = await sql<{ word: string }>`${sql.raw(planAfresh)} select word from search_words
    where workspace_id = ${ctx.workspaceId} and word % ${word}
    order by similarity(word, ${word}) desc, word limit ${candidateLimit}`.execute(ctx.db);
  const most = word.length >= 8 ? 2 : 1;
  return rows
    .map((row) => ({ word: row.word, steps: stepsBetween(row.word, word) }))
    .filter(({ steps }) => steps > 0 && steps <= most)
    .toSorted((one, other) => one.steps - other.steps)
    .slice(0, neighbourLimit)
    .map((one) => one.word);
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
