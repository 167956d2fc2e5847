import { useLocation, useRouter } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { type ReactElement, useDeferredValue, useState } from 'react';
import {
  AppLink,
  Avatar,
  Button,
  cx,
  EmptyState,
  ErrorNote,
  Skeleton,
  useNow,
  usePages,
  useWords,
  whenOf,
} from '#platform/ui';
import { type CustomerRow, listCustomers } from '../contract.ts';
import { CustomerDetail } from './customer-detail.tsx';
import { customerWords } from './words.ts';

const rowHeightPx = 56;

/** Customers: the list with its search, and one of them beside it; on a phone one at a time. */
export function CustomersPage(props: { readonly rest: string }): ReactElement {
  const t = useWords(customerWords);
  const [id = ''] = props.rest.split('/');
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[332px_minmax(0,1fr)] max-phone:grid-cols-1">
      <h1 className="sr-only">{t('title')}</h1>
      <section
        aria-label={t('list')}
        data-pane="list"
        className={cx('flex min-h-0 flex-col border-e border-line bg-surface', id !== '' && 'max-phone:hidden')}
      >
        <List openId={id} />
      </section>
      <section
        aria-label={t('one')}
        data-pane="thread"
        className={cx('min-h-0 overflow-y-auto', id === '' && 'max-phone:hidden')}
      >
        {id === '' ? (
          <EmptyState title={t('choose')}>{t('chooseHint')}</EmptyState>
        ) : (
          <CustomerDetail key={id} id={id} />
        )}
      </section>
    </div>
  );
}

/** What is looked for stands in the address, so a search can be shared. */
function useSearch(): readonly [string, (text: string) => void] {
  const { pathname, searchStr } = useLocation();
  const { history } = useRouter();
  const [text, setText] = useState(() => new URLSearchParams(searchStr).get('q') ?? '');
  const search = (next: string): void => {
    setText(next);
    history.replace(next === '' ? pathname : `${pathname}?${new URLSearchParams({ q: next })}`);
  };
  return [text, search];
}

function List(props: { readonly openId: string }): ReactElement {
  const t = useWords(customerWords);
  const [text, search] = useSearch();
  const asked = useDeferredValue(text.trim());
  const pages = usePages(listCustomers, { query: asked === '' ? {} : { text: asked } });
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const query = text === '' ? '' : `?${new URLSearchParams({ q: text })}`;
  return (
    <>
      <header className="flex flex-col gap-2.5 border-b border-line px-3.5 pt-3 pb-2.5">
        <h2>{t('title')}</h2>
        <label className="flex h-9 items-center gap-2 rounded-md border border-line-control bg-surface px-2.5 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus max-phone:h-11">
          <Search className="size-4 text-text-3" aria-hidden="true" />
          <span className="sr-only">{t('search')}</span>
          <input
            type="search"
            dir="auto"
            value={text}
            placeholder={t('search')}
            onChange={(event) => search(event.target.value)}
            className="min-w-0 flex-1 bg-transparent outline-none placeholder:text-text-3"
          />
        </label>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {pages.error && (
          <ErrorNote
            title={pages.error.problem.status === 403 ? t('mayNot') : t('failed')}
            detail={pages.error.problem.help ?? pages.error.problem.title}
          />
        )}
        {pages.isPending && <Skeleton rows={8} rowHeightPx={rowHeightPx} label={t('loading')} />}
        {pages.data && rows.length === 0 && (
          <EmptyState title={asked === '' ? t('none') : t('noneFound', { text: asked })}>{t('noneHint')}</EmptyState>
        )}
        <ul>
          {rows.map((row) => (
            <Row key={row.id} row={row} isOpen={row.id === props.openId} query={query} />
          ))}
        </ul>
        {pages.hasNextPage && (
          <div className="p-3">
            <Button disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
              {t('more')}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}

function Row(props: { readonly row: CustomerRow; readonly isOpen: boolean; readonly query: string }): ReactElement {
  const t = useWords(customerWords);
  const now = useNow();
  const { row } = props;
  const name = row.name || t('unnamed');
  return (
    <li className="border-b border-line">
      <AppLink
        href={`/customers/${row.id}${props.query}`}
        label={name}
        current={props.isOpen}
        className={cx('flex h-14 items-center gap-3 px-3.5', props.isOpen ? 'bg-selected' : 'hover:bg-hover')}
      >
        <Avatar name={name} sizePx={32} />
        <span className="min-w-0 flex-1">
          <b className="block truncate font-semibold">
            <bdi>{name}</bdi>
          </b>
          <span dir="auto" className="block truncate text-xs text-text-3">
            {row.place ?? t('since', { when: whenOf(row.firstSeenAt, now) })}
          </span>
        </span>
      </AppLink>
    </li>
  );
}
