import type { Editor } from '@tiptap/core';
import { type ReactElement, type RefObject, useLayoutEffect, useRef } from 'react';
import type { WritingField } from '#platform/ui';
import { differenceOf, posAt, textOf } from './field-text.ts';
import { fieldOf } from './field-of.ts';
import { openEditor, showEmpty } from './open-editor.ts';
import { asDocument } from './rich-document.ts';
import type { RichField as Field, Written } from './writing.ts';

export interface RichFieldProps extends Written {
  readonly label: string;
  readonly placeholder: string;
  readonly className: string;
  readonly fieldRef: RefObject<WritingField | null>;
  readonly onChange: (next: Written & { readonly html: string }) => void;
  readonly onBlur?: (() => void) | undefined;
  /** Files that are not shown within the words. */
  readonly onFiles: (files: readonly File[]) => void;
  /** A picture was put in: its bytes go to the server under this id. */
  readonly onPicture: (file: File, uploadId: string) => void;
  /** The editor is there, in place of the plain field. */
  readonly onReady: (field: Field) => void;
  /** The editor goes; `hadFocus`: what takes its place takes the keys, too. */
  readonly onGone: (hadFocus: boolean) => void;
}

const forms =
  '[&_a]:py-[3px] [&_a]:text-brand-text [&_a]:underline [&_blockquote]:border-s-2 [&_blockquote]:border-line-2 [&_blockquote]:ps-2 [&_code]:rounded-sm [&_code]:bg-surface-3 [&_code]:px-1 [&_code]:font-mono [&_code]:text-sm [&_ol]:list-decimal [&_ol]:ps-6 [&_pre]:overflow-x-auto [&_pre]:rounded-md [&_pre]:bg-surface-3 [&_pre]:p-2 [&_ul]:list-disc [&_ul]:ps-6';

/** The field for formatted words. It stands where the plain one stood, and others use it as they used that. */
export function RichField(props: RichFieldProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  const editor = useRef<Editor>(undefined);
  // What was last told or taken, so that what comes back unchanged is no change of somebody else.
  const told = useRef<Written>({ text: props.text, html: props.html });
  useLayoutEffect(() => {
    latest.current = props;
  });
  useLayoutEffect(() => {
    if (box.current === null) return undefined;
    const { made, takeFiles } = openEditor(box.current, latest, (next) => {
      told.current = next;
      latest.current.onChange(next);
    });
    const { fieldRef } = latest.current;
    const field = fieldOf(made, (file) => takeFiles([file]));
    editor.current = made;
    fieldRef.current = field;
    latest.current.onReady(field);
    return () => {
      if (fieldRef.current === field) fieldRef.current = null;
      editor.current = undefined;
      latest.current.onGone(made.view.hasFocus());
      made.destroy();
    };
  }, []);
  useLayoutEffect(() => {
    if (editor.current === undefined) return;
    const { text, html } = props;
    const before = told.current;
    told.current = { text, html };
    if (html !== before.html) setMarkup(editor.current, html ?? '');
    else if (text !== before.text) setText(editor.current, text);
  }, [props]);
  return <div ref={box} className={forms} />;
}

/** Words that came from elsewhere: another device, a reply taken back. */
function setMarkup(editor: Editor, html: string): void {
  editor.commands.setContent(asDocument(html), { emitUpdate: false, parseOptions: { preserveWhitespace: 'full' } });
  showEmpty(editor);
}

/** A part beside the field changed the words as text: what it left alone keeps its form. */
function setText(editor: Editor, text: string): void {
  const { doc, schema, tr } = editor.state;
  const change = differenceOf(textOf(doc), text);
  if (change.start === change.end && change.text === '') return;
  const lineBreak = schema.nodes['hardBreak'];
  const nodes = change.text
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 && lineBreak !== undefined ? [lineBreak.create()] : []),
      ...(line === '' ? [] : [schema.text(line)]),
    ]);
  editor.view.dispatch(tr.replaceWith(posAt(doc, change.start), posAt(doc, change.end), nodes));
}
