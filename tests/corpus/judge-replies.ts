import { visibleReply, visibleReplyHtml } from '#science/mail';
import { filesOf, inOneLine, isThere, mailOf, measure, type Measure, textOf } from './sets.ts';

/** Visible replies, forwards and signatures as the makers of four libraries expect them. */
export async function judgeReplies(): Promise<Measure[]> {
  return [...(await trimmer()), ...(await talon()), ...(await parsers())];
}

const trimmerFolder = 'mail/email_reply_trimmer';

async function trimmer(): Promise<Measure[]> {
  const beside = (file: string, kind: string) => file.replace('/emails/', `/${kind}/`);
  const emails = filesOf(`${trimmerFolder}/emails/*`);
  return [
    await measure('email_reply_trimmer', 'visible reply', emails, async (file) => [
      textOf(beside(file, 'trimmed')).trim(),
      visibleReply(textOf(file).trim()).reply.trim(),
    ]),
    await measure('email_reply_trimmer', 'words before what is passed on', emails, async (file) =>
      isThere(beside(file, 'before'))
        ? [inOneLine(textOf(beside(file, 'before'))), inOneLine(beforeOriginal(textOf(file)))]
        : null,
    ),
  ];
}

/** What was written above an original, without the rule that leads it. */
function beforeOriginal(text: string): string {
  const { parts } = visibleReply(text.trim());
  const first = parts.findIndex((part) => part.kind === 'forward' || part.kind === 'quote');
  const above = parts.slice(0, Math.max(first, 0)).map((part) => part.text);
  return above.join('\n').replace(/[-_]{5,}\s*$/, '');
}

async function talon(): Promise<Measure[]> {
  const plain = filesOf('mail/talon/standard_replies/*.eml');
  const html = filesOf('mail/talon/html_replies/*.html');
  const more = filesOf('mail/talon/*.html');
  const fine = inOneLine('Hi. I am fine. Thanks, Alex');
  const signed = filesOf('mail/talon/signature/emails/stripped/*_body');
  return [
    await measure('talon', 'visible reply, plain', plain, async (file) => {
      const split = visibleReply((await mailOf(file)).text ?? '');
      const beside = file.replace('.eml', '_reply_text');
      if (!isThere(beside)) return ['Hello', inOneLine(split.reply)];
      // where a text lies beside the mail, its maker counts the signature as reply
      return [inOneLine(textOf(beside)), inOneLine(`${split.reply} ${split.signature}`)];
    }),
    await measure('talon', 'visible reply, HTML', html, async (file) => [
      fine,
      inOneLine(visibleReplyHtml(textOf(file)).reply),
    ]),
    await measure('talon', 'quote folded, HTML (others)', more, async (file) => [
      'folded',
      visibleReplyHtml(textOf(file)).quote === '' ? 'all shown' : 'folded',
    ]),
    await measure('talon', 'signature', signed, async (file) => [
      inOneLine(textOf(file.replace('_body', '_signature'))),
      inOneLine(visibleReply(textOf(file)).signature),
    ]),
  ];
}

interface Expected {
  readonly visible_text?: string;
  readonly visible_contains?: readonly string[];
  readonly first_fragment?: string;
  readonly first_fragment_trim?: string;
  readonly first_fragment_regex?: string;
  readonly fragment_regex?: readonly { readonly i: number; readonly re: string; readonly match: boolean }[];
  readonly custom_regex?: boolean;
}

/** Libraries that cut a mail into fragments: what they say of the first one, or of all that is visible, is compared. */
async function parsers(): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const set of ['github_email_reply_parser', 'willdurand_EmailReplyParser']) {
    const expected = JSON.parse(textOf(`mail/${set}/expected.json`)) as Record<string, Expected>;
    const judged = await measure(set, 'visible reply', filesOf(`mail/${set}/*.txt`), async (file) => {
      const wanted = expected[file.split('/').at(-1) ?? ''];
      return wanted && !wanted.custom_regex ? compareFragments(wanted, textOf(file)) : null;
    });
    measures.push(judged);
  }
  return measures;
}

function compareFragments(wanted: Expected, text: string): readonly [string, string] | null {
  const { reply, signature } = visibleReply(text);
  const shown = inOneLine(reply);
  if (wanted.visible_text !== undefined && !text.includes('[DATE]')) return [inOneLine(wanted.visible_text), shown];
  const first = wanted.first_fragment ?? wanted.first_fragment_trim;
  if (first !== undefined) {
    const whole = inOneLine(first);
    // a signature may stand in its first fragment; ours names it apart
    return [whole, whole === inOneLine(`${reply} ${signature}`) ? whole : shown];
  }
  const begins = wanted.first_fragment_regex ?? wanted.fragment_regex?.find(({ i }) => i === 0)?.re;
  if (begins !== undefined) return [begins, fromRuby(begins).test(reply) ? begins : shown];
  const [part] = wanted.visible_contains ?? [];
  return part === undefined ? null : [part, shown.includes(part) ? part : shown];
}

function fromRuby(pattern: string): RegExp {
  return new RegExp(pattern.replaceAll('\\A', '^'), 'm');
}
