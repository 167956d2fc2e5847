import { problem } from '#platform/problem';
import type { CsvLimits } from './read-csv.ts';

export const unreadable = problem(
  'csv/unreadable',
  422,
  'This file cannot be read as a table',
  'Save it as CSV (comma or semicolon, UTF-8) with the names of the columns in its first line.',
);
export const tooLong = problem(
  'csv/too-long',
  413,
  'This file has too many lines',
  'Split it, and bring in one part after the other.',
);

/** How lines are read, however the file is: with a byte order mark, shorter rows, loose quotes, empty lines. */
export function optionsOf(delimiter: string) {
  return { bom: true, delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true };
}

/** The mark that the first line has most of. */
export function delimiterOf(text: string): string {
  const [line = ''] = text.split(/\r?\n/, 1);
  const count = (mark: string): number => line.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** The names of the columns; two of one name, or one of none, can still be told apart. */
export function namesOf(first: readonly string[] | undefined, limits: CsvLimits): readonly string[] {
  const headers = (first ?? []).map((name) => name.trim());
  if (headers.every((name) => name === '') || headers.length > limits.columns) throw unreadable();
  const seen = new Map<string, number>();
  return headers.map((header, at) => {
    const name = header === '' ? `Column ${at + 1}` : header;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}
