import type { Editor } from '@tiptap/core';
import { offsetAt, posAt, textOf } from './field-text.ts';
import { plainLetter } from './plain-letter.ts';
import { asLetter } from './rich-document.ts';
import type { Form, RichField } from './writing.ts';

const toggles: Readonly<Record<Form, (editor: Editor) => unknown>> = {
  bold: (editor) => editor.chain().focus().toggleBold().run(),
  italic: (editor) => editor.chain().focus().toggleItalic().run(),
  bulletList: (editor) => editor.chain().focus().toggleBulletList().run(),
  orderedList: (editor) => editor.chain().focus().toggleOrderedList().run(),
  blockquote: (editor) => editor.chain().focus().toggleBlockquote().run(),
  code: (editor) => editor.chain().focus().toggleCode().run(),
};

/** The editor as a field: what was made for the plain one (macros, text expansion, shortcuts) works on it as it is. */
export function fieldOf(editor: Editor, putPicture: (file: File) => void): RichField {
  const { dom } = editor.view;
  const place = () => editor.state.selection;
  return {
    get value() {
      return textOf(editor.state.doc);
    },
    get selectionStart() {
      return offsetAt(editor.state.doc, place().from);
    },
    focus: () => editor.view.focus(),
    blur: () => dom.blur(),
    setSelectionRange: (start: number, end: number) => {
      const { doc } = editor.state;
      editor.commands.setTextSelection({ from: posAt(doc, start), to: posAt(doc, end) });
    },
    // The editor has read the words only after the browser's own event of them.
    addEventListener: (kind: string, hear: (event: never) => void, isFirst?: boolean) => {
      if (kind === 'input') editor.on('update', hear as () => void);
      else dom.addEventListener(kind, hear as EventListener, isFirst);
    },
    removeEventListener: (kind: string, hear: (event: never) => void, isFirst?: boolean) => {
      if (kind === 'input') editor.off('update', hear as () => void);
      else dom.removeEventListener(kind, hear as EventListener, isFirst);
    },
    plain: () => plainLetter(asLetter(editor.getHTML())),
    toggle: (form) => toggles[form](editor),
    has: (form) => editor.isActive(form),
    link: () => String(editor.getAttributes('link')['href'] ?? ''),
    setLink: (address) => setLink(editor, address.trim()),
    putIn: (html) => {
      editor.view.focus();
      editor.view.pasteHTML(html);
    },
    putPicture,
    subscribe: (listener) => {
      editor.on('transaction', listener);
      return () => editor.off('transaction', listener);
    },
  };
}

function setLink(editor: Editor, address: string): void {
  const chain = editor.chain().focus().extendMarkRange('link');
  if (address === '') {
    chain.unsetLink().run();
    return;
  }
  const href = whole(address);
  if (editor.state.selection.empty && !editor.isActive('link'))
    chain.insertContent({ type: 'text', text: address, marks: [{ type: 'link', attrs: { href } }] }).run();
  else chain.setLink({ href }).run();
}

/** An address as people type it, with the way to reach it. */
function whole(address: string): string {
  if (/^(https?|mailto|tel):/iu.test(address)) return address;
  return /^[^\s@/]+@[^\s@/]+$/u.test(address) ? `mailto:${address}` : `https://${address}`;
}
