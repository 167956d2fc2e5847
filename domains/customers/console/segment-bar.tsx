import { Download, ListFilter, Pencil, TriangleAlert } from 'lucide-react';
import { lazy, type ReactElement, Suspense, useState } from 'react';
import { Button, fetchFile, useTell, useView, useWords } from '#platform/ui';
import { exportSegment, listSegments, type SegmentView } from '../contract.ts';
import { groupOf } from './segment-conditions.ts';
import { segmentWords } from './segment-words.ts';
import type { ListWish } from './side-list.tsx';

const SegmentEditor = lazy(async () => ({ default: (await import('./segment-editor.tsx')).SegmentEditor }));

const unsaved = 'by-conditions';
const saidMs = 5_000;

/** Who of the customers is shown: everybody, a segment, or those that conditions hold. All of it stands in the address. */
export function SegmentBar(props: {
  readonly wish: ListWish;
  readonly onWish: (next: Partial<ListWish>) => void;
}): ReactElement {
  const t = useWords(segmentWords);
  const segments = useView(listSegments, {}).data?.rows ?? [];
  const { wish, onWish } = props;
  const [isOpen, setOpen] = useState(false);
  const chosen = segments.find(({ id }) => id === wish.segment);
  const download = useDownload();
  const edited = chosen?.can.includes('change') ? chosen : undefined;
  const close = (next: Partial<ListWish>): void => {
    onWish(next);
    setOpen(false);
  };
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <label className="flex min-w-0 flex-1 items-center gap-2 text-xs text-text-3">
        {t('shown')}
        <select
          value={wish.filter === '' ? (wish.segment ?? '') : unsaved}
          onChange={(event) => onWish({ segment: event.target.value, filter: '' })}
          className="h-7 min-w-0 flex-1 rounded-md border border-line-control bg-surface px-1.5 text-text max-phone:h-10"
        >
          <option value="">{t('everybody')}</option>
          {wish.filter !== '' && <option value={unsaved}>{t('unsaved')}</option>}
          {segments.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Button size="sm" square aria-label={t(edited ? 'change' : 'narrow')} onClick={() => setOpen(true)}>
        {edited ? <Pencil className="size-3.5" /> : <ListFilter className="size-3.5" />}
      </Button>
      {chosen?.can.includes('export') && (
        <Button size="sm" square aria-label={t('download')} onClick={() => download(chosen)}>
          <Download className="size-3.5" />
        </Button>
      )}
      {isOpen && (
        <Suspense fallback={null}>
          <SegmentEditor
            filter={chosen?.filter ?? groupOf(wish.filter)}
            segment={edited}
            onShow={(filter) => close({ segment: '', filter: filter.of.length > 0 ? JSON.stringify(filter) : '' })}
            onSaved={(segment) => close({ segment, filter: '' })}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </div>
  );
}

/** Downloads the customers of a segment as a file; what is refused is said in the server's words. */
function useDownload(): (segment: SegmentView) => void {
  const t = useWords(segmentWords);
  const tell = useTell();
  return ({ id, name }) => {
    tell({ id: `export-${id}`, icon: <Download />, text: t('downloading', { name }), stayMs: saidMs });
    void fetchFile(exportSegment.path.replace(':id', id), `${name}.csv`).catch((error: unknown) =>
      tell({
        id: `export-${id}`,
        icon: <TriangleAlert />,
        text: `${t('downloadFailed')}. ${error instanceof Error ? error.message : ''}`,
      }),
    );
  };
}
