import { parse } from 'csv-parse/sync';
import { delimiterOf, namesOf, optionsOf, tooLong, unreadable } from './csv-form.ts';

/** A file with a first line of names, and rows as long as that line. */
export interface CsvTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface CsvLimits {
  readonly rows: number;
  readonly columns: number;
}

/**
 * Reads a CSV file as people have them: with or without a byte order mark, in UTF-8 or Windows-1252, with commas,
 * semicolons or tabs. Shorter rows are filled up; empty lines are no rows. Throws what to do where it is no table.
 */
export function readCsv(bytes: Uint8Array, limits: CsvLimits): CsvTable {
  const text = decode(bytes);
  const [first, ...rest] = parsed(text, limits.rows + 2);
  const headers = namesOf(first, limits);
  if (rest.length > limits.rows) throw tooLong({ detail: `It may have ${limits.rows} lines.` });
  return { headers, rows: rest.map((row) => headers.map((_, at) => (row[at] ?? '').trim())) };
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function parsed(text: string, toLine: number): string[][] {
  try {
    return parse(text, { ...optionsOf(delimiterOf(text)), to: toLine });
  } catch (error) {
    throw unreadable({ detail: error instanceof Error ? error.message : String(error) });
  }
}
