import nodemailer from 'nodemailer';
import { expect, test } from 'vitest';
import { composeReply, readMail, replySubject, visibleReply, visibleReplyHtml, type ReplyDraft } from './index.ts';

const draft: ReplyDraft = {
  messageId: 'rapport.c1.e1.00@shop.de',
  from: { name: 'Mira at Fernhill', address: 'help@shop.de' },
  replyTo: { name: '', address: 'help+t1.abc@shop.de' },
  to: [{ name: 'Ann\r\nBcc: x@evil.de', address: 'ann@b.de' }],
  subject: 'Re: Größe\r\nX-Evil: 1',
  text: 'It is on its way.',
  html: '<p>It is on its way.</p>',
  signature: { text: 'Mira', html: 'Mira' },
  original: { from: 'Ann <ann@b.de>', sentOn: '3 January 2026 10:00', text: 'Where is it?\n> older' },
  inReplyTo: 'last@b',
  references: Array.from({ length: 50 }, (_, i) => `ref${i}@b`),
  loopMark: { header: 'X-Rapport-Loop', value: 'shop.example' },
};

async function sent(one: ReplyDraft) {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
  const { message } = await transport.sendMail(composeReply(one));
  return readMail(new Uint8Array(message as Buffer));
}

test('a reply arrives as it was written, with all that leads its answer home', async () => {
  const mail = await sent(draft);
  expect(mail).toMatchObject({
    messageId: 'rapport.c1.e1.00@shop.de',
    inReplyTo: ['last@b'],
    subject: 'Re: Größe X-Evil: 1',
    from: draft.from,
    replyTo: [{ name: '', address: 'help+t1.abc@shop.de' }],
    bcc: [],
  });
  expect(mail.references).toHaveLength(20);
  expect([mail.references[0], mail.references.at(-1)]).toEqual(['ref0@b', 'last@b']);
  expect(
    mail.headers.filter(({ name }) => ['x-rapport-loop', 'auto-submitted', 'x-evil', 'bcc'].includes(name)),
  ).toEqual([{ name: 'x-rapport-loop', value: 'shop.example' }]);
});

test('a name or a kind of a file begins no header of its own', async () => {
  const [name, type] = ['bill.pdf"\r\nX-Evil: 1\r\n\r\n<script>', 'text/html\r\nX-Evil: 2'];
  const own = composeReply({ ...draft, attachments: [{ name, type, bytes: Buffer.from('x') }] });
  // as they come from a mail that is passed on, too: nobody made one line of them before
  const passedOn = { ...own, attachments: [{ filename: name, contentType: type, content: 'x' }] };
  for (const mail of [own, passedOn]) {
    const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
    const { message } = await transport.sendMail(mail);
    expect(String(message)).toContain('bill.pdf');
    expect(String(message)).not.toMatch(/^(X-Evil|<script>)/im);
  }
});

test('what we quote, our own reading folds again', async () => {
  const mail = await sent(draft);
  expect(visibleReply(mail.text ?? '')).toMatchObject({ reply: 'It is on its way.' });
  expect(visibleReplyHtml(mail.html ?? '').reply).toBe('It is on its way.');
});

test('an automatic answer says so', async () => {
  const mail = await sent({ ...draft, autoSubmitted: 'auto-replied' });
  expect(mail.headers).toContainEqual({ name: 'auto-submitted', value: 'auto-replied' });
});

test.each([
  ['Order', 'Re: Order'],
  ['Re: AW: Re[2]: Order', 'Re: Order'],
  ['', 'Re:'],
  ['Reise', 'Re: Reise'],
])('answers "%s" as "%s"', (subject, reply) => {
  expect(replySubject(subject)).toBe(reply);
});
