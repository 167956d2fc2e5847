import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
/** Where the types of the migrated database lie. */
export const typesFile = join(root, 'platform/database/schema.generated.ts');

/** Partitions are their parent's; bookkeeping of migrations is nobody's to read. */
const leftOut = '(*_20*|*_default|migrations)';
/** Counts and money fit a number (see `open.ts`); a date without a time stays text. */
const mapping = { int8: 'ColumnType<number, number | string, number | string>', date: 'string' };

/** The types of a migrated database, as they belong into `schema.generated.ts`. */
export function typesOf(databaseUrl: string): string {
  const out = join(root, 'platform/database', `.schema-${process.pid}.ts`);
  const words = [
    '--dialect',
    'postgres',
    '--url',
    databaseUrl,
    '--out-file',
    out,
    '--exclude-pattern',
    leftOut,
    '--numeric-parser',
    'number',
    '--date-parser',
    'string',
    '--type-mapping',
    JSON.stringify(mapping),
  ];
  const ran = spawnSync(process.execPath, [join(root, 'node_modules/kysely-codegen/dist/cli/bin.js'), ...words], {
    encoding: 'utf8',
  });
  if (ran.status !== 0) throw new Error(`kysely-codegen failed: ${ran.stderr || ran.stdout}`);
  try {
    return readFileSync(out, 'utf8').replace('"kysely"', "'kysely'");
  } finally {
    rmSync(out, { force: true });
  }
}

/** Writes them. */
export function writeTypes(databaseUrl: string): void {
  writeFileSync(typesFile, typesOf(databaseUrl));
}
