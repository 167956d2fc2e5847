import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openDesk } from '../../../tests/support/desk.ts';
import { useWorld } from '../../../tests/support/world.ts';
import { findPlaces, type Place } from './find-places.ts';

const world = useWorld();
const words = ['tent', 'pole', 'refund', 'stove'] as const;
/** Two of them in a row: as they stand in every text that holds both. */
const row = 'pole refund';

interface Written {
  readonly id: string;
  readonly at: Date;
  readonly number: number;
  readonly words: ReadonlySet<string>;
}

/** What is said to be known of the words may be wrong: it chooses the way alone. */
const anyShare = fc.constantFrom(0.3, 0.05, 0.0001);
const known = fc.record({ rest: anyShare, frequent: fc.array(anyShare, { maxLength: words.length }).map(sharesOf) });
const steps = fc.record({
  short: fc.integer({ min: 1, max: 12 }),
  long: fc.integer({ min: 1, max: 30 }),
  known: fc.option(known),
});

test('however far a search walks and looks up, it finds what holds all words, newest first, page after page', async () => {
  const desk = await openDesk(world());
  const { pool } = world().database;
  const agent = await desk.workspace.teammate('agent');
  const written: Written[] = [];
  for (let n = 0; n < 40; n += 1) {
    const { conversationId: id, number } = await desk.mail({ at: new Date(), subject: `About ${n}`, text: 'Words.' });
    // over a year and more, several at the very same moment, and some words much oftener than others
    const at = new Date(Date.now() - Math.floor(n / 2) ** 2 * 40 * 3_600_000 - 1_000);
    written.push({
      id,
      at,
      number,
      words: new Set(words.filter((_, place) => (n * 7 + place * 3) % (place * place + 2) === 0)),
    });
  }
  await world().runJobs(new Date('2099-01-01'));
  for (const { id, at, words: held } of written) {
    const set = `last_message_at = $2, words = $3::text::tsvector`;
    const vector = [...held].map((word) => `'${word}':${words.findIndex((one) => one === word) + 1}`).join(' ');
    await pool.query(`update search_parts set ${set} where conversation_id = $1`, [id, at, vector]);
    if (held.has('tent')) await pool.query(partOfNotes, [id]);
  }
  const all = (wanted: readonly string[], isNarrow: boolean): readonly string[] =>
    written
      .filter(({ number }) => !isNarrow || number % 3 === 0)
      .filter(({ words: held }) => wanted.every((word) => word.split(' ').every((one) => held.has(one))))
      .toSorted((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1))
      .map(({ id }) => id);
  const asked = fc.tuple(
    fc.subarray([...words, row], { minLength: 1 }),
    fc.integer({ min: 1, max: 12 }),
    steps,
    fc.boolean(),
    fc.boolean(),
  );
  const third = sql<boolean>`conversations.number % 3 = 0`;
  await fc.assert(
    fc.asyncProperty(asked, async ([wanted, limit, walked, isOfTeam, isNarrow]) => {
      const reader = isOfTeam ? agent : desk.workspace.owner;
      const pages: string[] = [];
      for (let from: Place | null = null, page: readonly Place[] = []; from === null || page.length === limit; ) {
        const ask = { words: wanted.map(queryOf), inNotes: false, also: isNarrow ? [third] : [], from, limit };
        page = await desk.workspace.read(reader, (ctx) => findPlaces(ctx, ask, walked));
        pages.push(...page.map(({ id }) => id));
        from = page.at(-1) ?? null;
        if (from === null) break;
      }
      expect(pages).toEqual(all(wanted, isNarrow));
    }),
    { numRuns: 60 },
  );
});

function sharesOf(shares: readonly number[]): ReadonlyMap<string, number> {
  return new Map(shares.map((share, at) => [words[at] ?? '', share]));
}

function queryOf(word: string): string {
  const found = word.split(' ').map((one) => `'${one}'`);
  return found.length === 1 ? String(found[0]) : `(${found.join(' <-> ')})`;
}

/** A second part of a conversation, as its notes are. */
const partOfNotes = `insert into search_parts
  select workspace_id, conversation_id, 1000, true, last_message_at, scope_brand_id, scope_team_id, scope_assignee_id, '', words
  from search_parts where conversation_id = $1 and part = 0`;
