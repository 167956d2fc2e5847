import { useRef, type ClipboardEvent, type DragEvent, type ReactElement, type RefObject } from 'react';
import { ask, type ComposerMode, Refusal } from '#platform/ui';
import { dropUpload } from '../routes.ts';
import { type Draft, drafts, newConversation, type UploadView } from './draft-store.ts';
import { dropRefused, handOver, useUploading } from './uploading.ts';
import { upload } from './uploads.ts';
import { filesOf } from './use-draft.ts';

/**
 * Files of what is being written: chosen, dragged in or pasted; sent at once, kept with the draft. Pictures that are
 * dropped or pasted go within the words where `putPictures` is given.
 */
export function useComposerFiles(
  id: string,
  mode: ComposerMode,
  draft: Draft,
  write: (draft: Draft) => void,
  putPictures?: ((pictures: readonly File[], otherwise: () => void) => void) | undefined,
) {
  const chooser = useRef<HTMLInputElement>(null);
  const key = `${id}:${mode}`;
  const uploading = useUploading(key);
  const take = (files: readonly File[], uploadId?: string): void => send({ key, id, mode }, files, uploadId);
  const spread = (files: readonly File[]): void => {
    const pictures = putPictures ? files.filter(({ type }) => type.startsWith('image/')) : [];
    take(files.filter((file) => !pictures.includes(file)));
    if (pictures.length > 0) putPictures?.(pictures, () => take(pictures));
  };
  const content = draft.content?.html ?? '';
  const files = filesOf(draft);
  const input = <Chooser chooser={chooser} onChoose={take} />;
  return {
    key,
    input,
    take,
    count: files.length,
    /** Those that stand beside the words. */
    beside: files.filter((file) => !content.includes(file.id)),
    isBusy: uploading.some((file) => file.failed === undefined),
    /** A picture that did not arrive is not sent as a hole in the words. */
    lacksPicture: uploading.some((file) => file.failed !== undefined && content.includes(file.id)),
    /** Those that do not go along; their chips say why. */
    refused: uploading.filter((file) => file.failed !== undefined),
    /** The files leave the field with their message, those still under way too. */
    handOver: () => {
      dropRefused(key);
      return handOver(key);
    },
    choose: () => chooser.current?.click(),
    drop: dropInto(spread),
    onPaste: (event: ClipboardEvent) => {
      const pasted = [...event.clipboardData.files];
      // Word processors add a picture of the words to the words: they are meant.
      if (pasted.length === 0 || event.clipboardData.getData('text/plain').trim() !== '') return;
      event.preventDefault();
      spread(pasted);
    },
    takeOut: (uploadId: string) => {
      write({ ...draft, uploads: (draft.uploads ?? []).filter((file) => file.id !== uploadId) });
      const params = { id: uploadId as never };
      void ask(dropUpload, { params }).catch((error: unknown) => {
        // gone already is what was wanted
        if (!(error instanceof Refusal)) throw error;
      });
    },
  };
}

/** Where files can be dropped; anything else that is dragged goes on its way. */
function dropInto(take: (files: readonly File[]) => void) {
  return {
    onDragOver: (event: DragEvent) => event.dataTransfer.types.includes('Files') && event.preventDefault(),
    onDrop: (event: DragEvent) => {
      if (event.dataTransfer.files.length === 0 || event.defaultPrevented) return;
      event.preventDefault();
      take([...event.dataTransfer.files]);
    },
  };
}

export type ComposerFiles = ReturnType<typeof useComposerFiles>;

/** Sends files into a draft, each kept with it once it has arrived: known to be under way from this very moment. */
function send(
  to: { readonly key: string; readonly id: string; readonly mode: ComposerMode },
  files: readonly File[],
  uploadId?: string,
): void {
  const { key, id, mode } = to;
  const arrived = (view: UploadView): void => {
    // by then one may have written on, here or in another conversation
    const now = drafts.read(id, mode);
    drafts.write(id, mode, { ...now, uploads: [...(now.uploads ?? []), view] });
    drafts.save(id, mode);
  };
  const conversationId = id === newConversation ? undefined : id;
  for (const file of files) {
    const there = drafts.read(id, mode).uploads ?? [];
    upload(key, conversationId, file, there, arrived, uploadId);
  }
}

function Chooser(props: {
  readonly chooser: RefObject<HTMLInputElement | null>;
  readonly onChoose: (files: readonly File[]) => void;
}): ReactElement {
  const { chooser } = props;
  return (
    <input
      ref={chooser}
      type="file"
      multiple
      hidden
      tabIndex={-1}
      aria-hidden
      onChange={(event) => {
        props.onChoose([...(event.target.files ?? [])]);
        event.target.value = '';
      }}
    />
  );
}
