import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { decodeText, readMail } from './index.ts';

/** Label, words, and the charset the bytes really are in where that differs. */
const LABELS: readonly (readonly [label: string, words: string, really?: string])[] = [
  ['gb18030', '订单在哪里𠀀'],
  ['gb2312', '订单在哪里'],
  ['x-gbk', '订单', 'gbk'],
  ['big5', '訂單在哪裡'],
  ['chinesebig5', '訂單', 'big5'],
  ['big5-hkscs', '訂單'],
  ['euc-jp', '注文の件'],
  ['shift_jis', '注文の件'],
  ['cp932', '①注文'],
  ['ks_c_5601-1987', '주문은 어디'],
  ['cp949', '주문'],
  ['koi8-r', 'Где мой заказ'],
  ['koi8-u', 'Де моє замовлення'],
  ['windows-1250', 'Zamówienie žluťoučký'],
  ['win-1251', 'Где мой заказ', 'windows-1251'],
  ['windows-1253', 'Παραγγελία'],
  ['windows-1254', 'Sipariş ğ'],
  ['windows-1255', 'הזמנה'],
  ['windows-1256', 'طلب'],
  ['windows-1257', 'Užsakymas'],
  ['windows-1258', 'Đơn'],
  ['windows-874', 'คำสั่งซื้อ'],
  ['tis-620', 'คำสั่งซื้อ'],
  ['iso-8859-2', 'Zamówienie'],
  ['iso-8859-5', 'заказ'],
  ['iso-8859-6', 'طلب'],
  ['iso-8859-7', 'Παραγγελία'],
  ['iso-8859-8-i', 'הזמנה'],
  ['iso-8859-15', '€ œ'],
  ['ibm850', 'Grüße', 'cp850'],
  ['ibm866', 'заказ', 'cp866'],
  ['macintosh', 'Grüße'],
  ['utf-16', 'Straße заказ'],
  ['utf-16le', 'Straße'],
  ['utf-16be', 'Straße'],
  ['iso-10646-ucs-2', 'Straße and more', 'utf-16be'],
  ['utf-7', 'Straße, заказ'],
  ['utf-8', 'Straße 😀'],
  ['unknown-8bit', 'Straße', 'utf-8'],
  ['unknown-8bit', 'Straße', 'windows-1252'],
  ['x-unknown', 'Straße', 'utf-8'],
  ['us-ascii', 'Straße', 'utf-8'],
  ['us-ascii', 'Straße', 'windows-1252'],
  ['ansi_x3.4-1968', 'Straße', 'utf-8'],
  ['iso-8859-1', 'Straße заказ', 'utf-8'],
  ['utf-8', 'Straße', 'windows-1252'],
];

test.each(LABELS.map(([label, words, really]) => [label, words, really ?? label] as const))(
  'reads %s: %s',
  async (label, words, really) => {
    const bytes = iconv.encode(words, really, { addBOM: label === 'utf-16' });
    const base64 = bytes.toString('base64');
    const mail = await readMail(
      Buffer.from(
        `From: a@b.de\r\nSubject: =?${label}?B?${base64}?=\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=${label}\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64}`,
      ),
    );
    expect([mail.subject, mail.text?.trim()]).toEqual([words, words]);
  },
);

test.each([
  ['iso-2022-jp', '\u001b$B?)\u001b(B\u001b$B:v\u001b(B', '食策'],
  ['iso-2022-kr', '\u001b$)C\u000eAV9.\u000f', '주문'],
  ['hz-gb-2312', 'a ~{6)5%~} ~~', 'a 订单 ~'],
])('reads letters of ASCII bytes: %s', (label, bytes, words) => {
  expect(decodeText(Buffer.from(bytes, 'latin1'), label)).toBe(words);
});

const part = (head: string, body: string) =>
  `From: a@b.de\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nhi\r\n--b\r\n${head}\r\n\r\n${body}\r\n--b--\r\n`;
const named = (disposition: string) =>
  part(
    `Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; ${disposition}`,
    'AAAA',
  );

test.each([
  ['RFC 2231', "filename*=UTF-8''Gr%C3%BC%C3%9Fe.pdf", 'Grüße.pdf'],
  ['RFC 2231 in pieces', 'filename*0*=UTF-8\'\'Gr%C3;\r\n filename*1*=%BC; filename*2="e.pdf"', 'Grüe.pdf'],
  ['RFC 2231 in another charset', "filename*=koi8-r''%DA%C1%CB%C1%DA.pdf", 'заказ.pdf'],
  ['encoded words', 'filename="=?utf-8?Q?Gr=C3=BC?=\r\n =?utf-8?Q?e.pdf?="', 'Grüe.pdf'],
  ['raw UTF-8', 'filename="Gr\xc3\xbc.pdf"', 'Grü.pdf'],
  ['raw Latin', 'filename="Gr\xfc.pdf"', 'Grü.pdf'],
  ['no quotes', 'filename=my file.pdf', 'my file.pdf'],
  ['a path', 'filename="C:\\\\Users\\\\x\\\\b.pdf"', 'b.pdf'],
])('reads a file’s name in %s', async (_, disposition, name) => {
  const mail = await readMail(Buffer.from(named(disposition), 'latin1'));
  expect(mail.attachments.map((one) => one.name)).toEqual([name]);
});

