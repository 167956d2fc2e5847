import { describe, expect, test } from 'vitest';
import { bars, countOf, measureAll, unexplained } from '../../tests/corpus/page.ts';
import { bytesOf, dataMissing, filesOf, textOf } from '../../tests/corpus/sets.ts';
import { readMail, safeHtml, visibleReply } from './index.ts';

describe.skipIf(dataMissing() !== null)('real mail of others (needs ../shared/data)', { timeout: 60_000 }, () => {
  test('agrees with what its makers expect, at least to the bars, and says why where it does not', async () => {
    const measures = await measureAll();
    const counts = new Map(measures.map((one) => [`${one.set}: ${one.what}`, countOf(one).inMeaning]));
    const below = Object.entries(bars).filter(([name, bar]) => (counts.get(name) ?? 0) < bar);
    expect(below).toEqual([]);
    expect(unexplained(measures)).toEqual([]);
  });

  test('forwards are known by their marker', () => {
    const forwards = filesOf(
      'mail/email_reply_trimmer/emails/forwarded_gmail*',
      'mail/email_reply_trimmer/emails/forwarded_message.txt',
    );
    for (const file of forwards) expect(visibleReply(textOf(file)).forwardMarker).toMatch(/Forwarded message/);
    expect(forwards.length).toBeGreaterThan(1);
  });

  test('no letter is shown with a sign in place of what it said, and each is made safe', async () => {
    const marked: string[] = [];
    const files = filesOf(
      'mail/zammad/*.box',
      'mail/mikel_mail/**/*.eml',
      'mail/talon/**/*.eml',
      'payloads/email/**/*.eml',
    );
    for (const file of files) {
      const mail = await readMail(bytesOf(file));
      if (mail.html !== null) safeHtml(mail.html, { cidUrl: () => null, remoteImages: 'blocked' });
      if (/\ufffd/.test(`${mail.subject}${mail.text}${mail.html}`)) marked.push(file.split('/').at(-1) ?? file);
    }
    // its subject was sent with that sign in place of a letter
    expect(marked.filter((file) => file !== 'must_supply_encoding.eml')).toEqual([]);
  });
});
