import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, stemOf, wordsOf } from './index.ts';

const read = (text: string): string[] => [...wordsOf(text)].map(({ word }) => word);

test('a word is the same whatever its case, accents and width', () => {
  for (const same of ['Café', 'CAFE', 'ｃａｆé', 'cafe\u0301']) expect(fold(same)).toBe('cafe');
  expect(fold('Straße')).toBe('strasse');
  expect(fold('Żółw Ørsted')).toBe('zolw orsted');
  expect(fold('مُحَمَّد')).toBe('محمد');
  expect(fold('İstanbul')).toBe('istanbul');
});

test('an address, an order number and a contraction are read as their parts', () => {
  expect(read("maya@lindqvist.example, order FH-20418: don't!")).toEqual(
    'maya lindqvist example order fh 20418 don t'.split(' '),
  );
});

test('scripts without spaces are read as pairs of letters, and keep the marks that tell words apart', () => {
  expect(read('テント pole')).toEqual(['テン', 'ント', 'ト', 'pole']);
  expect(read('iPhone手机壳')).toEqual(['iphone', '手机', '机壳', '壳']);
  expect(read('환불')).toEqual(['환불', '불']);
  expect(fold('が')).not.toBe(fold('か'));
});

test('a stem is the word without the s of a plural', () => {
  expect(['orders', 'glass', 'bus', 'tents', '1s000s'].map(stemOf)).toEqual([
    'order',
    'glass',
    'bus',
    'tent',
    '1s000s',
  ]);
});

test('every word stands where it says, and folding twice is folding once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      let last = 0;
      for (const { word, start, end } of wordsOf(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(fold(text.slice(start, end)).startsWith(word)).toBe(true);
        expect(fold(word)).toBe(word);
        last = start;
      }
    }),
  );
});
