import nodemailer from 'nodemailer';
import { expect, test } from 'vitest';
import { composeReply, readMail, type ReplyDraft } from './index.ts';

/** Ends of lines as any program may understand them, and ways to write one so that it is read later. */
const ends = ['\r\n', '\n', '\r', '\n\r', '\u0085', '\u2028', '\u2029', '\v', '\f', '\0', '\r\n\r\n'];
const later = [
  '=?utf-8?Q?=0D=0ABcc:_x=40evil.example?=',
  '=?utf-8?B?DQpCY2M6IHhAZXZpbC5leGFtcGxl?=',
  '%0d%0aBcc: x',
  '\\r\\nBcc: x',
];
const words = [
  ...ends.map((end) => `Ann${end}Bcc: x@evil.example${end}X-Evil: 1`),
  ...later.map((one) => `Ann ${one}`),
];
// a quote, an address of its own and a comment end a name where they are not quoted
const names = [
  ...words,
  'Ann" <x@evil.example>, "',
  'Ann <x@evil.example>',
  'Ann, x@evil.example',
  '(Ann) x@evil.example;',
];

const draft = (word: string): ReplyDraft => ({
  messageId: 'rapport.c1.e1.00@shop.example',
  from: { name: word, address: 'help@shop.example' },
  replyTo: { name: word, address: 'help+t1@shop.example' },
  to: [{ name: word, address: 'ann@b.example' }],
  cc: [{ name: word, address: 'bo@b.example' }],
  subject: word,
  text: 'On its way.',
  html: '<p>On its way.</p>',
  inReplyTo: word,
  references: [word, `${word}2`],
  loopMark: { header: 'X-Rapport-Loop', value: word },
  attachments: [{ name: word, type: word, bytes: Buffer.from('x'), contentId: word }],
});
const known = new Set(
  'message-id from reply-to to cc subject in-reply-to references x-rapport-loop date mime-version content-type content-transfer-encoding'.split(
    ' ',
  ),
);

test.each(names.map((name) => [JSON.stringify(name), name]))(
  '%s in every place of a mail is no header and no recipient of its own',
  async (_shown, word) => {
    const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
    const sent = await transport.sendMail(composeReply(draft(word)));
    // whom it is handed over for, whatever stands in its headers
    expect([...sent.envelope.to].toSorted()).toEqual(['ann@b.example', 'bo@b.example']);
    expect(sent.envelope.from).toBe('help@shop.example');
    const raw = String(sent.message);
    const head = raw.slice(0, raw.indexOf('\r\n\r\n'));
    expect(head.replaceAll('\r\n', '')).not.toMatch(/[\r\n\0]/);
    const began = head.split('\r\n').filter((line) => !/^[ \t]/.test(line));
    expect(
      began.map((line) => line.slice(0, line.indexOf(':')).toLowerCase()).filter((one) => !known.has(one)),
    ).toEqual([]);
    expect(raw).not.toMatch(/^(bcc|x-evil):/im);
    // and as our own reading, and any client, takes it apart again
    const mail = await readMail(new Uint8Array(sent.message as Buffer));
    expect(mail.to.map(({ address }) => address)).toEqual(['ann@b.example']);
    expect(mail.cc.map(({ address }) => address)).toEqual(['bo@b.example']);
    expect(mail.bcc).toEqual([]);
    expect(mail.from?.address).toBe('help@shop.example');
    expect(mail.subject).not.toMatch(/[\r\n]/);
  },
);
