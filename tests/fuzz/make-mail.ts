import type { Dice } from '../support/dice.ts';

/** A mail made up from the grammar of mails, and the words that must be found again after reading it. */
export interface MadeMail {
  readonly raw: Buffer;
  /** One word of each text part; reading may put it anywhere, but never nowhere. */
  readonly words: readonly string[];
}

const charsets = ['utf-8', 'iso-8859-1', 'windows-1252', 'utf-7', 'iso-2022-jp', 'gb18030', 'koi8-r', 'x-unknown', ''];
const encodings = ['7bit', '8bit', 'quoted-printable', 'base64', 'binary', 'x-uuencode', 'BASE64 ', ''];
const containers = [
  'mixed',
  'alternative',
  'related',
  'report; report-type=delivery-status',
  'signed',
  'digest',
  'x-odd',
];
const attributions = [
  'On Mon, 3 Feb 2025 at 10:11, Ann Smith <ann@example.com> wrote:',
  'Am 03.02.2025 um 10:11 schrieb Ann:',
  'Le lun. 3 févr. 2025 à 10:11, Ann <ann@example.com> a écrit :',
  '2025年2月3日(月) 10:11 Ann <ann@example.com>:',
  '-----Original Message-----',
  '---------- Forwarded message ---------',
  'From: Ann\nSent: Monday\nTo: Bob\nSubject: Order',
  '-- ',
  '________________________________',
  '> quoted',
  '> > quoted deeper',
  'Sent from my iPhone',
  '```',
  '',
];
const tags = [
  'div',
  'p',
  'blockquote',
  'table',
  'td',
  'span',
  'b',
  'pre',
  'style',
  'script',
  'gmail',
  '!--',
  'a',
  'x:y',
];
const attributes = [
  'class="gmail_quote"',
  'style="border-top:solid 1px"',
  'id=appendonsend',
  'onload=alert(1)',
  'href="javascript:alert(1)"',
  '"',
  "='",
  '',
];
const headerNames = [
  'From',
  'To',
  'Cc',
  'Reply-To',
  'Sender',
  'Subject',
  'Date',
  'Message-ID',
  'In-Reply-To',
  'References',
  'Return-Path',
  'Delivered-To',
  'Auto-Submitted',
  'List-Id',
  'X-Odd',
  'Content-ID',
];
const headerValues = [
  'Ann Smith <ann@example.com>',
  '"Smith, Ann" <ann@example.com>, bob@example.com',
  'undisclosed-recipients:;',
  '=?utf-8?B?w7xtbMOkdXQ=?= <ann@example.com>',
  '=?utf-8?Q?broken',
  '<a@b> <c@d> <e',
  '(((((comment)))) ann@example.com',
  'Re: Re: Fwd: [#1042] Where is my order?',
  'Mon, 3 Feb 2025 10:11:12 +0100 (CET)',
  '<>',
  'auto-replied',
  '@@@',
  'ann@example.com ann@example.com',
  '"unclosed <ann@example.com',
];

/** A mail by the grammar, with whatever goes wrong in life. */
export function makeMail(dice: Dice): MadeMail {
  const words: string[] = [];
  const part = makePart(dice, 0, words);
  const lines: string[] = [];
  for (let i = dice.below(12); i > 0; i -= 1) lines.push(makeHeader(dice));
  const end = dice.pick(['\r\n', '\r\n', '\n', '\r\n']);
  const text = [...lines, ...part.headers, '', part.body].join('\n').replaceAll('\n', end);
  return { raw: Buffer.from(text, 'latin1'), words };
}

function makeHeader(dice: Dice): string {
  const name = dice.pick(headerNames);
  const value = dice.chance(0.05) ? dice.pick(headerValues).repeat(1 + dice.below(400)) : dice.pick(headerValues);
  return `${name}${dice.chance(0.05) ? ' ' : ''}:${dice.chance(0.1) ? '\n ' : ' '}${value}`;
}

function makePart(dice: Dice, depth: number, words: string[]): { headers: string[]; body: string } {
  if (depth < 8 && dice.chance(depth === 0 ? 0.6 : 0.3)) return makeContainer(dice, depth, words);
  const word = `palabra${words.length}x${dice.below(1_000_000)}`;
  words.push(word);
  const isHtml = dice.chance(0.5);
  const content = isHtml ? makeHtml(dice, word) : makePlain(dice, word);
  const encoding = dice.pick(encodings);
  const charset = dice.pick(charsets);
  // What says it is one thing and is another must still be read, so not every label is true.
  const coded = encode(content, encoding);
  return {
    headers: [
      `Content-Type: text/${isHtml ? 'html' : 'plain'}${charset ? `; charset=${charset}` : ''}${dice.chance(0.2) ? '; format=flowed' : ''}`,
      ...(encoding ? [`Content-Transfer-Encoding: ${encoding}`] : []),
      ...(dice.chance(0.1) ? ["Content-Disposition: attachment; filename*=utf-8''%C3%BC.txt"] : []),
    ],
    body: coded,
  };
}

function makeContainer(dice: Dice, depth: number, words: string[]): { headers: string[]; body: string } {
  const boundary = dice.pick(['b', '=_x', "it's", 'b b', `n${depth}`]) + dice.below(100);
  const lines: string[] = [];
  for (let i = 1 + dice.below(4); i > 0; i -= 1) {
    const child = makePart(dice, depth + 1, words);
    lines.push(`--${boundary}`, ...child.headers, '', child.body);
  }
  if (!dice.chance(0.15)) lines.push(`--${boundary}--`);
  return {
    headers: [`Content-Type: multipart/${dice.pick(containers)}; boundary="${boundary}"`],
    body: lines.join('\n'),
  };
}

function encode(text: string, encoding: string): string {
  if (encoding.trim().toLowerCase() === 'base64') return Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\n');
  if (encoding === 'quoted-printable')
    return text.replace(
      /[=\x7f-\xff]/g,
      (sign) => `=${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    );
  return text;
}

/** Lines as clients and people write them, with one word that must survive. */
export function makePlain(dice: Dice, word: string): string {
  const lines = Array.from({ length: 1 + dice.below(30) }, () =>
    dice.chance(0.4) ? dice.pick(attributions) : `${'> '.repeat(dice.below(3))}Hello ${dice.below(99)}`,
  );
  lines.splice(dice.below(lines.length + 1), 0, `${dice.chance(0.2) ? '> ' : ''}${word}`);
  return lines.join('\n');
}

function makeHtml(dice: Dice, word: string): string {
  const pieces: string[] = [];
  const open: string[] = [];
  for (let i = dice.below(40); i > 0; i -= 1) {
    const tag = dice.pick(tags);
    if (tag === 'script' || tag === 'style') pieces.push(`<${tag}>x{}</${tag}>`);
    else if (tag === '!--') pieces.push('<!-- note -->');
    else if (tag === 'gmail') pieces.push(`<div class="gmail_attr">${dice.pick(attributions)}</div>`);
    else if (dice.chance(0.5)) {
      pieces.push(`<${tag} ${dice.chance(0.3) ? dice.pick(attributes.slice(0, 5)) : ''}>`);
      open.push(tag);
    } else if (open.length > 0) pieces.push(`</${dice.chance(0.8) ? open.pop() : dice.pick(open)}>`);
    else pieces.push(`${dice.pick(attributions)}<br>`);
  }
  pieces.splice(dice.below(pieces.length + 1), 0, ` ${word} `);
  return pieces.join(dice.pick(['', '\n']));
}
