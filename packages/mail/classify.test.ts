import { expect, test } from 'vitest';
import { classify } from './index.ts';
import { aMail } from './test-mail.ts';

const OWN = { header: 'X-Rapport-Loop', value: 'shop.example' };

test.each([
  [
    'a customer',
    'message',
    [
      'From: ann@b.de',
      'Subject: Where is my order?',
      '',
      'The mailbox is full of your mail, delivery failed, user unknown?',
    ],
  ],
  [
    'a customer who pastes a bounce',
    'message',
    [
      'From: ann@b.de',
      'Subject: Undeliverable: my order',
      '',
      '550 5.1.1 user unknown\n\nReceived: from x by y\nMessage-ID: <a@b>',
    ],
  ],
  [
    'a person away',
    'auto-reply',
    ['From: ann@b.de', 'Auto-Submitted: auto-replied (vacation)', 'Subject: Away', '', 'x'],
  ],
  ['a person away by Exchange', 'auto-reply', ['From: ann@b.de', 'Subject: Automatische Antwort: Frage', '', 'x']],
  ['"Auto-Submitted: no"', 'message', ['From: ann@b.de', 'Auto-Submitted: no', 'Subject: x', '', 'x']],
  [
    'a contact form',
    'notice',
    ['From: form@shop.de', 'Auto-Submitted: auto-generated', 'Subject: New message', '', 'x'],
  ],
  [
    'a customer who asks about absence',
    'message',
    ['From: ann@b.de', 'Subject: Question about out of the office replies', '', 'x'],
  ],
  ['a newsletter', 'list', ['From: news@b.de', 'List-Unsubscribe: <https://b.de/u>', 'Subject: x', '', 'x']],
  ['our own mail', 'loop', ['From: help@shop.de', 'X-Rapport-Loop: shop.example', 'Subject: x', '', 'x']],
  [
    'another installation’s mail',
    'message',
    ['From: help@other.de', 'X-Rapport-Loop: other.example', 'Subject: x', '', 'x'],
  ],
  [
    'qmail’s bounce',
    'bounce',
    [
      'Return-Path: <>',
      'From: MAILER-DAEMON@x.de',
      'Subject: failure notice',
      '',
      '<ann@b.de>:\n550 5.1.1 user unknown',
    ],
  ],
  [
    'a read receipt',
    'receipt',
    [
      'From: ann@b.de',
      'Content-Type: multipart/report; report-type=disposition-notification; boundary=b',
      '',
      '--b',
      '',
      'read',
      '--b--',
    ],
  ],
  [
    'a complaint',
    'complaint',
    [
      'From: fbl@host.de',
      'Content-Type: multipart/report; report-type=feedback-report; boundary=b',
      '',
      '--b',
      '',
      'x',
      '--b',
      'Content-Type: message/feedback-report',
      '',
      'Feedback-Type: abuse',
      '--b--',
    ],
  ],
])('knows %s for a %s', async (_, kind, lines) => {
  const { kind: seen, evidence } = classify(await aMail(...lines), OWN);
  expect(seen).toBe(kind);
  expect(evidence.length > 0).toBe(kind !== 'message');
});

test('reads from a delivery report who failed, why, and which mail of ours it was', async () => {
  const mail = await aMail(
    'From: MAILER-DAEMON@x.de',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    '',
    'Sorry.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; x.de',
    '',
    'Final-Recipient: rfc822; <Ann@b.de>',
    'Action: failed',
    'Status: 5.0.0',
    'Diagnostic-Code: smtp; 550 5.1.1',
    ' user unknown',
    '',
    '--b',
    'Content-Type: message/rfc822',
    '',
    'Message-ID: <ours@shop>',
    'Subject: x',
    '',
    'x',
    '--b--',
  );
  expect(classify(mail).bounce).toEqual({
    status: '5.1.1',
    action: 'failed',
    recipient: 'ann@b.de',
    recipients: [
      {
        address: 'ann@b.de',
        original: null,
        status: '5.1.1',
        action: 'failed',
        diagnostic: 'smtp; 550 5.1.1 user unknown',
      },
    ],
    originalMessageId: 'ours@shop',
    diagnostic: 'smtp; 550 5.1.1 user unknown',
  });
});

