import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Button, EmptyState, ErrorNote, Skeleton, useAct, usePages, useView, useWords, viewKey } from '#platform/ui';
import { listNoticeChoices, listNotices, type NoticeView, seeNotice, seeNotices, unseenLimit } from '../contract.ts';
import { NoticeChoices } from './notice-choices.tsx';
import { NoticeRow } from './notice-row.tsx';
import { noticeWords } from './words.ts';

const rowHeightPx = 52;

/** Your notices, newest first, and what you want to hear about. */
export function NoticesPage(): ReactElement {
  const t = useWords(noticeWords);
  const queries = useQueryClient();
  const pages = usePages(listNotices, {});
  const choices = useView(listNoticeChoices, {});
  const see = useAct(seeNotice);
  const seeAll = useAct(seeNotices);
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const unseen = (pages.data?.pages[0] as { readonly unseen?: number } | undefined)?.unseen ?? 0;
  const newest = rows[0];
  const onSettled = (): void => void queries.invalidateQueries({ queryKey: viewKey(listNotices).slice(0, 1) });
  const says = new Map(choices.data?.rows.map((choice) => [choice.kind, choice.says]));
  const open = (notice: NoticeView): void => {
    if (notice.seenAt === null) see.mutate({ params: { id: notice.id } }, { onSettled });
  };
  return (
    <>
      <header className="flex min-h-[52px] flex-none flex-wrap items-center gap-3 border-b border-line bg-surface px-5 py-2">
        <h1>{t('title')}</h1>
        <p role="status" className="text-text-3">
          <bdi>
            {unseen >= unseenLimit
              ? t('unseenMany', { count: unseenLimit })
              : unseen > 0 && t('unseen', { count: unseen })}
          </bdi>
        </p>
        {newest && unseen > 0 && (
          <Button
            className="ms-auto"
            disabled={seeAll.isPending}
            onClick={() => seeAll.mutate({ body: { upTo: newest.id } }, { onSettled })}
          >
            {t('seeAll')}
          </Button>
        )}
      </header>
      <div data-pane="thread" className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto px-5 py-4">
        {pages.error && <ErrorNote title={t('failed')} detail={pages.error.message} />}
        {!pages.data && !pages.error && <Skeleton rows={6} rowHeightPx={rowHeightPx} label={t('loading')} />}
        {pages.data && !newest && <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>}
        {newest && (
          <ul className="max-w-[960px] overflow-hidden rounded-lg border border-line">
            {rows.map((notice) => (
              <NoticeRow
                key={notice.id}
                notice={notice}
                says={says.get(notice.kind) ?? t('other')}
                onOpen={() => open(notice)}
              />
            ))}
          </ul>
        )}
        {pages.hasNextPage && (
          <Button className="self-start" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('more')}
          </Button>
        )}
        <NoticeChoices choices={choices.data?.rows ?? []} />
      </div>
    </>
  );
}
