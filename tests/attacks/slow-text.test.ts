import { expect, test, vi } from 'vitest';
import {
  classify,
  decodeText,
  htmlToText,
  parseAddresses,
  readMail,
  safeHtml,
  visibleReply,
  visibleReplyHtml,
} from '#science/mail';
import { slowWith } from '../support/slow-text.ts';

vi.setConfig({ testTimeout: 60_000 });
const mailOf = (head: string, body = 'x') => readMail(Buffer.from(`From: a@cust.test\r\n${head}\r\n\r\n${body}\r\n`));

const readers: readonly (readonly [name: string, run: (text: string) => unknown])[] = [
  ...['Subject', 'To', 'Date', 'References', 'Content-Type', 'Content-Disposition'].map(
    (name) => [`a mail’s ${name}`, (text: string) => mailOf(`${name}: ${text}`)] as const,
  ),
  ['the charset of a part', (text) => decodeText(Buffer.from('x'), `x${text}y`)],
  ['the addresses of a field', (text) => parseAddresses(text)],
  ['a mail’s kind', async (text) => classify(await mailOf('Subject: x', text))],
  ['its reply', (text) => visibleReply(`${text}y`)],
  ['its HTML', (text) => safeHtml(`<p>${text}y`, { cidUrl: () => null, remoteImages: 'blocked' })],
  ['the text of its HTML', (text) => htmlToText(`<p>${text}y`)],
  ['the reply of its HTML', (text) => visibleReplyHtml(`<p>${text}y`)],
];

test.each(readers)('%s is read in time that grows with it', async (_name, run) => {
  expect(await slowWith(run)).toEqual([]);
});
