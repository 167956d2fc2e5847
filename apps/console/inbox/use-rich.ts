import { type ClipboardEvent, type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { WritingField } from '#platform/ui';
import type { RichField, Written } from './rich/writing.ts';

const importEditor = () => import('./rich/index.ts');
type Editor = Awaited<ReturnType<typeof importEditor>>;
let editor: Editor | undefined;
let coming: Promise<Editor> | undefined;
const listeners = new Set<() => void>();

/** Fetches the editor of formatted words; no first load carries it. */
export function fetchEditor(): Promise<Editor> {
  coming ??= importEditor().then(
    (module) => {
      editor = module;
      for (const listener of listeners) listener();
      return module;
    },
    (error: unknown) => {
      // asked for again with the next wish
      coming = undefined;
      throw error;
    },
  );
  return coming;
}

/** Markup of a clipboard that holds more than lines of words. */
const formed = /<(?:b|strong|i|em|ul|ol|blockquote|pre|code|a\s[^>]*href|img\s[^>]*data:image)\b/iu;

/**
 * Formatted writing over a plain field. The plain one is there at once and stays for who writes plainly; the editor takes
 * its place when form is first asked for, and where a draft has some already.
 */
export function useRich(ask: {
  readonly isOn: boolean;
  readonly html: string | undefined;
  readonly field: RefObject<WritingField | null>;
  readonly read: () => Written;
  readonly write: (next: Written) => void;
}) {
  const { isOn, html, field } = ask;
  const loaded = useSyncExternalStore(subscribe, () => editor);
  const [isMissing, setMissing] = useState(false);
  const waiting = useRef<(field: RichField) => void>(undefined);
  const keepsFocus = useRef(false);
  const isWanted = isOn && html !== undefined;
  useEffect(() => {
    if (isWanted) void fetchEditor().catch(() => setMissing(true));
  }, [isWanted]);

  /** Writes with form from now on; `otherwise` where the editor cannot be fetched. */
  const begin = (then: (field: RichField) => void, otherwise: () => void = () => undefined): void => {
    void fetchEditor().then(({ upgrade }) => upgrade({ ...ask, waiting }, then), otherwise);
  };
  return {
    isOn,
    begin,
    /** The words as plain lines, where they have form. */
    plain: () =>
      field.current !== null && 'plain' in field.current ? (field.current as RichField).plain() : undefined,
    putPictures: (pictures: readonly File[], otherwise: () => void): void =>
      begin((ready) => pictures.forEach((file) => ready.putPicture(file)), otherwise),
    Field: isWanted ? loaded?.RichField : undefined,
    /** The words have form and cannot be written on before the editor is there. */
    isComing: isWanted && loaded === undefined && !isMissing,
    onReady: (ready: RichField): void => {
      waiting.current?.(ready);
      waiting.current = undefined;
    },
    onGone: (hadFocus: boolean): void => {
      keepsFocus.current = hadFocus;
    },
    /** For the plain field as it mounts: after sending one writes on where one wrote. */
    standIn: (box: HTMLTextAreaElement | null): void => {
      if (box !== null && keepsFocus.current) box.focus();
      keepsFocus.current = false;
    },
    onPaste: (event: ClipboardEvent<HTMLTextAreaElement>): boolean => isOn && takePaste(event, begin, ask.write),
    composing,
    field,
  };
}

/** A letter that is being composed is marked on the field, so that nothing changes beneath it. */
const composing = {
  onCompositionStart: (event: { readonly currentTarget: HTMLElement }): void => {
    event.currentTarget.dataset['composing'] = '';
  },
  onCompositionEnd: (event: { readonly currentTarget: HTMLElement }): void => {
    delete event.currentTarget.dataset['composing'];
  },
};

/** Takes a paste with form out of the plain field's hands; says whether it did. */
function takePaste(
  event: ClipboardEvent<HTMLTextAreaElement>,
  begin: (then: (field: RichField) => void, otherwise: () => void) => void,
  write: (next: Written) => void,
): boolean {
  const pasted = event.clipboardData.getData('text/html');
  if (!formed.test(pasted)) return false;
  event.preventDefault();
  const words = event.clipboardData.getData('text/plain');
  const box = event.currentTarget;
  begin(
    (ready) => ready.putIn(pasted),
    () => {
      box.setRangeText(words, box.selectionStart, box.selectionEnd, 'end');
      write({ text: box.value });
    },
  );
  return true;
}

export type Rich = ReturnType<typeof useRich>;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
