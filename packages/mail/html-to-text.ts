import { htmlLines } from './html-lines.ts';

/** What an HTML body says, in plain lines: for search, previews and mails without a plain part. */
export function htmlToText(html: string): string {
  const read = htmlLines(html);
  // Beyond the bounds of a walk: without tags it is still the words.
  if (!read)
    return html
      .replace(/<[^<>]{0,20000}>/g, ' ')
      .replace(/[^\S\n]+/g, ' ')
      .trim();
  const lines = read.lines.map((line) => (line.text === '-----' ? '' : line.text.trim()));
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
