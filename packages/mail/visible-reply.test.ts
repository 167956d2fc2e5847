import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { visibleReply, visibleReplyHtml } from './index.ts';

test.each([
  ['English', 'On Mon, 3 Jan 2026 at 10:00, Ann <a@b.de> wrote:'],
  ['English over three lines', 'On Mon, 3 Jan 2026 at 10:00, Ann Very Long Name\n<\na@b.de> wrote:'],
  ['German', 'Am 03.01.2026 um 10:00 schrieb Ann:'],
  ['French', 'Le lun. 3 janv. 2026 à 10:00, Ann <a@b.fr> a écrit :'],
  ['Spanish', 'El lun, 3 ene 2026 a las 10:00, Ann (<a@b.es>) escribió:'],
  ['Italian', 'Il giorno lun 3 gen 2026 alle ore 10:00 Ann <a@b.it> ha scritto:'],
  ['Portuguese', 'Em seg., 3 de jan. de 2026 às 10:00, Ann <a@b.pt> escreveu:'],
  ['Dutch', 'Op ma 3 jan 2026 om 10:00 schreef Ann <a@b.nl>:'],
  ['Swedish', 'Den mån 3 jan. 2026 kl 10:00 skrev Ann <a@b.se>:'],
  ['Polish', 'pon., 3 sty 2026 o 10:00 Ann <a@b.pl> napisał(a):'],
  ['Czech', 'po 3. 1. 2026 v 10:00 odesílatel Ann <a@b.cz> napsal:'],
  ['Russian', 'пн, 3 янв. 2026 г. в 10:00, Ann <a@b.ru>:'],
  ['Ukrainian', 'пн, 3 січ. 2026 р. о 10:00 Ann <a@b.ua> пише:'],
  ['Turkish', 'Ann <a@b.tr>, 3 Oca 2026 Pzt, 10:00 tarihinde şunu yazdı:'],
  ['Chinese', '在 2026年1月3日，10:00，Ann <a@b.cn> 写道：'],
  ['Japanese', '2026年1月3日(月) 10:00 Ann <a@b.jp>:'],
  ['Korean', '2026년 1월 3일 (월) 오전 10:00, Ann <a@b.kr>님이 작성:'],
  ['Outlook’s marker', '-----Ursprüngliche Nachricht-----\nVon: Ann <a@b.de>'],
  ['Outlook’s header', 'From: Ann <a@b.de>\nSent: Monday, January 3, 2026 10:00\nTo: Bob <b@c.de>\nSubject: Order'],
  [
    'Outlook’s header in Polish',
    'Od: Ann <a@b.pl>\nWysłano: poniedziałek, 3 stycznia 2026 10:00\nDo: Bob <b@c.pl>\nTemat: Zamówienie',
  ],
])('folds what a %s client puts below a reply', (_, lead) => {
  const split = visibleReply(`Thank you, that works.\n\n${lead}\n\n> Try this.\n> Regards\n`);
  expect(split.reply).toBe('Thank you, that works.');
  expect(split.quote).toContain('Try this.');
});

test('keeps quotes between answers, and the answers', () => {
  const text = 'On Mon, 3 Jan 2026 at 10:00, Ann <a@b.de> wrote:\n> When?\nOn Monday.\n> Where?\nAt home.';
  expect(visibleReply(text).reply).toBe('> When?\nOn Monday.\n> Where?\nAt home.');
});

test('shows an answer below its quote', () => {
  expect(visibleReply('On Mon, 3 Jan 2026, Ann wrote:\n> When?\n\nOn Monday.').reply).toBe('On Monday.');
});

test('does not take a letter’s own lines for marks', () => {
  const text =
    'Hello,\nmy order from 3.1.2026 never came.\nTo: do list attached.\nYou wrote something about it.\nIt cost 10:50 EUR at shop@x.de so far';
  expect(visibleReply(text).reply).toBe(text);
});

test.each([
  ['Sent from my iPhone', true],
  ['Sent from my cell, please excuse any typos.', true],
  ['Von meinem iPad gesendet', true],
  ['Sent from my desk, it is much easier than a phone.', false],
])('takes "%s" for a device’s signature: %s', (line, isSignature) => {
  expect(visibleReply(`Hello\n\n${line}`).signature !== '').toBe(isSignature);
});

test('names a forward by its marker', () => {
  const split = visibleReply(
    'See below\n\n---------- Forwarded message ---------\nFrom: Ann <a@b.de>\nDate: Mon\nSubject: x\nTo: <b@c.de>\n\nhello',
  );
  expect([split.reply, split.forwardMarker]).toEqual(['See below', '---------- Forwarded message ---------']);
});

test('shows everything when nothing would be left', () => {
  expect(visibleReply('> only a quote').reply).toBe('> only a quote');
  expect(visibleReply('-- \nAnn').reply).toBe('-- \nAnn');
});

