import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { aMail } from './test-mail.ts';
import { headerOf, readMail } from './index.ts';

const bytes = (...parts: Array<string | number[]>) =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part)))),
  );

test.each([
  ['plain', 'Subject: Hello', 'Hello'],
  ['Q and B words joined', 'Subject: =?utf-8?Q?Gr=C3=BC?= =?utf-8?Q?=C3=9Fe?=', 'Grüße'],
  ['a character cut in two words', 'Subject: =?utf-8?Q?=C3?= =?utf-8?Q?=A4?=', 'ä'],
  ['blanks and question marks inside a word', 'Subject: =?utf-8?Q?Really? Yes?=', 'Really? Yes'],
  ['UTF-8 under a false label', 'Subject: =?iso-8859-1?Q?M=C3=BCller?=', 'Müller'],
  ['a charset outside the web’s tables', 'Subject: =?cp850?Q?Gr=81n?=', 'Grün'],
  ['UTF-7', 'Subject: =?unicode-1-1-utf-7?Q?+ANw-bermittlung?=', 'Übermittlung'],
  ['folded', 'Subject: one\r\n two', 'one two'],
  ['a fold that lost its blank', 'Subject: one\r\nand two', 'one and two'],
])('reads a subject: %s', async (_, line, subject) => {
  expect((await aMail(line, 'From: a@b.de', '', 'x')).subject).toBe(subject);
});

test('reads raw 8-bit headers in the body’s charset', async () => {
  const mail = await readMail(
    bytes(
      'Subject: ',
      [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2],
      '\r\nContent-Type: text/plain; charset=windows-1251\r\n\r\n',
      [0xcf, 0xf0],
    ),
  );
  expect([mail.subject, mail.text?.trim()]).toEqual(['Привет', 'Пр']);
});

test.each([
  ['no label, Latin bytes', '', [0x47, 0x72, 0xfc, 0x6e], 'Grün'],
  ['UTF-8 promised, Latin given', 'Content-Type: text/plain; charset=utf-8', [0x47, 0x72, 0xfc, 0x6e], 'Grün'],
  [
    'Latin promised, UTF-8 given',
    'Content-Type: text/plain; charset=iso-8859-1',
    [0x47, 0x72, 0xc3, 0xbc, 0x6e],
    'Grün',
  ],
  ['a label nobody knows', 'Content-Type: text/plain; charset=x-nonsense', [0x47, 0x72, 0xfc, 0x6e], 'Grün'],
])('reads a body: %s', async (_, header, body, text) => {
  const mail = await readMail(bytes(`From: a@b.de\r\n${header === '' ? '' : `${header}\r\n`}\r\n`, body));
  expect(mail.text?.trim()).toBe(text);
});

test('reads every id of References, however they are written', async () => {
  const mail = await aMail(
    'Message-ID: <own@x>',
    'In-Reply-To: Your mail of Monday <c@x>',
    'References: <a@x>,<b@x>',
    '\t<c',
    ' @x>',
    '<d@x>',
    '',
    'x',
  );
  expect(mail.references).toEqual(['a@x', 'b@x', 'c@x', 'd@x']);
  expect([mail.messageId, mail.inReplyTo]).toEqual(['own@x', ['c@x']]);
});

test('knows where it arrived by Delivered-To and X-Original-To as well', async () => {
  const mail = await aMail(
    'Delivered-To: Help+T1.abc@shop.de',
    'X-Original-To: info@shop.de',
    'To: "Müller, Bernd" <b@c.de>, team: x@y.de, z@y.de;',
    '',
    'x',
  );
  expect(mail.recipients).toEqual(['help+t1.abc@shop.de', 'info@shop.de', 'b@c.de', 'x@y.de', 'z@y.de']);
  expect(mail.to[0]).toEqual({ name: 'Müller, Bernd', address: 'b@c.de' });
});

test.each([
  [
    'a comma inside an encoded name',
    'From: =?utf-8?Q?M=C3=BCller,_Bernd?= <b@c.de>',
    { name: 'Müller, Bernd', address: 'b@c.de' },
  ],
  ['a comment for a name', 'From: b@c.de (Bernd M)', { name: 'Bernd M', address: 'b@c.de' }],
  [
    'a box without a domain',
    'From: MAILER-DAEMON (Mail Delivery System)',
    { name: 'Mail Delivery System', address: 'MAILER-DAEMON' },
  ],
  [
    'no address: Reply-To’s, under From’s name',
    'From: "Bernd" <>\r\nReply-To: b@c.de',
    { name: 'Bernd', address: 'b@c.de' },
  ],
])('reads a sender: %s', async (_, line, from) => {
  expect((await aMail(line, '', 'x')).from).toEqual(from);
});

test('gives a boundary that never comes as readable text, with the trouble named', async () => {
  const mail = await aMail(
    'From: a@b.de',
    'Content-Type: multipart/mixed; boundary="never"',
    '',
    'Please help me',
    'quickly',
  );
  expect(mail.text).toContain('Please help me');
  expect(mail.troubles).toContain('body-as-raw-text');
});

test('gives a mail without a blank line as text', async () => {
  const mail = await aMail('From: a@b.de', '>> this is no header at all', 'Please help');
  expect(mail.text).toContain('Please help');
});

