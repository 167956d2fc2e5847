import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ledgerOf } from './mail-world.ts';
import { onTheWire } from './raw-smtp.ts';

/** Odd and broken mails of other products, beside the repository where they are. */
const folder = join(import.meta.dirname, '../../../shared/data/mail');

/** Why there is no corpus here; null where there is one. */
export function corpusMissing(): string | null {
  return existsSync(folder) ? null : 'no ../shared/data/mail';
}

/** Every mail once, whatever set it is in. */
export function corpus(): Buffer[] {
  const files = globSync(['zammad/*.box', 'mikel_mail/**', 'talon/**/*.eml'], { cwd: folder }).map((file) =>
    join(folder, file),
  );
  const mails = files
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file))
    .filter((raw) => raw.length > 0);
  return [...new Map(mails.map((raw) => [hashOf(raw), raw])).values()];
}

/** Every mail of every set and every bounce, once; bodies that came without a header stand in a plain one of ours. */
export function wholeCorpus(): Buffer[] {
  const beside = join(folder, '..');
  const read = (...patterns: string[]) =>
    globSync(patterns, { cwd: beside })
      .toSorted()
      .map((file) => join(beside, file))
      .filter((file) => statSync(file).isFile())
      .map((file) => readFileSync(file));
  const bodies = read(
    'mail/email_reply_trimmer/emails/*',
    'mail/github_email_reply_parser/*.txt',
    'mail/willdurand_EmailReplyParser/*.txt',
    'mail/talon/**/*.html',
    'mail/zammad_signatures/*',
  );
  const letters = [...new Map(bodies.map((body) => [hashOf(body), body])).values()].map(inPlainMail);
  const mails = [...corpus(), ...read('payloads/email/**/*.eml'), ...letters];
  return [...new Map(mails.map((raw) => [hashOf(Buffer.from(onTheWire(raw), 'latin1')), raw])).values()];
}

function inPlainMail(body: Buffer, index: number): Buffer {
  const type = /^\s*<(!doctype|html|head|meta|div|body|p)\b/i.test(body.toString('latin1')) ? 'html' : 'plain';
  const head = [
    `From: Reader ${index} <reader${index}@letters.example>`,
    'To: corpus@shop.example',
    `Subject: Letter ${index}`,
    `Message-ID: <letter${index}@letters.example>`,
    'Date: Mon, 2 Nov 2026 10:00:00 +0000',
    'MIME-Version: 1.0',
    `Content-Type: text/${type}; charset=utf-8`,
    'Content-Transfer-Encoding: 8bit',
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]);
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What does not hold: each mail must have its row with a fate and a reason, and none may have broken us. */
export function amissIn(rows: Awaited<ReturnType<typeof ledgerOf>>, mails: number): string[] {
  const wrong = rows.flatMap((row) => {
    const isPlaced = row.fate === 'opened' || row.fate === 'threaded';
    const isFine =
      row.sha256 !== null &&
      (isPlaced ? row.entry_id !== null : ['parked', 'duplicate'].includes(row.fate) && row.why !== '');
    return isFine && !row.why.startsWith('It could not be placed')
      ? []
      : [`${row.fate}: ${row.why} ${JSON.stringify(row.evidence)}`];
  });
  return rows.length === mails ? wrong : [...wrong, `${rows.length} rows for ${mails} mails`];
}
