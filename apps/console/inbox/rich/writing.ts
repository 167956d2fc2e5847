import type { WritingField } from '#platform/ui';

/** What a stretch of words can be made. */
export const forms = ['bold', 'italic', 'bulletList', 'orderedList', 'blockquote', 'code'] as const;
export type Form = (typeof forms)[number];

/** Words as they are written on: their plain text, and their markup once they have any. */
export interface Written {
  readonly text: string;
  readonly html?: string | undefined;
}

/** The editor of formatted words, as the parts beside it use it. */
export interface RichField extends WritingField {
  /** The words as plain lines, for the plain part of a mail. */
  plain(): string;
  toggle(form: Form): void;
  has(form: Form | 'link'): boolean;
  /** The address that the words at the caret lead to. */
  link(): string;
  /** Lets the chosen words lead there; without any, the address itself is written. Empty: they lead nowhere. */
  setLink(address: string): void;
  putIn(html: string): void;
  putPicture(file: File): void;
  /** Hears of every change of words, form and caret. */
  subscribe(listener: () => void): () => void;
}

/** Whether a field is the editor of formatted words. */
export function isRich(field: WritingField | null): field is RichField {
  return field !== null && 'toggle' in field;
}

/** Plain words as markup, line by line, to be written on with form. */
export function asMarkup(text: string): string {
  const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
  return text
    .split('\n')
    .map((line) => `<div dir="auto">${line.replaceAll(/[&<>]/gu, (sign) => signs[sign] ?? sign) || '<br>'}</div>`)
    .join('');
}
