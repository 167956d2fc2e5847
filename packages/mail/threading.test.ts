import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bareSubject, forwardSigns } from './forward.ts';
import {
  classify,
  mintMessageId,
  plusAddress,
  plusToken,
  readMessageId,
  readPlusToken,
  threadingEvidence,
  threadingQuestions,
  type KnownConversation,
} from './index.ts';
import { aMail } from './test-mail.ts';

const SECRET = 'a secret of this workspace';
const conversation: KnownConversation = {
  id: 'c1',
  number: 1204,
  participants: ['ann@b.de', 'colleague@b.de', 'help@shop.de'],
  senders: ['ann@b.de'],
};
const known = {
  byMessageId: new Map([
    ['ours@shop', conversation],
    ['ancestor@b', conversation],
  ]),
  byNumber: new Map([[1204, conversation]]),
};
const decide = async (...lines: string[]) => threadingEvidence(await aMail(...lines, '', 'x'), known, SECRET);
const token = plusAddress('help@shop.de', 1204, SECRET) ?? '';

test.each([
  ['by In-Reply-To', 'in-reply-to', ['From: ann@b.de', 'In-Reply-To: <ours@shop>']],
  [
    'by an ancestor only References still name',
    'references',
    ['From: colleague@b.de', 'In-Reply-To: <unknown@x>', 'References: <ancestor@b> <unknown@x>'],
  ],
  ['by the signed address in Delivered-To', 'plus-token', ['From: ANN@b.de', `Delivered-To: ${token.toUpperCase()}`]],
  ['by a tag from the same sender', 'subject-tag', ['From: ann@b.de', 'Subject: Re: [#1204] Order']],
])('joins %s', async (_, rule, lines) => {
  const decision = await decide(...lines);
  expect([decision.conversationId, decision.rule]).toEqual(['c1', rule]);
});

test.each([
  ['a stranger with our id', 'not-a-participant', ['From: stranger@x.de', 'In-Reply-To: <ours@shop>']],
  ['a stranger with the signed address', 'not-a-participant', ['From: stranger@x.de', `To: ${token}`]],
  ['a tag from someone on it who never wrote', 'not-a-participant', ['From: colleague@b.de', 'Subject: [#1204] Order']],
  ['a forged address', 'nothing-known', ['From: ann@b.de', `To: help+${plusToken(1204, 'another secret')}@shop.de`]],
  ['a forward', 'forward', ['From: ann@b.de', 'Subject: Fwd: Order', 'References: <ours@shop>']],
  [
    'a forward in German',
    'forward',
    ['From: ann@b.de', 'Subject: WG: Order', 'References: <ours@shop>', 'In-Reply-To: <ours@shop>'],
  ],
  ['a forward in Chinese', 'forward', ['From: ann@b.de', 'Subject: 转发: Order', 'References: <ours@shop>']],
  [
    'an answer to nothing we know',
    'nothing-known',
    ['From: ann@b.de', 'Subject: Re: Order', 'In-Reply-To: <elsewhere@x>'],
  ],
])('opens a new one for %s', async (_, rule, lines) => {
  const decision = await decide(...lines);
  expect([decision.conversationId, decision.rule]).toEqual([null, rule]);
});

test('leads a delivery report to the mail it is about, though a server sent it', async () => {
  const mail = await aMail(
    'From: MAILER-DAEMON@x.de',
    'Return-Path: <>',
    'X-Failed-Recipients: ann@b.de',
    'Subject: failure notice',
    '',
    'Message-ID: <ours@shop>',
  );
  const bounceOf = classify(mail).bounce?.originalMessageId ?? null;
  expect(threadingQuestions(mail, SECRET, bounceOf).messageIds).toContain('ours@shop');
  expect(threadingEvidence(mail, { ...known, bounceOf }, SECRET)).toMatchObject({
    conversationId: 'c1',
    rule: 'delivery-report',
  });
});

test('keeps every id seen, and says why each way was or was not taken', async () => {
  const decision = await decide('From: stranger@x.de', 'Message-ID: <own@x>', 'References: <ours@shop> <other@x>');
  expect(decision.ids).toEqual(['ours@shop', 'other@x', 'own@x']);
  expect(decision.signs).toEqual([
    {
      rule: 'references',
      seen: 'ours@shop',
      conversationId: 'c1',
      score: 0.8,
      isTaken: false,
      why: 'the sender is not on that conversation',
    },
  ]);
});

test('ids and tokens come back as they went, and nothing else is taken for one', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2 ** 40 }),
      fc.uuid(),
      fc.uint8Array({ minLength: 8, maxLength: 16 }),
      fc.string(),
      (number, id, random, noise) => {
        expect(readPlusToken(plusAddress('help@shop.de', number, SECRET) ?? '', SECRET)).toBe(number);
        expect(readMessageId(mintMessageId(id, id, 'shop.de', random))).toEqual({ conversationId: id, entryId: id });
        expect(readPlusToken(`help+${noise}@shop.de`, SECRET)).toBeNull();
      },
    ),
    { numRuns: 200, seed: 29 },
  );
});

test.each(['RÉP', 'Svar', 'Vast', 'Odpověď', 'Відповідь', 'השב', 'Trả lời', 'ตอบกลับ', 'Balas'])(
  'knows "%s:" before an answer’s subject',
  (prefix) => {
    expect(bareSubject(`${prefix}: Order`)).toBe('order');
  },
);

test.each(['Redir.', 'Videresend', 'Прсл', '转'])('knows "%s:" before a forward’s subject', async (prefix) => {
  expect(forwardSigns(await aMail('From: ann@b.de', `Subject: ${prefix}: Order`, '', 'x'), null)).toHaveLength(1);
});
