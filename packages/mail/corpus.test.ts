import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type MailKind, classify, readMail, safeHtml, visibleReply, visibleReplyHtml } from './index.ts';
import { CORPUS, corpusBytes, corpusFiles, hasCorpus } from './test-mail.ts';

const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

describe.skipIf(!hasCorpus)('real mail of others (needs ../shared/data beside the repository)', () => {
  test('replies in plain text, as their makers expect them: at least 62 of 64', () => {
    const folder = join(CORPUS, 'mail/email_reply_trimmer');
    const files = readdirSync(join(folder, 'emails'));
    const read = (kind: string, file: string) =>
      readFileSync(join(folder, kind, file), 'utf8')
        .replace(/\r\n/g, '\n')
        .trim();
    const wrong = files.filter((file) => visibleReply(read('emails', file)).reply.trim() !== read('trimmed', file));
    // spam_1.txt holds quotes alone and is to show nothing; we then show everything.
    expect(wrong).toEqual(['spam_1.txt']);
  });

  test('forwards are known by their marker', () => {
    const folder = join(CORPUS, 'mail/email_reply_trimmer');
    const forwarded = readdirSync(join(folder, 'emails')).filter(
      (file) => file.startsWith('forwarded_gmail') || file === 'forwarded_message.txt',
    );
    for (const file of forwarded)
      expect(visibleReply(readFileSync(join(folder, 'emails', file), 'utf8')).forwardMarker).toMatch(
        /Forwarded message/,
      );
  });

  test('replies of twelve mail programs', async () => {
    const wrong: string[] = [];
    for (const file of corpusFiles('mail/talon/standard_replies', '.eml')) {
      const split = visibleReply((await readMail(corpusBytes(file))).text ?? '');
      const beside = file.replace('.eml', '_reply_text');
      // Where a text lies beside the mail, the maker counts the signature as reply.
      const expected = existsSync(beside) ? readFileSync(beside, 'utf8') : 'Hello';
      const signature = split.parts.filter((part) => part.kind === 'signature').map((part) => part.text);
      const seen = existsSync(beside) ? [split.reply, ...signature].join('\n') : split.reply;
      if (inOneLine(seen) !== inOneLine(expected)) wrong.push(basename(file));
    }
    expect(wrong).toEqual([]);
  });

  test('HTML replies of nine mail programs', () => {
    const wrong = corpusFiles('mail/talon/html_replies', '.html').filter(
      (file) => inOneLine(visibleReplyHtml(readFileSync(file, 'utf8')).reply) !== 'Hi. I am fine. Thanks, Alex',
    );
    expect(wrong).toEqual([]);
  });

  test('every odd or broken mail is read and made safe, and each with a body keeps it', async () => {
    const files = [
      ...corpusFiles('mail/zammad', '.box'),
      ...corpusFiles('mail/mikel_mail', '.eml'),
      ...corpusFiles('mail/talon', '.eml'),
      ...corpusFiles('payloads/email', '.eml'),
    ];
    const marked: string[] = [];
    const lost: string[] = [];
    for (const file of files) {
      const mail = await readMail(corpusBytes(file));
      if (mail.html !== null) safeHtml(mail.html, { cidUrl: () => null, remoteImages: 'blocked' });
      if (/\ufffd/.test(`${mail.subject}${mail.text}${mail.html}`)) marked.push(basename(file));
      const body = Buffer.from(corpusBytes(file))
        .toString('latin1')
        .split(/\r?\n\r?\n/)
        .slice(1)
        .join('')
        .trim();
      const isKept = mail.text !== null || mail.html !== null || mail.attachments.length > 0;
      if (!isKept && body.length >= 10 && !/^(-{2}|This is a multi)/.test(body)) lost.push(basename(file));
    }
    expect(lost).toEqual([]);
    // Its subject was sent with that sign in place of a letter.
    expect(marked.filter((file) => file !== 'must_supply_encoding.eml')).toEqual([]);
  });

  test('bounces, complaints and automatic answers are what they are, and no letter is taken for one', async () => {
    const wrong: string[] = [];
    for (const file of corpusFiles('payloads/email', '.eml')) {
      const { kind } = classify(await readMail(corpusBytes(file)));
      if (kind !== kindByName(basename(file))) wrong.push(`${basename(file)}: ${kind}`);
    }
    expect(wrong).toEqual([]);
    const alarms: string[] = [];
    for (const file of [
      ...corpusFiles('mail/zammad', '.box'),
      ...corpusFiles('mail/mikel_mail', '.eml'),
      ...corpusFiles('mail/talon', '.eml'),
    ]) {
      const { kind, evidence } = classify(await readMail(corpusBytes(file)));
      const isReport = /mailer-daemon|postmaster|delivery-status|undeliver|bounce/i.test(
        Buffer.from(corpusBytes(file)).toString('latin1'),
      );
      if (kind === 'bounce' && !isReport) alarms.push(`${basename(file)}: ${evidence[0]?.sign}`);
    }
    expect(alarms).toEqual([]);
  });

  test('senders and subjects agree with what another product reads, but for four explained', async () => {
    const wrong: string[] = [];
    for (const file of corpusFiles('mail/zammad', '.box')) {
      const beside = file.replace('.box', '.yml');
      if (!existsSync(beside)) continue;
      const wanted = yamlFields(readFileSync(beside, 'utf8'));
      const mail = await readMail(corpusBytes(file));
      const isSame =
        (wanted.from_email === undefined || wanted.from_email === (mail.from?.address ?? '')) &&
        inOneLine(wanted.subject ?? '') === mail.subject;
      if (!isSame) wrong.push(basename(beside));
    }
    // 018: UTF-7 that product leaves undecoded; 076 and 087: it shows the raw header where we find the address in it.
    expect(wrong.filter((file) => !['mail018.yml', 'mail076.yml', 'mail087.yml'].includes(file))).toEqual([]);
  });
});

function kindByName(file: string): MailKind {
  if (file.startsWith('arf')) return 'complaint';
  return file.startsWith('rfc3834') || file === 'vacation.eml' ? 'auto-reply' : 'bounce';
}

/** The few top-level scalars these files hold; a whole YAML reader would be a dependency for a test. */
function yamlFields(yaml: string): Record<string, string> {
  const fields: Record<string, string> = {};
  const lines = yaml.split('\n');
  for (let i = 0; i < lines.length; i += 1) {
    const match = /^:?(from_email|subject): (.*)$/.exec(lines[i] ?? '');
    if (!match) continue;
    let value = (match[2] ?? '').trim();
    for (let k = i + 1; /^ {2}/.test(lines[k] ?? ''); k += 1) {
      const next = (lines[k] ?? '').trim();
      value = value.endsWith('\\') ? `${value.slice(0, -1)}${next.replace(/^\\/, '')}` : `${value} ${next}`;
    }
    fields[match[1] ?? ''] = unquote(value);
  }
  return fields;
}

function unquote(value: string): string {
  if (value.startsWith("'")) return value.slice(1, -1).replaceAll("''", "'");
  return value.startsWith('"') ? (JSON.parse(value.replace(/\\ /g, ' ')) as string) : value;
}
