import { expect, test } from 'vitest';
import { openDatabase } from '#platform/database';
import { cloneDatabase } from '../support/database.ts';

/** What a message, a reply or a change of state writes. */
const written = [
  'clocks',
  'contacts',
  'conversation_reads',
  'conversations',
  'customer_sums',
  'customers',
  'deliveries',
  'drafts',
  'duplicate_checks',
  'entries',
  'entry_bodies',
  'entry_sources',
  'events',
  'files',
  'identities',
  'list_count_deltas',
  'mail_claims',
  'mail_ids',
  'mail_ledger',
  'message_files',
  'note_files',
  'participants',
  'threading_evidence',
  'threads',
];

test('tables on the path of a message keep the rules of single columns as domains (docs/decisions/0029)', async () => {
  const { url, drop } = await cloneDatabase();
  const database = openDatabase(url, { max: 1 });
  try {
    const { rows: there } = await database.pool.query<{ name: string }>(
      `select relname as name from pg_class where relname = any($1) and relkind in ('r', 'p') order by 1`,
      [written],
    );
    expect(there.map(({ name }) => name)).toEqual(written);
    const { rows } = await database.pool.query<{ rule: string }>(
      `select conrelid::regclass || ': ' || pg_get_constraintdef(oid) as rule from pg_constraint
       where contype = 'c' and cardinality(conkey) = 1 and conrelid = any($1::text[]::regclass[])`,
      [written],
    );
    expect(rows).toEqual([]);
  } finally {
    await database.close();
    await drop();
  }
});
