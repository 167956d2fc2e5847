import pg from 'pg';

/** What is searched for, found among what was written. */
export interface SearchSubjects {
  /** In every tenth conversation and more. */
  readonly common: readonly string[];
  readonly any: readonly string[];
  readonly rare: readonly string[];
  readonly phrases: readonly string[];
  /** Two letters of a written word changed places, and nobody wrote that. */
  readonly misspelt: readonly string[];
  readonly names: readonly string[];
}

const texts = 400;
const longest = 12;
const commonWords =
  'order please delivery refund parcel account invoice received address return number payment email shipping thanks wrong broken'.split(
    ' ',
  );

/** Finds them. */
export async function findSearchSubjects(url: string, workspaceId: string): Promise<SearchSubjects> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const column = async (sql: string): Promise<string[]> =>
    (await client.query<{ found: string }>(sql, [workspaceId])).rows.map(({ found }) => found);
  try {
    await client.query('select setseed(0.42)');
    const written = await column(
      `select text as found from entry_bodies tablesample system (2) where workspace_id = $1 order by random() limit ${texts}`,
    );
    const known = await column(
      `select word as found from search_words tablesample bernoulli (20) where workspace_id = $1 order by random() limit ${texts}`,
    );
    const names = await column(
      `select split_part(lower(name), ' ', 1) as found from customers tablesample bernoulli (20) where workspace_id = $1 order by random() limit ${texts}`,
    );
    const rows = written.map((text) =>
      text
        .toLowerCase()
        .split(/[^a-z]+/)
        .filter((word) => word !== ''),
    );
    const any = rows.flatMap((words) => words.filter((word) => word.length >= 4 && word.length <= longest).slice(0, 1));
    const phrases = written.flatMap((text) => {
      const [sentence = ''] = text.toLowerCase().split('.');
      const words = sentence.split(' ');
      return words.length >= 4 ? [words.slice(1, 4).join(' ')] : [];
    });
    const swapped = known
      .filter((word) => word.length >= 6)
      .map((word) => `${word.slice(0, 2)}${word[3]}${word[2]}${word.slice(4)}`);
    const there = new Set(
      (
        await client.query<{ word: string }>(
          'select word from search_words where workspace_id = $1 and word = any($2)',
          [workspaceId, swapped],
        )
      ).rows.map(({ word }) => word),
    );
    return {
      common: commonWords,
      any,
      rare: known,
      phrases,
      misspelt: swapped.filter((word) => !there.has(word)),
      names,
    };
  } finally {
    await client.end();
  }
}
