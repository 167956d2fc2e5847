import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvRow, readCsv, streamCsv } from './index.ts';

const limits = { rows: 100, columns: 20 };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('a file with a byte order mark, semicolons and empty lines is read as its author meant it', () => {
  expect(readCsv(bytes('\uFEFFname;mail\r\n\r\n"Lindqvist; Maya";maya@x.example\r\nBo\r\n'), limits)).toEqual({
    headers: ['name', 'mail'],
    rows: [
      ['Lindqvist; Maya', 'maya@x.example'],
      ['Bo', ''],
    ],
  });
});

test('a file of an old spreadsheet keeps its letters', () => {
  expect(readCsv(Uint8Array.from([0x4e, 0x0a, 0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72]), limits).rows).toEqual([['Müller']]);
});

test('two columns of one name are told apart, and one without a name has one', () => {
  expect(readCsv(bytes('a,a,\n1,2,3'), limits).headers).toEqual(['a', 'a (2)', 'Column 3']);
});

test('what is no table, and what is too long, is refused in words', () => {
  expect(() => readCsv(bytes(''), limits)).toThrow('cannot be read');
  expect(() => readCsv(bytes(`a\n${'1\n'.repeat(101)}`), limits)).toThrow('too many lines');
});

test('what is written is read back, and a spreadsheet runs none of it', () => {
  const words = fc.string({ unit: 'grapheme' }).map((word) => word.replace(/[\0\r\n]/g, '').trim());
  fc.assert(
    fc.property(fc.array(words, { minLength: 2, maxLength: 5 }), (row) => {
      fc.pre(row.some((word) => word !== ''));
      const head = csvRow(row.map((_, at) => `c${at}`));
      const [read] = readCsv(bytes(head + csvRow(row)), limits).rows;
      expect(read?.map((word, at) => (/^[=+\-@\t\r]/.test(row[at] ?? '') ? word.slice(1) : word))).toEqual(row);
    }),
  );
});

/** A file given in pieces of some bytes, as a disk or a bucket gives it. */
async function* inPieces(whole: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size);
}

async function streamed(whole: Uint8Array, size: number, most = limits) {
  const { headers, rows } = await streamCsv(() => inPieces(whole, size), most);
  const all: (readonly string[])[] = [];
  for await (const row of rows) all.push(row);
  return { headers, rows: all };
}

test('read line by line a file says what it says read whole, wherever its pieces end', async () => {
  const old = Uint8Array.from([0x4e, 0x3b, 0x4d, 0x0a, 0x4d, 0xfc, 0x6c, 0x3b, 0x78]);
  for (const whole of [
    bytes('\uFEFFname;mail\r\n\r\n"Lindqvist; Måns";m@x.example\r\nBo\r\n'),
    old,
    bytes('a,a,\n1,2,3'),
  ])
    for (const size of [1, 3, 1_000]) expect(await streamed(whole, size)).toEqual(readCsv(whole, limits));
});

test('what is no table and what is too long is refused in words, line by line too', async () => {
  await expect(streamed(bytes(''), 10)).rejects.toThrow('cannot be read');
  await expect(streamed(bytes(`a\n${'1\n'.repeat(101)}`), 7)).rejects.toThrow('too many lines');
});
