import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cloneDatabase } from '../support/database.ts';
import { typesFile, typesOf } from '../support/generate-types.ts';

test('the types of the database are those of the migrated database (else run npm run types)', async () => {
  const { url, drop } = await cloneDatabase();
  try {
    expect(readFileSync(typesFile, 'utf8')).toBe(typesOf(url));
  } finally {
    await drop();
  }
});
