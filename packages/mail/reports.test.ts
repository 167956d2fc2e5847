import { expect, test } from 'vitest';
import { classify } from './index.ts';
import { aMail } from './test-mail.ts';

const told = (from: string, subject: string, ...body: string[]) =>
  aMail('Return-Path: <x@far.example>', `From: ${from}`, 'To: help@shop.example', `Subject: ${subject}`, '', ...body);

test.each([
  [
    'delivery@parcels.example',
    'Delivery attempt failed',
    'We could not deliver your parcel. We will try again tomorrow.',
  ],
  [
    'No reply <noreply@parcels.example>',
    'Delivery failed',
    'Your parcel could not be delivered: the address was not found.',
  ],
  [
    'Kim <postmaster@far.example>',
    'Your mails do not reach us',
    'Hello, your mails are rejected with 550 5.7.1 since Monday. Could you check?',
  ],
])('takes a letter of %s about "%s" for no report', async (from, subject, body) => {
  expect(classify(await told(from, subject, body)).kind).toBe('message');
});

test.each([
  [
    'Mailer Daemon <MAILER-DAEMON@far.example>',
    'Processing Error',
    'The following mail has been returned. No person: kim@far.example',
  ],
  ['InterScan <imss@far.example>', 'Mail could not be delivered', '550 5.1.1 unknown user <kim@far.example>'],
  ['E500_SMTP_Mail_Service@far.example', 'Returned Mail', '<kim@far.example>: mailbox unavailable.'],
  [
    'postmaster@naver.example',
    '[발송실패 안내] 메일 전송이 실패되었습니다.',
    'kim@far.example: 550 5.1.1 user unknown',
  ],
  ['postmaster@far.example', 'No se puede entregar: Pedido', 'No se pudo entregar el mensaje a kim@far.example'],
  ['postmaster@far.example', 'Error sending message [17]', 'Rcpt=[kim@far.example];Error=[550 Unknown user]'],
])('knows a report of %s without any report part', async (from, subject, body) => {
  const { kind, bounce } = classify(await told(from, subject, body));
  expect([kind, bounce?.recipient]).toEqual(['bounce', 'kim@far.example']);
});

test.each([
  [
    'delayed',
    'Warning: message delayed 2 days',
    'It has not yet been delivered to:\n\n  <kim@far.example>\n\nDelivery attempts will continue; eventually the software will give up.',
  ],
  [
    'delayed',
    'Verzögerte Zustellung',
    'Sie konnte noch nicht zugestellt werden. <kim@far.example>: Verbindung abgelehnt',
  ],
  [
    'delayed',
    'Delivery status notification: warning',
    'This is a temporary failure report.\nkim@far.example: Network error',
  ],
  ['failed', 'Mail delivery failed', 'This is a permanent error.\n\n  kim@far.example\n    retry timeout exceeded'],
  [
    'failed',
    'failure notice',
    '<kim@far.example>:\nCould not connect. (#4.4.1)\nThis message has been in the queue too long; giving up.',
  ],
])('reads "%s" from the words of a report', async (action, subject, body) => {
  const { kind, bounce } = classify(await told('MAILER-DAEMON@far.example', subject, body));
  expect([kind, bounce?.action, bounce?.recipient]).toEqual(['bounce', action, 'kim@far.example']);
});

test.each([
  [
    'each on its line',
    '<kim@far.example>:\nunknown\n\n<lee@far.example>:\nunknown\n\n--- Original message follows.\n\n<ann@b.de>:',
    ['kim@far.example', 'lee@far.example'],
  ],
  [
    'below the header it repeats',
    'Your message\n\n  To:      list@b.de\n  Subject: x\n\ndid not reach the following recipient(s):\n\nkim@far.example on Monday\n    The recipient name is not recognized',
    ['kim@far.example'],
  ],
  [
    'in an address of X.400',
    'did not reach the following recipient(s):\n\nc=US;p=FAR;dda:SMTP=kim@far.example; on Monday\n  Unknown Recipient',
    ['kim@far.example'],
  ],
  ['in single quotes', "Failed to deliver to 'kim@far.example'\n550 User unknown", ['kim@far.example']],
  [
    'beside whom to ask',
    'postmaster@far.example\ncannot deliver to\nkim@far.example\n550 unknown',
    ['kim@far.example'],
  ],
])('reads whom a report did not reach: %s', async (_, body, recipients) => {
  const { bounce } = classify(await told('MAILER-DAEMON@far.example', 'Delivery failure', body));
  expect(bounce?.recipients.map((one) => one.address)).toEqual(recipients);
});

test('knows a junk report that is but the mail, its reporter in that mail’s header', async () => {
  const whole = 'X-HmXmrOriginalRecipient: kim@far.example\nSubject: Order\n\nHello';
  const junk = `From: staff@host.example\nContent-Type: message/rfc822\n\n${whole}`;
  expect(classify(await aMail(...junk.split('\n'))).kind).toBe('complaint');
});
