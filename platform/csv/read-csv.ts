import { parse } from 'csv-parse/sync';
import { problem } from '#platform/problem';

/** A file with a first line of names, and rows as long as that line. */
export interface CsvTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface CsvLimits {
  readonly rows: number;
  readonly columns: number;
}

const unreadable = problem(
  'csv/unreadable',
  422,
  'This file cannot be read as a table',
  'Save it as CSV (comma or semicolon, UTF-8) with the names of the columns in its first line.',
);
const tooLong = problem(
  'csv/too-long',
  413,
  'This file has too many lines',
  'Split it, and bring in one part after the other.',
);

/**
 * Reads a CSV file as people have them: with or without a byte order mark, in UTF-8 or Windows-1252, with commas,
 * semicolons or tabs. Shorter rows are filled up; empty lines are no rows. Throws what to do where it is no table.
 */
export function readCsv(bytes: Uint8Array, limits: CsvLimits): CsvTable {
  const text = decode(bytes);
  const lines = parsed(text, limits.rows + 2);
  const [first, ...rest] = lines;
  const headers = (first ?? []).map((name) => name.trim());
  if (headers.every((name) => name === '') || headers.length > limits.columns) throw unreadable();
  if (rest.length > limits.rows) throw tooLong({ detail: `It may have ${limits.rows} lines.` });
  return { headers: named(headers), rows: rest.map((row) => headers.map((_, at) => (row[at] ?? '').trim())) };
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
    return parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: toLine,
    });
  } catch (error) {
    throw unreadable({ detail: error instanceof Error ? error.message : String(error) });
  }
}

/** The mark that the first line has most of. */
function delimiterOf(text: string): string {
  const [line = ''] = text.split(/\r?\n/, 1);
  const count = (mark: string): number => line.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** Two columns of one name, or one of none, can still be told apart. */
function named(headers: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return headers.map((header, at) => {
    const name = header === '' ? `Column ${at + 1}` : header;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}
