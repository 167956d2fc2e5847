import { expect, test } from 'vitest';
import { visibleReply, visibleReplyHtml } from './index.ts';
import { ATTRIBUTIONS, ATTRIBUTIONS_OF_MARKED } from './test-attributions.ts';
import { DEVICES, FORWARDS, HEADERS } from './test-originals.ts';

const words = 'Thank you, that works.\nWhen will it arrive?';
const below = 'Dear customer,\nplease try this.\n\nRegards\nThe help desk';
const marked = below.replace(/^/gm, '> ');
const paragraphs = (text: string) =>
  text
    .split('\n')
    .map((line) => `<div>${line.replaceAll('<', '&lt;').replaceAll('>', '&gt;') || '<br>'}</div>`)
    .join('');

test.each(ATTRIBUTIONS)('folds what is below the line of %s', (_, lead) => {
  for (const text of [
    `${words}\n\n${lead}\n\n${marked}\n`,
    `${words}\n\n${lead}\n${below}\n`,
    `${words}\r\n${lead}\r\n${marked}\r\n`,
  ]) {
    const split = visibleReply(text);
    expect(split.reply).toBe(words);
    expect(split.quote).toContain('please try this');
  }
  expect(
    visibleReplyHtml(
      `${paragraphs(words)}<div>${lead.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</div><blockquote>${paragraphs(below)}</blockquote>`,
    ).reply,
  ).toBe(words);
});

test.each(ATTRIBUTIONS_OF_MARKED)('folds a marked quote and its line of %s, and no letter', (_, lead) => {
  expect(visibleReply(`${words}\n\n${lead}\n\n${marked}\n`).reply).toBe(words);
  const letter = `${words}\n\n${lead}\n${below}`;
  expect(visibleReply(letter).reply).toBe(letter);
});

test.each(HEADERS)('folds what is below the header of %s', (_, lead) => {
  // some mark the header like all the rest
  const rest = lead.startsWith('>') ? marked : below;
  for (const text of [`${words}\n\n${lead}\n\n${rest}\n`, `${words}\n${lead.replaceAll('\n', '\r\n')}\r\n${rest}`]) {
    const split = visibleReply(text);
    expect(split.reply).toBe(words);
    expect(`${split.quote}${split.signature}`).toContain('please try this');
  }
});

test('knows the lines of devices and apps in many languages', () => {
  const shown = DEVICES.filter((line) => visibleReply(`${words}\n\n${line}\n`).reply !== words);
  expect(shown).toEqual([]);
});

test('knows a mail that is passed on in many languages', () => {
  const header = 'From: Ann Lee <ann@cust.example>\nDate: Mon, 5 Jan 2026\nSubject: Order\nTo: help@shop.example';
  const wrong = FORWARDS.filter((line) => {
    const split = visibleReply(`${words}\n\n${line}\n${header}\n\n${below}`);
    return split.reply !== words || split.forwardMarker !== line;
  });
  expect(wrong).toEqual([]);
});

const letters: readonly (readonly [what: string, text: string])[] = [
  [
    'a list after “I wrote”',
    'Hello,\nas I wrote on 05.01.2026, I need the following:\n- a new key\n- the invoice\nThanks',
  ],
  [
    'a list after “ich schrieb”',
    'Hallo,\nwie ich am 05.01.2026 um 15:04 Uhr schrieb:\n- der Schlüssel fehlt\n- die Rechnung auch',
  ],
  [
    'what the other side wrote, told again',
    'Hello,\nyou wrote on 5 January 2026 at 15:04:\nthe parcel is lost.\nIs that still so?',
  ],
  ['a journey', 'I would like to book\nFrom: Berlin\nTo: Hamburg\nDate: 2026-01-05\nWindow seat please'],
  [
    'an order with a date and an address',
    'Hello,\n05.01.2026 order with the address ann@cust.example\nplease cancel it',
  ],
  [
    'a heading between dashes',
    'Hello,\n\n--- Questions ---\n1. When does it arrive?\n2. What does it cost?\n\n--- Answers ---\nstill missing',
  ],
  ['an underlined heading', 'Problems\n========\nIt does not start.\n\nQuestions\n---------\nWhy?'],
  [
    'a device in the middle of a letter',
    'Hello,\nGesendet von meinem Handy habe ich Ihnen gestern die Fotos.\nSind sie angekommen?',
  ],
  [
    'a virus, spoken of',
    'Hello,\nAvast found a virus in your file.\nThis e-mail of yours was opened before Avast ran.',
  ],
  ['times and prices', 'On Monday at 10:30 I called; 12:45 nobody answered.\nIt cost 12.50 EUR.\nann@cust.example'],
  ['a table with bars', '| article | price |\n|---|---|\n| lamp | 12 |\nPlease send both'],
  ['a shell prompt', 'I typed\n$ ls > out.txt\nand it said\nC:\\> not found\nWhy?'],
  ['a letter that begins with its subject', 'Subject: my order\nHello, where is it?\nRegards'],
  ['an address block', 'Please send it to\nAn: Ann Lee\nStraße: Hauptstr. 1\nOrt: Berlin\nThanks'],
  ['a sentence that ends with wrote', 'I cannot find what Bob wrote\nCan you?'],
  ['somebody’s mail address in brackets', 'Write to Ann <ann@cust.example> from now on\nI have left.'],
  [
    'a long part below a rule',
    `Hello,\nhere is all I know.\n\n-----\n\n${Array.from({ length: 20 }, (_, i) => `Point ${i}: this is a full sentence about what happened then.`).join('\n')}`,
  ],
  [
    'a line of stars between parts',
    `Part one is here.\n***\n${Array.from({ length: 12 }, (_, i) => `${i}. And here is another sentence that matters to me.`).join('\n')}`,
  ],
  ['forwarding as a wish', 'Please forward this message:\nI want my money back.\nThanks'],
  ['an original, spoken of', 'I need the original message:\nthe one of Monday.\nThanks'],
];

test.each(letters)('shows all of a letter with %s', (_, text) => {
  expect(visibleReply(text).reply).toBe(text);
  const html = visibleReplyHtml(paragraphs(text));
  expect(html.quote + html.signature).toBe('');
});
