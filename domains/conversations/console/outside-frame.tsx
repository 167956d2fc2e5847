import { ArrowLeft, MessageSquare } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { AppLink, Button, ConversationRow, cx, useGo, useNow, useWords, whenOf } from '#platform/ui';
import { outsideWords } from './outside-words.ts';

/** One row of such a list. */
export interface OutsideRow {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly preview: string;
  readonly lastEntryAt: string;
  readonly unread?: boolean;
  readonly customer: { readonly name: string };
}

/** A list and what is read beside it; on a phone one at a time. */
export function OutsideFrame(props: {
  readonly title: string;
  readonly lead: string;
  readonly openId: string;
  readonly list: ReactNode;
  readonly children: ReactNode;
}): ReactElement {
  const isOpen = props.openId !== '';
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[340px_minmax(0,1fr)] bg-surface max-phone:grid-cols-1">
      <section
        aria-label={props.title}
        data-pane="list"
        className={cx('min-h-0 overflow-y-auto border-e border-line', isOpen && 'max-phone:hidden')}
      >
        <header className="border-b border-line px-3.5 py-3 max-phone:px-4">
          <h1 className="text-[16px]">{props.title}</h1>
          <p className="text-xs text-text-3">{props.lead}</p>
        </header>
        {props.list}
      </section>
      <section
        aria-label={props.title}
        data-pane="thread"
        className={cx('flex min-h-0 flex-col', !isOpen && 'max-phone:hidden')}
      >
        {props.children}
      </section>
    </div>
  );
}

/** The rows, each a link: found by Tab and opened by Enter. */
export function OutsideRows(props: {
  readonly rows: readonly OutsideRow[];
  readonly path: string;
  readonly openId: string;
}): ReactElement {
  const t = useWords(outsideWords);
  const now = useNow();
  return (
    <ul>
      {props.rows.map((row) => (
        <li key={row.id}>
          <AppLink
            href={`${props.path}/${row.id}`}
            className="group block h-[76px] max-phone:h-[85px]"
            label={`${row.customer.name}, ${row.subject || t('noSubject')}`}
            current={row.id === props.openId}
          >
            <ConversationRow
              name={row.customer.name}
              channel={{ icon: <MessageSquare />, label: t('conversation') }}
              subject={row.subject || t('noSubject')}
              preview={row.preview}
              age={whenOf(row.lastEntryAt, now)}
              isUnread={row.unread}
              isCurrent={row.id === props.openId}
              density="cosy"
              words={{ unread: t('unread'), vip: t('vip') }}
            />
          </AppLink>
        </li>
      ))}
    </ul>
  );
}

/** What it is about, its number, and on a phone the way back. */
export function OutsideHead(props: {
  readonly subject: string;
  readonly number: number;
  readonly name: string;
  readonly path: string;
}): ReactElement {
  const t = useWords(outsideWords);
  const go = useGo();
  return (
    <header className="flex items-center gap-2.5 border-b border-line px-[18px] py-[11px] max-phone:px-3.5">
      <span className="hidden max-phone:inline">
        <Button look="ghost" square aria-label={t('back')} onClick={() => go(props.path)}>
          <ArrowLeft className="turns size-[20px]" />
        </Button>
      </span>
      <span className="flex min-w-0 flex-1 flex-col">
        <h2 className="truncate text-[16px]">
          <bdi>{props.subject || t('noSubject')}</bdi>
        </h2>
        <span className="truncate text-xs text-text-3">
          #{props.number} · <bdi>{props.name}</bdi>
        </span>
      </span>
    </header>
  );
}
