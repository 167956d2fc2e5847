import { Paperclip } from 'lucide-react';
import type { ReactElement } from 'react';
import { Chip, uiWords, useWords } from '#platform/ui';
import type { EntryView } from './views.ts';

/** The pictures the server shows inline; all others are downloads. */
const shownTypes = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);
/** A picture larger than this is not drawn small: it would be fetched whole for a thumbnail. */
const thumbnailLimitBytes = 3_000_000;

/** What came with a message: pictures small, everything else by its name. A press opens or downloads it. */
export function Files(props: { readonly files: EntryView['files'] }): ReactElement | null {
  const t = useWords(uiWords);
  const files = props.files.filter((file) => !file.inline);
  if (files.length === 0) return null;
  return (
    <ul aria-label={t('files')} className="mt-1.5 flex flex-wrap items-end gap-1.5">
      {files.map((file) => {
        const isPicture = shownTypes.has(file.mediaType) && file.sizeBytes <= thumbnailLimitBytes;
        return (
          <li key={file.id}>
            <a
              href={`/api/files/${file.id}`}
              target="_blank"
              rel="noreferrer"
              download={isPicture ? undefined : file.name}
              title={file.name}
              className="-my-0.5 inline-flex min-h-6 flex-col gap-1"
            >
              {isPicture && (
                <img
                  src={`/api/files/${file.id}`}
                  alt=""
                  width={96}
                  height={72}
                  loading="lazy"
                  className="h-18 w-24 rounded-md border border-line object-cover"
                />
              )}
              <Chip tone="outline" square>
                {!isPicture && <Paperclip />}
                <bdi className={isPicture ? 'max-w-20 truncate' : 'max-w-60 truncate'}>{file.name}</bdi>
                <bdi className="text-text-3">{sizeOf(file.sizeBytes)}</bdi>
              </Chip>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

const unit = 1000;

/** So many bytes in words. */
export function sizeOf(bytes: number): string {
  if (bytes < unit) return `${bytes} B`;
  return bytes < unit * unit ? `${Math.round(bytes / unit)} kB` : `${(bytes / unit / unit).toFixed(1)} MB`;
}