const line = fc.constantFrom(
  '',
  'Hello',
  '> quoted',
  '>> deeper',
  '-- ',
  '---',
  'On Mon, 3 Jan 2026, Ann <a@b.de> wrote:',
  'From: a@b.de',
  'Sent: 1',
  'To: b',
  'Subject: x',
  'Sent from my iPhone',
  '```',
  '---- Forwarded message ----',
  '   ',
  'text 12 <',
);

test('deletes nothing: the parts in order are the body', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(line, fc.string()), { maxLength: 60 }), (lines) => {
      const text = lines.join('\n');
      const whole = text.replace(/\r\n?/g, '\n');
      expect(
        visibleReply(text)
          .parts.map((part) => part.text)
          .join('\n'),
      ).toBe(whole);
    }),
    { numRuns: 1_000, seed: 17 },
  );
});

test('always shows something of a mail that says something', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
      const isShown = visibleReply(lines.join('\n')).reply.trim() !== '';
      expect(isShown).toBe(lines.join('').trim() !== '');
    }),
    { numRuns: 1_000, seed: 19 },
  );
});

test.each([
  ['a quote of 767 KB', '> some quoted line of text here 12:30 <a@b.de>\n', 200],
  ['lines that almost begin an attribution', 'On Mon, 3 Jan 2026 at 10:00 Ann <a@b.de\n', 2_000],
  ['lines that almost are a header', 'From: x@y.de\n', 2_000],
  ['nothing but rules', '- - - - x\n', 2_000],
  ['an attribution without its end', '在 2026年1月5日 写道 <\n', 3_000],
  [
    'usual prose with times',
    'This is a line of prose that somebody sent yesterday at 10:30, as it was written.\n',
    2_000,
  ],
])('is quick with %s', { timeout: 60_000 }, (_, piece, boundMs) => {
  visibleReply(`warm\n${piece.repeat(2_000)}`);
  const text = `Hi\n\n${piece.repeat(Math.ceil(767_000 / piece.length))}`;
  // what it cost, not how long it took: a busy machine is no slower
  const before = process.cpuUsage();
  visibleReply(text);
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(boundMs);
});

test.each([
  [
    'Gmail',
    '<div>Hi</div><div class="gmail_quote"><div class="gmail_attr">On Mon Ann wrote:<br></div><blockquote>old</blockquote></div>',
  ],
  [
    'Outlook’s line',
    '<p>Hi</p><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>From:</b> Ann &lt;a@b.de&gt;<br><b>Sent:</b> Monday 2026<br><b>To:</b> Bob<br><b>Subject:</b> x</p></div><p>old</p>',
  ],
  [
    'Outlook on the web',
    '<div>Hi</div><hr><div id="divRplyFwdMsg"><b>Von:</b> Ann &lt;a@b.de&gt;<br><b>Gesendet:</b> Montag 2026<br><b>An:</b> Bob<br><b>Betreff:</b> x</div><div>old</div>',
  ],
  [
    'Apple Mail',
    '<div>Hi</div><div><blockquote type="cite"><div>On 3 Jan 2026, at 10:00, Ann &lt;a@b.de&gt; wrote:</div></blockquote></div><blockquote type="cite"><div>old</div></blockquote>',
  ],
  ['Yandex', '<div>Hi</div><div>03.01.2026, 10:00, "Ann" &lt;a@b.ru&gt;:</div><blockquote><p>old</p></blockquote>'],
])('splits the HTML of %s into what is shown and what is folded', (_, html) => {
  const split = visibleReplyHtml(html);
  expect(split.reply).toBe('Hi');
  expect(split.replyHtml).toContain('Hi');
  expect(split.replyHtml).not.toContain('old');
  expect(split.foldedHtml).toContain('old');
});

test('splits no HTML in two that is one letter, and survives any markup', () => {
  const letter = '<p>One</p><hr><p>Two</p><table><tr><td style="border-top:1px solid #ccc">Total</td></tr></table>';
  expect(visibleReplyHtml(letter).replyHtml).toBe(letter);
  const tags = fc.constantFrom(
    '<div>',
    '</div>',
    '<blockquote>',
    '<p>',
    '<br>',
    '<hr>',
    '<pre>',
    'On 3.1.2026 Ann wrote:',
    'hello',
    '< ',
    '&nbsp;',
    '<div class="gmail_quote">',
    '<img src=x>',
  );
  fc.assert(
    fc.property(fc.array(tags, { maxLength: 40 }), (pieces) => {
      const split = visibleReplyHtml(pieces.join(''));
      const count = (text: string) => text.split('hello').length - 1;
      expect(count(split.replyHtml) + count(split.foldedHtml)).toBe(count(pieces.join('')));
    }),
    { numRuns: 500, seed: 23 },
  );
});
