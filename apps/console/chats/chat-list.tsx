import type { ReactElement, ReactNode } from 'react';
import { Avatar, Button, Chip, clockOf, cx, Kbd, useKeys, useWords, whenOf } from '#platform/ui';
import { useSeconds } from '../calls/use-seconds.ts';
import { StatusCard } from '../inbox/status-card.tsx';
import { isTillReply } from '../inbox/snooze.ts';
import type { ConversationRowView } from '../inbox/views.ts';
import { useComesBack } from './use-put-away.tsx';
import type { Taking } from './use-taking.tsx';
import { isLate, useGoalSeconds, waitedSeconds } from './waiting.ts';
import { chatWords } from './words.ts';

/** The first pane: my chats, who waits for anybody, what comes back; the order never changes by itself. */
export function ChatList(props: {
  readonly mine: readonly ConversationRowView[];
  readonly waiting: readonly ConversationRowView[];
  readonly later: readonly ConversationRowView[];
  readonly limit: number;
  readonly focusedId: string | undefined;
  readonly isHidden: boolean;
  readonly onFocus: (id: string) => void;
  readonly taking: Taking;
}): ReactElement {
  const t = useWords(chatWords);
  const now = useSeconds();
  const goal = useGoalSeconds();
  const takeKeys = useKeys('takeChat');
  const { bringBack } = useComesBack();
  const { mine, waiting, later, limit, taking } = props;
  const sayWhen = (until: string | null): string =>
    until === null || isTillReply(until) ? t('whenTheyWrite') : t('backAt', { when: whenOf(until, now) });
  const isFull = mine.length >= limit;
  return (
    <nav
      aria-label={t('mine')}
      data-pane="queues"
      tabIndex={-1}
      className={cx(
        'flex min-h-0 flex-col gap-3.5 overflow-y-auto border-e outline-none border-line bg-surface-2 px-2 py-3 max-phone:h-full max-phone:border-0',
        props.isHidden && 'max-phone:hidden',
      )}
    >
      <div className="flex items-center justify-between ps-2 pe-1">
        <h2>{t('title')}</h2>
        <Chip tone={isFull ? 'brand' : 'outline'}>
          <bdi>{t('load', { now: mine.length, limit })}</bdi>
        </Chip>
      </div>
      <ul className="flex flex-col gap-px">
        {mine.map((row) => (
          <Row
            key={row.id}
            row={row}
            isCurrent={row.id === props.focusedId}
            time={row.waitingSince === null ? '' : clockOf(waitedSeconds(row, now))}
            isLate={isLate(row, now, goal)}
            onPress={() => props.onFocus(row.id)}
          />
        ))}
      </ul>
      <Part title={t('waiting', { count: waiting.length })}>
        {waiting.map((row) => (
          <Row
            key={row.id}
            row={row}
            label={t('takeOne', { name: row.customer.name })}
            isDisabled={isFull}
            time={clockOf(waitedSeconds(row, now))}
            isLate={isLate(row, now, goal)}
            onPress={() => taking.take(row.id)}
          />
        ))}
      </Part>
      {waiting.length === 0 && <p className="px-2 text-text-3">{t('nobody')}</p>}
      {waiting.length > 0 && isFull && (
        <p className="px-2 text-xs text-text-3">
          <bdi>{t('full', { limit })}</bdi>
        </p>
      )}
      <Button className="mx-1.5 justify-center max-phone:h-11" disabled={!taking.canTake} onClick={taking.takeNext}>
        {t('take')} <Kbd keys={takeKeys} />
      </Button>
      {later.length > 0 && (
        <Part title={t('later', { count: later.length })}>
          {later.map((row) => (
            <Row
              key={row.id}
              row={row}
              label={t('bringBack', { name: row.customer.name, when: sayWhen(row.snoozedUntil) })}
              line={sayWhen(row.snoozedUntil)}
              onPress={() => bringBack(row, row.snoozedUntil ?? '', () => props.onFocus(row.id))}
            />
          ))}
        </Part>
      )}
      <span className="flex-1" />
      <StatusCard />
    </nav>
  );
}

function Part(props: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <h3 className="px-2 pb-1 text-xs font-semibold text-text-3">{props.title}</h3>
      <ul className="flex flex-col gap-px">{props.children}</ul>
    </div>
  );
}

function Row(props: {
  readonly row: ConversationRowView;
  readonly time?: string;
  /** Instead of what was said last. */
  readonly line?: string;
  readonly isLate?: boolean;
  readonly isCurrent?: boolean;
  readonly isDisabled?: boolean;
  readonly label?: string;
  readonly onPress: () => void;
}): ReactElement {
  const { row } = props;
  return (
    <li>
      <button
        type="button"
        aria-label={props.label}
        aria-current={props.isCurrent ? 'true' : undefined}
        disabled={props.isDisabled}
        onClick={props.onPress}
        className={cx(
          'grid min-h-12 w-full grid-cols-[30px_1fr_auto] items-center gap-2.5 rounded-md px-2 py-1 text-start',
          props.isCurrent ? 'bg-selected' : 'enabled:hover:bg-surface-3',
        )}
      >
        <Avatar name={row.customer.name} sizePx={30} />
        <span className="min-w-0">
          <bdi className={cx('block truncate', row.unread ? 'font-bold' : 'font-semibold')}>{row.customer.name}</bdi>
          <bdi className="block truncate text-xs text-text-3">{props.line ?? (row.preview || row.subject)}</bdi>
        </span>
        <bdi
          className={cx(
            'self-start pt-0.5 text-xs tabular-nums',
            props.isLate ? 'font-semibold text-accent-text' : 'text-text-3',
          )}
        >
          {props.time}
        </bdi>
      </button>
    </li>
  );
}
