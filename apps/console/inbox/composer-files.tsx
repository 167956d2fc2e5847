import { Paperclip, TriangleAlert, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, ErrorNote, useWords } from '#platform/ui';
import type { UploadView } from './draft-store.ts';
import { sizeOf } from './files.tsx';
import { type Uploading, useUploading } from './uploading.ts';
import { composerWords } from './composer-words.ts';

/** The files of what is being written: each with its size, how far it is, and the way to take it out. */
export function ComposerFiles(props: {
  readonly uploadKey: string;
  readonly files: readonly UploadView[];
  readonly onTakeOut: (id: string) => void;
}): ReactElement | null {
  const t = useWords(composerWords);
  const uploading = useUploading(props.uploadKey);
  if (props.files.length + uploading.length === 0) return null;
  return (
    <ul aria-label={t('filesOfDraft')} className="flex flex-wrap gap-1.5 px-3 pb-2">
      {props.files.map((file) => (
        <FileChip
          key={file.id}
          name={file.name}
          detail={sizeOf(file.sizeBytes)}
          onTakeOut={() => props.onTakeOut(file.id)}
        />
      ))}
      {uploading.map((file) => (
        <FileChip
          key={file.id}
          name={file.name}
          detail={detailOf(file, t)}
          share={file.share}
          isBad={file.failed !== undefined}
          onTakeOut={file.stop}
        />
      ))}
    </ul>
  );
}

/** Files were refused and one sends: nothing left yet, and one says whether it goes without them. */
export function WithoutFiles(props: {
  readonly names: readonly string[];
  readonly onEdit: () => void;
  readonly onSend: () => void;
}): ReactElement {
  const t = useWords(composerWords);
  const count = props.names.length;
  return (
    <ErrorNote
      title={t('withoutFiles', { count })}
      detail={props.names.join(', ')}
      action={
        <span className="flex gap-1.5">
          <Button size="sm" onClick={props.onEdit}>
            {t('writeOn')}
          </Button>
          <Button size="sm" look="primary" onClick={props.onSend}>
            {t('sendWithout', { count })}
          </Button>
        </span>
      }
    />
  );
}

const troubles = {
  tooLarge: 'fileTooLarge',
  tooLargeTogether: 'filesTooLarge',
  tooMany: 'filesTooMany',
  failed: 'fileFailed',
} as const;

function detailOf(file: Uploading, t: ReturnType<typeof useWords<keyof typeof composerWords.en>>): string {
  if (file.failed !== undefined) return t(troubles[file.failed]);
  return `${Math.round(file.share * 100)} %`;
}

function FileChip(props: {
  readonly name: string;
  readonly detail: string;
  readonly share?: number;
  readonly isBad?: boolean;
  readonly onTakeOut: () => void;
}): ReactElement {
  const t = useWords(composerWords);
  const isRunning = props.share !== undefined && !props.isBad;
  return (
    <li
      role={props.isBad ? 'alert' : undefined}
      className={`relative inline-flex h-6 max-w-full items-center gap-1 overflow-hidden rounded-[5px] border ps-1.5 text-xs ${props.isBad ? 'border-danger text-danger' : 'border-line-2 text-text-2'}`}
    >
      {props.isBad ? <TriangleAlert className="size-3 flex-none" /> : <Paperclip className="size-3 flex-none" />}
      <bdi className="max-w-52 truncate" title={props.name}>
        {props.name}
      </bdi>
      <span className="whitespace-nowrap text-text-3">{props.detail}</span>
      <button
        type="button"
        aria-label={t('takeOutFile', { name: props.name })}
        className="grid size-6 flex-none place-items-center"
        onClick={props.onTakeOut}
      >
        <X className="size-3" />
      </button>
      {isRunning && (
        <progress
          aria-label={props.name}
          max={1}
          value={props.share}
          className="absolute inset-x-0 bottom-0 h-0.5 w-full appearance-none [&::-webkit-progress-bar]:bg-transparent [&::-webkit-progress-value]:bg-brand"
        />
      )}
    </li>
  );
}
