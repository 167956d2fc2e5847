import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { delimiterOf, namesOf, optionsOf, tooLong, unreadable } from './csv-form.ts';
import type { CsvLimits } from './read-csv.ts';

/** A file that is read line by line: its names, and then its rows as long as these. */
export interface CsvStream {
  readonly headers: readonly string[];
  readonly rows: AsyncIterable<readonly string[]>;
}

/** Bytes of one file, given afresh each time they are asked for. */
export type OpenBytes = () => AsyncIterable<Uint8Array> | Promise<AsyncIterable<Uint8Array>>;

/**
 * Reads a CSV file of any length with a few lines of it in memory: once over it to know its letters (UTF-8 or
 * Windows-1252), once for its lines. Forms and refusals are those of `readCsv`.
 */
export async function streamCsv(open: OpenBytes, limits: CsvLimits): Promise<CsvStream> {
  const { encoding, delimiter } = await formOf(await open());
  const parser = parse({ ...optionsOf(delimiter), to: limits.rows + 2 });
  // what breaks on the way breaks the parser, and is met where its lines are read
  pipeline(Readable.from(textOf(await open(), encoding)), parser, () => undefined);
  const lines = parser[Symbol.asyncIterator]() as AsyncIterator<string[]>;
  const first = await next(lines);
  return { headers: namesOf(first.value, limits), rows: rowsOf(lines, first.value?.length ?? 0, limits) };
}

async function* rowsOf(
  lines: AsyncIterator<string[]>,
  width: number,
  limits: CsvLimits,
): AsyncGenerator<readonly string[]> {
  let count = 0;
  for (let line = await next(lines); !line.done; line = await next(lines)) {
    count += 1;
    if (count > limits.rows) throw tooLong({ detail: `It may have ${limits.rows} lines.` });
    const { value } = line;
    yield Array.from({ length: width }, (_, at) => (value[at] ?? '').trim());
  }
}

async function next(lines: AsyncIterator<string[]>): Promise<IteratorResult<string[], undefined>> {
  try {
    return await lines.next();
  } catch (error) {
    throw unreadable({ detail: error instanceof Error ? error.message : String(error) });
  }
}

/** Letters and dividing mark of a file, with one chunk of it in memory at a time. */
async function formOf(bytes: AsyncIterable<Uint8Array>): Promise<{ encoding: string; delimiter: string }> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let encoding = 'utf-8';
  let head = '';
  for await (const chunk of bytes) {
    // the mark is found in the first line, whose marks are the same in both
    if (!head.includes('\n')) head += Buffer.from(chunk).toString('latin1').slice(0, headLimit);
    encoding = isUtf8(utf8, chunk) ? encoding : 'windows-1252';
    if (encoding !== 'utf-8') break;
  }
  return { encoding: isUtf8(utf8) ? encoding : 'windows-1252', delimiter: delimiterOf(head) };
}

/** Letters of a file's beginning in which its first line is looked for. */
const headLimit = 65_536;

function isUtf8(decoder: InstanceType<typeof TextDecoder>, chunk?: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}

async function* textOf(bytes: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
