import { Parser } from 'htmlparser2';
import {
  classify,
  htmlToText,
  readMail,
  safeHtml,
  threadingQuestions,
  visibleReply,
  visibleReplyHtml,
  type Mail,
} from '#science/mail';
import type { MadeMail } from './make-mail.ts';

/** What one mail did that no mail may do. */
export interface Finding {
  readonly step: string;
  readonly what: string;
}

/** The time bound: so much CPU for any mail, and so much more for each kilobyte of it. */
const boundMs = 300;
const boundMsPerKilobyte = 4;

/** Reads, judges and takes apart one mail as the server does; says what went wrong. */
export async function checkMail({ raw, words }: MadeMail): Promise<Finding[]> {
  const findings: Finding[] = [];
  const limitMs = boundMs + (raw.length / 1_000) * boundMsPerKilobyte;
  const step = async <T>(name: string, run: () => T | Promise<T>): Promise<T | undefined> => {
    const began = process.cpuUsage();
    try {
      return await run();
    } catch (error) {
      findings.push({ step: name, what: `threw ${String((error as Error).stack).slice(0, 400)}` });
      return undefined;
    } finally {
      const used = process.cpuUsage(began);
      const tookMs = (used.user + used.system) / 1_000;
      if (tookMs > limitMs)
        findings.push({ step: name, what: `took ${Math.round(tookMs)} ms for ${raw.length} bytes` });
    }
  };
  const mail = await step('readMail', () => readMail(raw));
  if (!mail) return findings;
  for (const word of words) if (!holds(mail, word)) findings.push({ step: 'readMail', what: `lost the word ${word}` });
  await step('classify', () => classify(mail));
  await step('threadingQuestions', () => threadingQuestions(mail, 'secret'));
  const { text, html } = mail;
  if (text !== null) {
    const split = await step('visibleReply', () => visibleReply(text));
    if (split && split.parts.map((part) => part.text).join('\n') !== text.replace(/\r\n?/g, '\n'))
      findings.push({ step: 'visibleReply', what: 'the parts are not the whole' });
    if (split && split.reply === '' && text.trim() !== '')
      findings.push({ step: 'visibleReply', what: 'shows nothing' });
  }
  if (html !== null) await checkHtml(html, step, findings);
  return findings;
}

type Step = <T>(name: string, run: () => T) => Promise<T | undefined>;

async function checkHtml(html: string, step: Step, findings: Finding[]): Promise<void> {
  const split = await step('visibleReplyHtml', () => visibleReplyHtml(html));
  if (split) {
    // read by the same parser: a comment or an entity within a word hides it from a search in the markup
    const shown = new Set([...wordsOf(split.replyHtml), ...wordsOf(split.foldedHtml)]);
    const missing = wordsOf(html)
      .slice(0, wordLimit)
      .find((word) => !shown.has(word));
    if (missing !== undefined) findings.push({ step: 'visibleReplyHtml', what: `neither side has ${missing}` });
  }
  await step('htmlToText', () => htmlToText(html));
  const safe = await step('safeHtml', () => safeHtml(html, { cidUrl: () => null, remoteImages: 'blocked' }));
  if (safe) for (const what of dangersIn(safe.html)) findings.push({ step: 'safeHtml', what });
}

function holds(mail: Mail, word: string): boolean {
  if (`${mail.text ?? ''}\n${mail.html ?? ''}`.includes(word)) return true;
  return mail.attachments.some((part) => Buffer.from(part.bytes).includes(word) || decodedHolds(part.bytes, word));
}

/** A part nested in a carried mail is kept as it came: its words are there under its encoding. */
function decodedHolds(bytes: Uint8Array, word: string): boolean {
  const text = Buffer.from(bytes).toString('latin1');
  const base64 = text.match(/(?:[A-Za-z0-9+/]{4,76}={0,2}\r?\n?)+/g) ?? [];
  return base64.some((block) => Buffer.from(block.replace(/\s/g, ''), 'base64').includes(word));
}

/** The words of a reader: what stands in the markup's text, as a parser of its own sees it. */
function wordsOf(html: string): string[] {
  let text = '';
  let silent = 0;
  // a tag ends a word: else the last of one element and the figures that begin the next were one that nobody wrote
  const parser = new Parser({
    onopentag(name) {
      text += ' ';
      silent += SILENT.test(name) ? 1 : 0;
    },
    onclosetag(name) {
      text += ' ';
      silent -= SILENT.test(name) ? 1 : 0;
    },
    ontext: (part) => void (text += silent > 0 ? '' : part),
  });
  parser.end(html);
  return [...text.matchAll(/palabra\d+x\d+/g)].map((match) => match[0]);
}
/** Words looked for in one mail. */
const wordLimit = 20;
const SILENT = /^(script|style|title|textarea|head|template|noscript)$/;

/** What must not be in markup that is shown: seen by a parser of its own, not by the one that cleaned. */
function dangersIn(html: string): string[] {
  const dangers: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (/^(script|style|iframe|object|embed|form|link|meta|base|svg|math)$/.test(name))
        dangers.push(`shows <${name}>`);
      for (const [key, value] of Object.entries(attributes)) {
        if (key.startsWith('on')) dangers.push(`keeps ${key}`);
        if (/^(href|src)$/.test(key) && /^\s*(javascript|data|vbscript):/i.test(value))
          dangers.push(`keeps ${key}=${value.slice(0, 40)}`);
        if (key === 'src' && /^https?:/i.test(value)) dangers.push('loads a remote image');
      }
    },
  });
  parser.end(html);
  return dangers;
}