test('gives MIME deeper than the bound as readable text', async () => {
  const open = Array.from({ length: 80 }, (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}`);
  const mail = await aMail('From: a@b.de', ...open, 'Content-Type: text/plain', '', 'deep words');
  expect(mail.text).toContain('deep words');
});

test('keeps an answer below a flowed quote apart from it', async () => {
  const mail = await aMail('From: a@b.de', 'Content-Type: text/plain; format=flowed', '', '> Hi ', 'Hello ', 'there');
  expect(mail.text?.trim()).toBe('> Hi \nHello there');
});

test('knows inline images, forwarded mails and uuencoded files', async () => {
  const part = (...lines: string[]) => ['--b', ...lines];
  const mail = await aMail(
    'Content-Type: multipart/related; boundary=b',
    '',
    ...part('Content-Type: text/html', '', '<img src="cid:pic@1">'),
    ...part(
      'Content-Type: image/png; name="..\\\\..\\\\a.png"',
      'Content-ID: <pic@1>',
      'Content-Disposition: inline',
      '',
      'x',
    ),
    ...part('Content-Type: message/rfc822', '', 'Subject: inner', '', 'inner words'),
    ...part('Content-Type: application/octet-stream', '', 'begin 644 cat.txt', '#0V%T', '`', 'end'),
    '--b--',
  );
  expect(mail.attachments.map(({ name, type, isInline }) => ({ name, type, isInline }))).toEqual([
    { name: 'a.png', type: 'image/png', isInline: true },
    { name: 'inner.eml', type: 'message/rfc822', isInline: false },
    { name: 'cat.txt', type: 'application/octet-stream', isInline: false },
  ]);
  expect(Buffer.from(mail.attachments[2]?.bytes ?? []).toString()).toBe('Cat');
});

test('passes over a mailbox file’s first line and a byte order mark', async () => {
  const mail = await readMail(
    bytes([0xef, 0xbb, 0xbf], 'From a@b Mon Jan 1 00:00:00 2026\nFrom: a@b.de\nX-A: 1\n\nhello'),
  );
  expect([mail.from?.address, headerOf(mail, 'x-a'), mail.text?.trim()]).toEqual(['a@b.de', '1', 'hello']);
});

test('never throws on bytes, and never takes long', async () => {
  const pieces = fc.constantFrom(
    'From: ',
    'Content-Type: multipart/mixed; boundary=b\r\n',
    '--b\r\n',
    '--b--',
    '\r\n\r\n',
    '=?utf-8?Q?',
    '?=',
    '<',
    '>',
    'References: <a',
    'Content-Transfer-Encoding: base64\r\n',
    'begin 644 x\n',
    '\u0000',
    'é',
  );
  const anyMail = fc.array(
    fc.oneof(
      pieces.map((text) => Buffer.from(text)),
      fc.uint8Array({ maxLength: 40 }).map((raw) => Buffer.from(raw)),
    ),
    { maxLength: 60 },
  );
  await fc.assert(
    fc.asyncProperty(anyMail, async (parts) => {
      const mail = await readMail(new Uint8Array(Buffer.concat(parts)));
      expect(Array.isArray(mail.troubles)).toBe(true);
    }),
    { numRuns: 500, seed: 3 },
  );
});

test('loses no words of any text in any charset that can write them', async () => {
  const words = fc.stringMatching(/^[A-Za-zäöüßéñ .,!?]{1,60}$/).filter((text) => text.trim() !== '');
  await fc.assert(
    fc.asyncProperty(
      words,
      fc.constantFrom('utf-8', 'iso-8859-1', 'windows-1252', 'latin1', ''),
      fc.constantFrom('8bit', 'base64'),
      async (text, charset, encoding) => {
        const raw = Buffer.from(text, charset === 'utf-8' ? 'utf8' : 'latin1');
        const body = encoding === 'base64' ? Buffer.from(raw.toString('base64')) : raw;
        const label = charset === '' ? 'text/plain' : `text/plain; charset=${charset}`;
        const mail = await readMail(
          new Uint8Array(
            Buffer.concat([
              Buffer.from(`Content-Type: ${label}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`),
              body,
            ]),
          ),
        );
        expect(mail.text?.trim()).toBe(text.trim());
      },
    ),
    { numRuns: 200, seed: 5 },
  );
});

test('millions of empty lines are read as the text they are, in a moment', async () => {
  const raw = new TextEncoder().encode(`From: ann@example.com\n\nHello${'\n'.repeat(3_000_000)}there`);
  const began = process.cpuUsage();
  const mail = await readMail(raw);
  expect(mail.text?.startsWith('Hello')).toBe(true);
  expect(mail.text?.endsWith('there')).toBe(true);
  expect(process.cpuUsage(began).user / 1_000).toBeLessThan(2_000);
});

test('reads a body of no part under the encoding its header names', async () => {
  const { text } = await aMail(
    'From: ann@cust.example',
    'Content-Type: multipart/mixed; boundary=nowhere',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'Gr=C3=BC=C3=9Fe',
  );
  expect(text?.trim()).toBe('Grüße');
});
