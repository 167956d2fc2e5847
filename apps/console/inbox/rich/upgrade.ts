import type { RefObject } from 'react';
import type { WritingField } from '#platform/ui';
import { asMarkup, isRich, type RichField, type Written } from './writing.ts';

/** What the change from the plain field to the editor needs of the composer. */
export interface Upgrade {
  readonly field: RefObject<WritingField | null>;
  readonly read: () => Written;
  readonly write: (next: Written & { readonly html: string }) => void;
  /** Run by the editor once it stands there. */
  readonly waiting: { current: ((field: RichField) => void) | undefined };
}

/**
 * Puts the editor in place of the plain field, with the words, the caret and the focus as they were, and then does what
 * was asked for. Never in the middle of a composed letter.
 */
export async function upgrade(ask: Upgrade, then: (field: RichField) => void): Promise<void> {
  const plain = ask.field.current;
  if (plain instanceof HTMLTextAreaElement && plain.dataset['composing'] !== undefined)
    await new Promise((resolve) => plain.addEventListener('compositionend', resolve, { once: true }));
  const field = ask.field.current;
  if (field === null) return;
  if (isRich(field)) return then(field);
  const { selectionStart: start, selectionEnd: end = start } = field as HTMLTextAreaElement;
  ask.waiting.current = (ready) => {
    ready.focus();
    ready.setSelectionRange(start, end);
    then(ready);
  };
  const { text } = ask.read();
  ask.write({ text, html: asMarkup(text) });
}
