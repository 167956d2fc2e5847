import type { Dice } from '../support/dice.ts';

const hostile = [
  '\r\n\r\n',
  '\n',
  '\r',
  '\0',
  '--',
  '=?utf-8?Q?',
  '?=',
  '<',
  '>',
  '"',
  '(',
  ')',
  ';',
  ':',
  '=',
  '=\n',
  '\xff\xfe',
  '\x1b$B',
  '<blockquote>',
  '</div>',
  '<!--',
  ']]>',
  '&#0;',
  '> ',
  '-- \n',
  'wrote:\n',
  'From: ',
  'Content-Type: multipart/mixed; boundary=""\r\n',
  'Content-Type: message/rfc822\r\n\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  'begin 644 a.txt\n',
  '{"notificationType":"Bounce"',
];
/** Larger mails would only measure how long the same code runs. */
const sizeLimitBytes = 400_000;

/** One to six changes that know what a mail is made of: lines, headers, boundaries, labels, encodings. */
export function mutateMail(dice: Dice, given: Buffer, others: readonly Buffer[]): Buffer {
  let raw = given;
  for (let i = 1 + dice.below(6); i > 0; i -= 1)
    raw = dice.pick(changes)(dice, raw, others).subarray(0, sizeLimitBytes);
  return raw;
}

type Change = (dice: Dice, raw: Buffer, others: readonly Buffer[]) => Buffer;

const at = (dice: Dice, raw: Buffer): number => dice.below(raw.length + 1);

const changes: readonly Change[] = [
  function flipBytes(dice, raw) {
    const changed = Buffer.from(raw);
    for (let i = 1 + dice.below(20); i > 0 && changed.length > 0; i -= 1)
      changed[dice.below(changed.length)] = dice.below(256);
    return changed;
  },
  function insertHostile(dice, raw) {
    const place = at(dice, raw);
    const token = Buffer.from(dice.pick(hostile).repeat(dice.chance(0.05) ? 1 + dice.below(3_000) : 1), 'latin1');
    return Buffer.concat([raw.subarray(0, place), token, raw.subarray(place)]);
  },
  function cut(dice, raw) {
    return raw.subarray(0, at(dice, raw));
  },
  function dropMiddle(dice, raw) {
    const from = at(dice, raw);
    return Buffer.concat([raw.subarray(0, from), raw.subarray(Math.min(raw.length, from + dice.below(500)))]);
  },
  function repeatStretch(dice, raw) {
    const from = at(dice, raw);
    const stretch = raw.subarray(from, from + 1 + dice.below(300));
    return Buffer.concat([
      raw.subarray(0, from),
      ...Array.from({ length: dice.below(200) }, () => stretch),
      raw.subarray(from),
    ]);
  },
  function shuffleLines(dice, raw) {
    const lines = raw.toString('latin1').split('\n');
    for (let i = 1 + dice.below(10); i > 0; i -= 1) {
      const [one, two] = [dice.below(lines.length), dice.below(lines.length)];
      [lines[one], lines[two]] = [lines[two] ?? '', lines[one] ?? ''];
    }
    return Buffer.from(lines.join('\n'), 'latin1');
  },
  function splice(dice, raw, others) {
    const other = others.length > 0 ? dice.pick(others) : raw;
    return Buffer.concat([raw.subarray(0, at(dice, raw)), other.subarray(at(dice, other))]);
  },
  function relabel(dice, raw) {
    const text = raw.toString('latin1');
    const changed = dice.pick<() => string>([
      () =>
        text.replace(
          /charset="?[\w-]+"?/gi,
          `charset=${dice.pick(['utf-8', 'utf-16le', 'iso-2022-jp', 'gbk', 'x', 'utf-7'])}`,
        ),
      () =>
        text.replace(/(quoted-printable|base64|7bit|8bit)/gi, () =>
          dice.pick(['quoted-printable', 'base64', '8bit', 'x-odd']),
        ),
      () => text.replace(/multipart\/\w+/gi, `multipart/${dice.pick(['mixed', 'alternative', 'related', 'report'])}`),
      () => text.replace(/text\/plain/gi, 'text/html'),
      () => text.replace(/boundary="?([^"\n;]+)"?/i, dice.pick(['boundary="$1', 'boundary=', 'boundary="$1x"'])),
      () => text.replace(/\r?\n/g, dice.pick(['\r', '\n', '\r\n', '\n\n'])),
      () => text.replace(/^(?=.)/gm, () => (dice.chance(0.3) ? '> ' : '')),
    ])();
    return Buffer.from(changed, 'latin1');
  },
  function nest(dice, raw) {
    const boundary = `nest${dice.below(1_000)}`;
    const head = `Content-Type: multipart/mixed; boundary=${boundary}\r\n\r\n--${boundary}\r\nContent-Type: message/rfc822\r\n\r\n`;
    return Buffer.concat([Buffer.from(head.repeat(1 + dice.below(dice.chance(0.1) ? 90 : 3))), raw]);
  },
];