test('a report about several people says of each what became of their copy', async () => {
  const { bounce } = classify(
    await aMail(
      'From: MAILER-DAEMON@x.de',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; x.de',
      '',
      'Final-Recipient: rfc822; ann@b.de',
      'Action: failed',
      'Status: 5.1.1',
      '',
      'Original-Recipient: rfc822;Ben@b.de',
      'Final-Recipient: rfc822; ben@elsewhere.de',
      'Action: failed',
      'Status: 5.2.2',
      'Diagnostic-Code: smtp; 552 5.2.2 mailbox full',
      '',
      'Final-Recipient: rfc822; cy@b.de',
      'Action: delayed',
      'Status: 4.4.1',
      '',
      '--b--',
    ),
  );
  expect(bounce?.recipient).toBe('ann@b.de');
  expect(bounce?.recipients).toEqual([
    { address: 'ann@b.de', original: null, status: '5.1.1', action: 'failed', diagnostic: null },
    {
      address: 'ben@elsewhere.de',
      original: 'ben@b.de',
      status: '5.2.2',
      action: 'failed',
      diagnostic: 'smtp; 552 5.2.2 mailbox full',
    },
    { address: 'cy@b.de', original: null, status: '4.4.1', action: 'delayed', diagnostic: null },
  ]);
});

test('what Google names in a header is everyone whose copy came back', async () => {
  const { bounce } = classify(
    await aMail(
      'From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      'X-Failed-Recipients: ann@b.de, Ben@b.de',
      'Subject: Delivery Status Notification (Failure)',
      '',
      'Address not found. 550 5.1.1',
    ),
  );
  expect(bounce?.recipients.map(({ address, status }) => `${address} ${status}`)).toEqual([
    'ann@b.de 5.1.1',
    'ben@b.de 5.1.1',
  ]);
});

test.each([
  [
    'a delay that Gmail tells',
    [
      'From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      'Subject: Delivery Status Notification (Delay)',
      '',
      '** Delivery incomplete **',
      '',
      'There was a temporary problem delivering your message to ann@b.de. Gmail will retry for 46 more hours.',
    ],
    'delayed',
  ],
  [
    'Exim’s warning',
    [
      'From: Mail Delivery System <Mailer-Daemon@x.de>',
      'Return-Path: <>',
      'Subject: Warning: message 1abc-000 delayed 24 hours',
      '',
      'A message that you sent has not yet been delivered to one or more of its recipients.',
      '',
      '  ann@b.de',
      '    Delay reason: Connection timed out',
      '',
      'Delivery attempts will continue.',
    ],
    'delayed',
  ],
  [
    'Courier',
    [
      'From: "Courier mail server at x.de" <@>',
      'Subject: NOTICE: mail delivery status.',
      '',
      'UNDELIVERABLE MAIL',
      '',
      'Your message to the following recipients cannot be delivered:',
      '',
      '<ann@b.de>:',
      '    <<< 550 User unknown.',
    ],
    'failed',
  ],
  [
    'Exchange in German',
    [
      'From: postmaster@x.de',
      'Subject: Unzustellbar: AW: x',
      '',
      'Die Nachricht an ann@b.de konnte nicht zugestellt werden. 550 5.1.1',
    ],
    'failed',
  ],
])('reads the bounce of %s', async (_, lines, action) => {
  const { kind, bounce } = classify(await aMail(...lines));
  expect([kind, bounce?.action, bounce?.recipient]).toEqual(['bounce', action, 'ann@b.de']);
});

test.each([
  ['Automatic reply: x', 'auto-reply'],
  ['Réponse automatique : x', 'auto-reply'],
  ['Odpowiedź automatyczna: x', 'auto-reply'],
  ['Автоматический ответ: x', 'auto-reply'],
  ['Otomatik yanıt: x', 'auto-reply'],
  ['מענה אוטומטי: x', 'auto-reply'],
  ['自動返信: x', 'auto-reply'],
  ['자동 회신: x', 'auto-reply'],
  ['Urlaub 2026 buchen', 'message'],
  ['Question about annual leave', 'message'],
  ['Vacation rental', 'message'],
  ['Undelivered parcel', 'message'],
])('takes the subject "%s" for a %s', async (subject, kind) => {
  const word = `=?utf-8?B?${Buffer.from(subject).toString('base64')}?=`;
  const mail = await aMail('From: ann@b.de', `Subject: ${word}`, '', 'It was not delivered, mailbox full, 550 5.1.1');
  expect(classify(mail).kind).toBe(kind);
});

test.each([
  'X-Autoreply: yes',
  'X-POST-MessageClass: 9; Autoresponder',
  'X-Mailer: vacation 1.2',
  'X-Autogenerated: Reply',
  'Precedence: auto_reply',
])('knows an automatic answer by %s', async (header) => {
  expect(classify(await aMail('From: ann@b.de', 'Subject: Re: x', 'In-Reply-To: <a@b>', header, '', 'x')).kind).toBe(
    'auto-reply',
  );
});