test.each([
  ['application/ms-tnef', 'winmail.dat'],
  ['application/pkcs7-mime', 'smime.p7m'],
  ['application/pkcs7-signature', 'smime.p7s'],
  ['application/pgp-signature', 'signature.asc'],
  ['text/calendar', 'invite.ics'],
])('keeps %s whole, under a name', async (type, name) => {
  const mail = await readMail(
    Buffer.from(part(`Content-Type: ${type}\r\nContent-Transfer-Encoding: base64`, 'aGFsbG8=')),
  );
  expect(mail.attachments.map((one) => [one.name, Buffer.from(one.bytes).toString().trim()])).toEqual([
    [name, 'hallo'],
  ]);
  expect(mail.text?.trim()).toBe('hi');
});

const head = (type: string) => `From: a@b.de\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n\r\n`;
const parts = '--b\r\nContent-Type: text/plain\r\n\r\nthe words\r\n--b--';

test.each([
  ['no boundary named', `${head('multipart/mixed')}${parts}`, 'the words'],
  ['another boundary named', `${head('multipart/mixed; boundary=zzz')}${parts}`, 'the words'],
  ['no end', `${head('multipart/mixed; boundary=b')}${parts.slice(0, -5)}`, 'the words'],
  ['no type', `${head('')}the words`, 'the words'],
  ['half a type', `${head('text')}the words`, 'the words'],
  ['an odd text type', `${head('text/x-odd')}the words`, 'the words'],
  ['two returns a line', head('text/plain').replaceAll('\r\n', '\r\r\n') + 'the words\r\r\n', 'the words'],
])('finds the words of a body with %s', async (_, raw, words) => {
  const mail = await readMail(Buffer.from(raw));
  expect([mail.subject, mail.text?.trim()]).toEqual(['x', words]);
});

test('reads HTML without a label by what its own head says', async () => {
  const html = Buffer.from('<meta charset="windows-1251"><p>\xcf\xf0\xe8\xe2\xe5\xf2</p>', 'latin1');
  const mail = await readMail(Buffer.concat([Buffer.from(head('text/html')), html]));
  expect(mail.html).toContain('Привет');
});

test('takes a uuencoded file out of the words around it', async () => {
  const mail = await readMail(
    Buffer.from(`${head('text/plain')}Hello\r\n\r\nbegin 644 cat.txt\r\n#0V%T\r\n\`\r\nend\r\n\r\nBye`),
  );
  expect(mail.text).toContain('Hello');
  expect(mail.text).toContain('Bye');
  expect(mail.text).not.toContain('#0V%T');
  expect(mail.attachments.map((one) => [one.name, Buffer.from(one.bytes).toString()])).toEqual([['cat.txt', 'Cat']]);
});

test('an address behind mailto: is the address', async () => {
  expect((await readMail(Buffer.from('From: <mailto:a@b.de>\r\n\r\nx'))).from?.address).toBe('a@b.de');
});

test.each([
  ['windows-1251', 'utf-8', 'Привет, где заказ?'],
  ['utf-8', 'koi8-r', 'Где заказ?'],
  ['iso-8859-1', 'windows-1250', 'Kde je moje objednávka? Děkuji.'],
])('what is labelled %s and written in %s reads right once a person says so', async (label, real, words) => {
  const latin = (text: string) => Buffer.from(text, 'latin1');
  const raw = Buffer.concat([
    latin('From: a@b.example\r\nSubject: '),
    iconv.encode(words, real),
    latin(`\r\nContent-Type: text/plain; charset=${label}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n`),
    iconv.encode(words, real),
    latin('\r\n'),
  ]);
  const mail = await readMail(raw, { charset: real });
  expect([mail.subject, mail.text?.trim()]).toEqual([words, words]);
});

const japanese = new Uint8Array([0x83, 0x63, 0x81, 0x5b, 0x83, 0x8b]);

test.each([
  ['Shift JIS under ISO-2022-JP', japanese, 'iso-2022-jp', 'ツール'],
  ['EUC-JP under ISO-2022-JP', new Uint8Array([0xa5, 0xc4, 0xa1, 0xbc, 0xa5, 0xeb]), 'iso-2022-jp', 'ツール'],
])('reads %s', (_, bytes, label, text) => {
  expect(decodeText(bytes, label)).toBe(text);
});

test('reads a raw header in the charset of the words beside it', async () => {
  const raw = Buffer.from('From: =?ISO-2022-JP?B?g2OBW4OLIEVYQU1QTEU=?= <ann@cust.example>\r\nSubject: ');
  const mail = await readMail(Buffer.concat([raw, japanese, Buffer.from('\r\n\r\nx')]));
  expect([mail.from?.name, mail.subject]).toEqual(['ツール EXAMPLE', 'ツール']);
});
