import { expect, test } from 'vitest';
import { visibleReply, visibleReplyHtml } from './index.ts';

const lead = 'Am 05.01.2026 um 15:04 schrieb Ann Lee:';

test.each([
  [
    'right below the line of who wrote it',
    `Hello Ann,\n\nabout the parcel.\n${lead}\n> Where is it?\n\nIt came on Monday.\n\nKind regards\nBob`,
    'Hello Ann,\n\nabout the parcel.\n> Where is it?\n\nIt came on Monday.\n\nKind regards\nBob',
  ],
  [
    'with only a greeting above',
    `Hallo Ann,\n\n${lead}\n\n> Wo ist es?\n\nEs kam am Montag.\n\nViele Grüße\nBob`,
    'Hallo Ann,\n\n\n> Wo ist es?\n\nEs kam am Montag.\n\nViele Grüße\nBob',
  ],
  [
    'in a script without blanks',
    `安安：\n\n在 2026/1/5 15:04, Ann Lee 写道:\n> 什么时候？\n\n星期一下午三点。`,
    '安安：\n\n> 什么时候？\n\n星期一下午三点。',
  ],
])('shows an answer below a quote %s', (_, text, shown) => {
  expect(visibleReply(text).reply).toBe(shown);
});

test('shows an answer below a quote in HTML', () => {
  const html = `<p>Hallo Ann,</p><div class="moz-cite-prefix">${lead}</div><blockquote type="cite">Wo ist es?</blockquote><p>Es kam am Montag.</p>`;
  expect(visibleReplyHtml(html).replyHtml).toContain('Es kam am Montag.');
});

test.each([
  ['a name', 'Ann Lee\nHelp desk\n+49 30 123456'],
  ['a list', 'You are subscribed to this mailing list.'],
  ['a lawyer', 'This e-mail is confidential and intended only for the person it names.'],
  ['ein Anwalt', 'Diese E-Mail ist vertraulich. Sie ist nur für den Empfänger bestimmt.'],
])('folds what %s adds below a quote', (_, footer) => {
  expect(visibleReply(`It came.\n\n${lead}\n> Where is it?\n> When?\n\n${footer}\n`).reply).toBe('It came.');
});

test('shows the part of a letter below a rule with air around it', () => {
  const letter = `Hello,\n\nthis is the first part.\n\n${'_'.repeat(80)}\n\nThis is the second part of it.\n\nKind regards\nAnn`;
  expect(visibleReply(`${letter}\n\nOn July 28, 2026, Bob Doe wrote:\n> Before.\n`).reply).toBe(letter);
  const list = 'What changed:\n\n====\n\n1. It is quicker\n2. It is smaller';
  expect(visibleReply(list).reply).toBe(list);
});

test.each([
  ['a name right below', 'Thank you.\n______________\nAnn Lee\nHelp desk'],
  ['a name with air', 'Thank you.\n\n______________\n\nAnn Lee'],
  [
    'an original',
    'Thank you.\n\n______________\n\nOn Mon, 5 Jan 2026 at 15:04, Ann Lee <ann@cust.example> wrote:\n\nBefore.',
  ],
  ['a lawyer', 'Thank you.\n\n______________\n\nThis message is confidential. Delete it if it is not yours.'],
  ['the signature’s own two dashes', 'Thank you.\n\n-- \n\nAlways here for you and your family.'],
])('folds below a rule %s', (_, text) => {
  expect(visibleReply(text).reply).toBe('Thank you.');
});

test('shows all where the writer’s words stand on the line of who wrote', () => {
  const text = 'yes, please. On Mon, 5 Jan 2026 at 15:04, Ann Lee <ann@cust.example> wrote:\n> Shall we send it?';
  expect(visibleReply(text).reply).toBe(text);
});

test('folds the rest of a quoted link that was broken over two lines', () => {
  const quote = '> See the case (https://shop.example/cases/17?from=mail\n&key=3dd518)\n>\n> Regards';
  expect(visibleReply(`Thank you.\n\n${lead}\n\n${quote}\n`).reply).toBe('Thank you.');
});
