import { Editor } from '@tiptap/core';
import type { RefObject } from 'react';
import { newId } from '#platform/ui';
import { textOf } from './field-text.ts';
import { isPicture, widthOf, withOwnPictures } from './pasted.ts';
import { picturesIn, showLocally } from './picture-node.ts';
import { asDocument, asLetter, extensions } from './rich-document.ts';
import type { RichFieldProps } from './rich-field.tsx';
import type { Written } from './writing.ts';

const look =
  'overflow-y-auto break-words whitespace-pre-wrap outline-none data-empty:before:pointer-events-none data-empty:before:float-start data-empty:before:h-0 data-empty:before:text-text-3 data-empty:before:content-[attr(data-placeholder)]';

/** Opens the editor within an element; `tell` hears every change of the words. */
export function openEditor(
  element: HTMLElement,
  latest: RefObject<RichFieldProps>,
  tell: (next: Written & { readonly html: string }) => void,
) {
  const { html = '' } = latest.current;
  const own = new Set(picturesIn(html));
  const begin = (file: File): string => {
    const id = newId();
    own.add(id);
    showLocally(id, file);
    latest.current.onPicture(file, id);
    return id;
  };
  const isOurs = (src: string): boolean => picturesIn(src).some((id) => own.has(id));
  const putPicture = async (file: File, at?: number): Promise<void> => {
    const width = await widthOf(file);
    if (made.isDestroyed) return;
    const attrs = { src: `cid:${begin(file)}@rapport`, alt: file.name.replace(/\.\w+$/u, ''), width };
    const { selection } = made.state;
    made.commands.insertContentAt(at ?? { from: selection.from, to: selection.to }, { type: 'picture', attrs });
  };
  const takeFiles = (files: readonly File[], at?: number): boolean => {
    for (const file of files.filter(isPicture)) void putPicture(file, at);
    const others = files.filter((file) => !isPicture(file));
    if (others.length > 0) latest.current.onFiles(others);
    return files.length > 0;
  };
  const made: Editor = new Editor({
    element,
    extensions,
    content: asDocument(html),
    parseOptions: { preserveWhitespace: 'full' },
    injectCSS: false,
    coreExtensionOptions: { clipboardTextSerializer: { blockSeparator: '\n' } },
    editorProps: {
      attributes: attributesOf(latest.current),
      // With Ctrl, Enter is the composer's: nothing of the editor takes it, nor keeps it from going on.
      handleDOMEvents: { keydown: (_view, event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) },
      transformPastedHTML: (pasted) => withOwnPictures(pasted, isOurs, begin),
      handlePaste: (_view, event) => takeFiles(filesAlone(event.clipboardData)),
      handleDrop: (view, event, _slice, isMoved) => {
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
        return !isMoved && takeFiles([...(event.dataTransfer?.files ?? [])], at);
      },
    },
    onUpdate: ({ editor }) => {
      showEmpty(editor);
      tell({ text: textOf(editor.state.doc), html: asLetter(editor.getHTML()) });
    },
    onBlur: () => latest.current.onBlur?.(),
  });
  showEmpty(made);
  return { made, takeFiles };
}

function attributesOf({ label, placeholder, className }: RichFieldProps): Record<string, string> {
  return {
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': label,
    'data-placeholder': placeholder,
    class: `${className} ${look}`,
  };
}

/** Files of a clipboard that holds no words: word processors add a picture of the words to them. */
function filesAlone(data: DataTransfer | null): readonly File[] {
  return data === null || data.getData('text/plain').trim() !== '' ? [] : [...data.files];
}

/** Whether the hint stands in the field. */
export function showEmpty(editor: Editor): void {
  editor.view.dom.toggleAttribute('data-empty', editor.isEmpty);
}
