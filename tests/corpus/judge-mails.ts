import { createHash } from 'node:crypto';
import type { Mail } from '#science/mail';
import { bytesOf, filesOf, inOneLine, mailOf, measure, type Measure, textOf } from './sets.ts';
import { readExpected } from './yaml.ts';

const set = 'zammad';

/** Senders, names, subjects and files against what another product reads from the same mails. */
export async function judgeMails(): Promise<Measure[]> {
  const files = filesOf('mail/zammad/*.yml');
  const mails = new Map<string, Mail>();
  for (const file of files) mails.set(file, await mailOf(file.replace('.yml', '.box')));
  const compare = (what: string, pair: (file: string, mail: Mail) => readonly [string, string] | null) =>
    measure(set, what, files, async (file) => pair(file, mails.get(file) as Mail));
  return [
    await compare('sender and subject', (file, mail) => {
      const { fields } = readExpected(textOf(file));
      const sender = fields.from_email;
      return [
        `${sender ?? ''} · ${inOneLine(fields.subject ?? '')}`,
        `${sender === undefined ? '' : (mail.from?.address ?? '')} · ${mail.subject}`,
      ];
    }),
    await compare('sender', (file, mail) => {
      const wanted = readExpected(textOf(file)).fields.from_email;
      return wanted === undefined ? null : [wanted, mail.from?.address ?? ''];
    }),
    await compare('name', (file, mail) => {
      const wanted = readExpected(textOf(file)).fields.from_display_name;
      return wanted === undefined ? null : [inOneLine(wanted), inOneLine(mail.from?.name ?? '')];
    }),
    await compare('subject', (file, mail) => {
      const wanted = readExpected(textOf(file)).fields.subject;
      return wanted === undefined ? null : [inOneLine(wanted), mail.subject];
    }),
    await compare('attachments', (file, mail) => {
      const wanted = readExpected(textOf(file)).attachments;
      if (wanted === null) return null;
      const named = wanted.filter(({ name }) => !itsOwnNames.test(name));
      const bytes = new Map(mail.attachments.map((one) => [one.name ?? '', sha(one.bytes)]));
      const told = (name: string, hash: string | null) => (hash === null ? name : `${name} ${hash.slice(0, 8)}`);
      return [
        named.map((one) => told(one.name, one.bytes && sha(one.bytes))).join(', '),
        named
          .filter((one) => bytes.has(one.name))
          .map((one) => told(one.name, one.bytes && (bytes.get(one.name) ?? '')))
          .join(', '),
      ];
    }),
  ];
}

/** Names that product gives to parts without one, and to the HTML body that it keeps as a file. */
const itsOwnNames = /^(message\.html|file(-\d+)?|mail\d*\.eml|document\d*)$/;

function sha(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Mails without expected results: each is read, and what its body says is kept somewhere. */
export async function judgeBroken(): Promise<Measure[]> {
  const broken = async (name: string, ...patterns: string[]) =>
    measure(name, 'read, its words kept', filesOf(...patterns), async (file) => {
      const raw = bytesOf(file);
      if (raw.length === 0) return null;
      const mail = await mailOf(file);
      return ['kept', isKept(mail, raw) ? 'kept' : 'lost'];
    });
  return [
    await broken('zammad', 'mail/zammad/*.box'),
    await broken('mikel_mail', 'mail/mikel_mail/**/*'),
    await broken('zammad_signatures', 'mail/zammad_signatures/*'),
    await broken('bounces', 'payloads/email/**/*.eml'),
  ];
}

function isKept(mail: Mail, raw: Uint8Array): boolean {
  if (mail.text !== null || mail.html !== null || mail.attachments.length > 0) return true;
  const body = Buffer.from(raw)
    .toString('latin1')
    .split(/\r?\n\r?\n/)
    .slice(1)
    .join('')
    .trim();
  return body.length < 10 || /^(-{2}|This is a multi)/.test(body);
}
