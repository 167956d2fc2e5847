import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactElement } from 'react';
import { ageOf, cx, Dot, fullMomentOf, useNow, useWords } from '#platform/ui';
import type { NoticeView } from '../contract.ts';
import { noticeWords } from './words.ts';

/** One notice: what it is, about which conversation, since when. Opening it is seeing it. */
export function NoticeRow(props: {
  readonly notice: NoticeView;
  readonly says: string;
  readonly onOpen: () => void;
}): ReactElement {
  const t = useWords(noticeWords);
  const router = useRouter();
  const nowMs = useNow();
  const { notice } = props;
  const isNew = notice.seenAt === null;
  const number = notice.body['number'];
  const onClick = (event: MouseEvent): void => {
    props.onOpen();
    // Ctrl, ⌘ or the middle button mean a new tab: the browser's own.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.history.push(notice.place);
  };
  return (
    <li className="border-b border-line bg-surface last:border-b-0">
      <a
        href={notice.place}
        onClick={onClick}
        className="flex min-h-[52px] items-center gap-3 px-4 py-2 hover:bg-surface-2"
      >
        <span className="flex w-2 flex-none">{isNew && <Dot tone="info" />}</span>
        <span className={cx('min-w-0 flex-1', isNew && 'font-semibold')}>
          {isNew && <span className="sr-only">{t('isNew')}: </span>}
          {props.says}
          {typeof number === 'number' && (
            <>
              {' · '}
              <bdi className="tabular-nums">#{number}</bdi>
            </>
          )}
        </span>
        <time
          dateTime={notice.occurredAt}
          title={fullMomentOf(notice.occurredAt)}
          className="flex-none text-xs text-text-3"
        >
          {ageOf(notice.occurredAt, nowMs)}
        </time>
      </a>
    </li>
  );
}
