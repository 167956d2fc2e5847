import { useRef, type ClipboardEvent, type DragEvent, type ReactElement } from 'react';
import { ask, type ComposerMode, Refusal } from '#platform/ui';
import { dropUpload } from '../routes.ts';
import { type Draft, drafts, type UploadView } from './draft-store.ts';
import { useUploading } from './uploading.ts';

/** Files of what is being written: chosen, dragged in or pasted; sent at once, kept with the draft. */
export function useComposerFiles(id: string, mode: ComposerMode, draft: Draft, write: (draft: Draft) => void) {
  const chooser = useRef<HTMLInputElement>(null);
  const key = `${id}:${mode}`;
  const uploading = useUploading(key);
  const take = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    const { upload } = await import('./uploads.ts');
    for (const file of files)
      upload(key, id, file, (view: UploadView) => {
        // by then one may have written on, here or in another conversation
        const now = drafts.read(id, mode);
        drafts.write(id, mode, { ...now, uploads: [...(now.uploads ?? []), view] });
        drafts.save(id, mode);
      });
  };
  const input: ReactElement = (
    <input
      ref={chooser}
      type="file"
      multiple
      hidden
      tabIndex={-1}
      aria-hidden
      onChange={(event) => {
        void take([...(event.target.files ?? [])]);
        event.target.value = '';
      }}
    />
  );
  return {
    key,
    input,
    count: draft.uploads?.length ?? 0,
    isBusy: uploading.some((file) => file.failed === undefined),
    hasTrouble: uploading.length > 0,
    choose: () => chooser.current?.click(),
    drop: {
      onDragOver: (event: DragEvent) => event.dataTransfer.types.includes('Files') && event.preventDefault(),
      onDrop: (event: DragEvent) => {
        if (event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        void take([...event.dataTransfer.files]);
      },
    },
    onPaste: (event: ClipboardEvent) => {
      const files = [...event.clipboardData.files];
      if (files.length === 0) return;
      event.preventDefault();
      void take(files);
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
