import { getSchema } from '@tiptap/core';
import { expect, test } from 'vitest';
import { differenceOf, offsetAt, posAt, textOf } from './field-text.ts';
import { extensions } from './rich-document.ts';

const line = (...content: object[]) => ({ type: 'paragraph', content });
const words = (text: string) => ({ type: 'text', text });
const doc = getSchema(extensions).nodeFromJSON({
  type: 'doc',
  content: [
    line(words('Hello')),
    line(),
    {
      type: 'bulletList',
      content: [
        { type: 'listItem', content: [line(words('one'))] },
        { type: 'listItem', content: [line(words('two'), { type: 'picture', attrs: { src: 'x' } }, words('!'))] },
      ],
    },
    line(words('a'), { type: 'hardBreak' }, words('b')),
  ],
});

test('a document reads as lines, and each place of its text is found again', () => {
  const text = textOf(doc);
  expect(text).toBe('Hello\n\none\ntwo!\na\nb');
  for (let offset = 0; offset <= text.length; offset += 1) expect(offsetAt(doc, posAt(doc, offset))).toBe(offset);
  expect(doc.textBetween(posAt(doc, text.indexOf('two')), posAt(doc, text.indexOf('two') + 3))).toBe('two');
});

test('of two texts only the stretch that differs is exchanged', () => {
  expect(differenceOf('Dear /gr, bye', 'Dear Kind regards, bye')).toEqual({ start: 5, end: 8, text: 'Kind regards' });
  expect(differenceOf('same', 'same')).toEqual({ start: 4, end: 4, text: '' });
  expect(differenceOf('aa', 'aaa')).toEqual({ start: 2, end: 2, text: 'a' });
});
