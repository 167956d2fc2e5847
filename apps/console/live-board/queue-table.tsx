import type { ReactElement } from 'react';
import { BrandMark, spanOf, useNow, usePages, useView, useWords } from '#platform/ui';
import { queryOfView } from '../inbox/lists.ts';
import { useBrand } from '../inbox/use-brand.ts';
import type { BoxView, ConversationRowView } from '../inbox/views.ts';
import { listBoxes, listConversations } from '../routes.ts';
import { AppLink } from '../shell/links.tsx';
import { standingOf } from './waiting.ts';
import { liveWords } from './words.ts';

/** Each queue: what is open, what is nobody's, who waits longest, the next promise. Its name opens the list. */
export function QueueTable(): ReactElement {
  const t = useWords(liveWords);
  const boxes: readonly BoxView[] = useView(listBoxes, {}).data?.boxes.filter((box) => box.box === 'queue') ?? [];
  if (boxes.length === 0) return <p className="px-4 pb-4 text-text-3">{t('noQueues')}</p>;
  return (
    <div className="overflow-x-auto">
      <table className="w-full min-w-[520px] text-start">
        <thead className="text-xs text-text-3">
          <tr>
            <th className="px-4 py-1.5 text-start font-semibold">{t('queue')}</th>
            <th className="px-3 py-1.5 text-end font-semibold">{t('open')}</th>
            <th className="px-3 py-1.5 text-end font-semibold">{t('unassigned')}</th>
            <th className="px-3 py-1.5 text-end font-semibold">{t('longestColumn')}</th>
            <th className="px-4 py-1.5 text-end font-semibold">{t('nextDue')}</th>
          </tr>
        </thead>
        <tbody>
          {boxes.map((box) => (
            <QueueRow key={box.id} box={box} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function QueueRow({ box }: { readonly box: BoxView }): ReactElement {
  const t = useWords(liveWords);
  const now = useNow();
  const brand = useBrand(box.brandId ?? '');
  const view = `queue-${box.id}`;
  const pages = usePages(listConversations, { query: { ...queryOfView(view), order: 'due' } });
  const rows: readonly ConversationRowView[] = pages.data?.pages[0]?.rows ?? [];
  const { longestSince, nextDue } = standingOf(rows, now);
  const leftMs = nextDue?.dueAt ? Date.parse(nextDue.dueAt) - now : undefined;
  return (
    <tr className="border-t border-line">
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the link within carries the queue's name. */}
      <td className="px-4 text-start">
        <AppLink
          href={`/inbox/${view}`}
          label={brand === undefined ? box.name : `${brand.name}, ${box.name}`}
          current={false}
          className={`inline-flex items-center font-medium hover:underline ${brand === undefined ? 'min-h-10' : 'min-h-6 pt-1'}`}
        >
          <bdi>{box.name}</bdi>
        </AppLink>
        {brand && (
          <span className="flex pb-1">
            <BrandMark name={brand.name} hue={brand.hue} />
          </span>
        )}
      </td>
      <td className="px-3 text-end tabular-nums">{box.open}</td>
      <td className="px-3 text-end tabular-nums">{box.unassigned ?? 0}</td>
      <td className="px-3 text-end tabular-nums">
        <bdi>{longestSince === null ? '–' : spanOf(now - Date.parse(longestSince))}</bdi>
      </td>
      <td
        className={`px-4 text-end tabular-nums ${leftMs !== undefined && leftMs < 0 ? 'font-semibold text-danger-text' : ''}`}
      >
        <bdi>{dueWords(leftMs, t)}</bdi>
      </td>
    </tr>
  );
}

function dueWords(
  leftMs: number | undefined,
  t: (key: 'noPromise' | 'lateBy', values?: { time: string }) => string,
): string {
  if (leftMs === undefined) return t('noPromise');
  return leftMs < 0 ? t('lateBy', { time: spanOf(leftMs) }) : spanOf(leftMs);
}
