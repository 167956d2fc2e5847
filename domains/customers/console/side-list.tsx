import { useLocation, useRouter } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { type ReactElement, type ReactNode, useDeferredValue, useState } from 'react';
import {
  AppLink,
  Button,
  cx,
  EmptyState,
  ErrorNote,
  Skeleton,
  useCommand,
  useGo,
  type usePages,
  useWords,
  type WireRoute,
} from '#platform/ui';
import { customerWords } from './words.ts';

const rowHeightPx = 56;

/** What a list is asked for; both stand in the address, so a list can be shared. */
export interface ListWish {
  readonly text: string;
  readonly sort: 'newest' | 'name';
  /** The segment that is shown, or conditions as JSON; empty: everybody. */
  readonly segment: string;
  readonly filter: string;
}

/** What is looked for and how it is sorted, as the address says it. */
export function useListWish(): readonly [ListWish, (next: Partial<ListWish>) => void] {
  const { pathname, searchStr } = useLocation();
  const { history } = useRouter();
  const [wish, setWish] = useState<ListWish>(() => {
    const asked = new URLSearchParams(searchStr);
    return {
      text: asked.get('q') ?? '',
      sort: asked.get('sort') === 'name' ? 'name' : 'newest',
      segment: asked.get('segment') ?? '',
      filter: asked.get('filter') ?? '',
    };
  });
  const change = (next: Partial<ListWish>): void => {
    const after = { ...wish, ...next };
    setWish(after);
    history.replace(`${pathname}${queryOf(after)}`);
  };
  return [wish, change];
}

/** The part of the address that keeps a list as it is. */
export function queryOf({ text, sort, segment, filter }: ListWish): string {
  const query = new URLSearchParams({
    ...(text && { q: text }),
    ...(sort === 'name' && { sort }),
    ...(segment && { segment }),
    ...(filter && { filter }),
  });
  return query.size === 0 ? '' : `?${query}`;
}

/** The same wish for the server, a moment behind the fingers. */
export function useAsked({ text, sort }: ListWish): { readonly text?: string; readonly sort: 'newest' | 'name' } {
  const asked = useDeferredValue(text.trim());
  return asked === '' ? { sort } : { text: asked, sort };
}

/** The ways from one list of this area to another. */
export function ListTabs(props: { readonly current: 'customers' | 'companies' | 'duplicates' }): ReactElement {
  const t = useWords(customerWords);
  const tabs = [
    { id: 'customers', href: '/customers', label: t('title') },
    { id: 'companies', href: '/customers/companies', label: t('companies') },
    { id: 'duplicates', href: '/customers/duplicates', label: t('duplicates') },
  ] as const;
  return (
    <nav aria-label={t('lists')} className="-ms-2 flex flex-wrap gap-0.5">
      {tabs.map(({ id, href, label }) => (
        <AppLink
          key={id}
          href={href}
          label={label}
          current={id === props.current}
          className={cx(
            'inline-flex h-8 items-center rounded-md px-2 text-md max-phone:h-10',
            id === props.current ? 'font-bold' : 'text-text-2 hover:bg-hover',
          )}
        >
          {label}
        </AppLink>
      ))}
    </nav>
  );
}

/** The list beside what is open: search, order, rows, more. J and K go from row to row. */
export function SideList<Row extends { readonly id: string }>(props: {
  readonly tabs: ReactNode;
  readonly searchLabel: string;
  readonly wish: ListWish;
  readonly onWish: (next: Partial<ListWish>) => void;
  readonly pages: ReturnType<typeof usePages<WireRoute>>;
  readonly rows: readonly Row[];
  readonly hrefOf: (row: Row) => string;
  readonly openId: string;
  readonly renderRow: (row: Row) => ReactElement;
  readonly nameOf: (row: Row) => string;
  readonly empty: { readonly title: string; readonly hint: string };
  readonly foot?: ReactNode;
  /** What narrows the list; then it is sorted by when they came. */
  readonly narrow?: ReactNode;
}): ReactElement {
  const t = useWords(customerWords);
  const { pages, rows, wish } = props;
  const isFound = wish.text.trim() !== '' || wish.segment !== '' || wish.filter !== '';
  useStepping(rows, props.openId, props.hrefOf);
  return (
    <>
      <header className="flex flex-col gap-2.5 border-b border-line px-3.5 pt-2.5 pb-2.5">
        {props.tabs}
        <SearchField label={props.searchLabel} text={wish.text} onText={(text) => props.onWish({ text })} />
        {props.narrow}
        <label className="flex items-center gap-2 text-xs text-text-3">
          {t('sortedBy')}
          <select
            value={isFound ? 'newest' : wish.sort}
            disabled={isFound}
            onChange={(event) => props.onWish({ sort: event.target.value === 'name' ? 'name' : 'newest' })}
            className="h-7 rounded-md border border-line-control bg-surface px-1.5 text-text disabled:opacity-60 max-phone:h-10"
          >
            <option value="newest">{t('newest')}</option>
            <option value="name">{t('byName')}</option>
          </select>
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
        {pages.data && rows.length === 0 && <EmptyState title={props.empty.title}>{props.empty.hint}</EmptyState>}
        <ul>
          {rows.map((row) => (
            <li key={row.id} className="border-b border-line">
              <AppLink
                href={props.hrefOf(row)}
                label={props.nameOf(row)}
                current={row.id === props.openId}
                className={cx(
                  'flex h-14 items-center gap-3 px-3.5',
                  row.id === props.openId ? 'bg-selected' : 'hover:bg-hover',
                )}
              >
                {props.renderRow(row)}
              </AppLink>
            </li>
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
      {props.foot}
    </>
  );
}

function SearchField(props: {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}): ReactElement {
  return (
    <label className="flex h-9 items-center gap-2 rounded-md border border-line-control bg-surface px-2.5 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus max-phone:h-11">
      <Search className="size-4 text-text-3" aria-hidden="true" />
      <span className="sr-only">{props.label}</span>
      <input
        type="search"
        dir="auto"
        value={props.text}
        placeholder={props.label}
        onChange={(event) => props.onText(event.target.value)}
        className="min-w-0 flex-1 bg-transparent outline-none placeholder:text-text-3"
      />
    </label>
  );
}

function useStepping<Row extends { readonly id: string }>(
  rows: readonly Row[],
  openId: string,
  hrefOf: (row: Row) => string,
): void {
  const go = useGo();
  const at = rows.findIndex(({ id }) => id === openId);
  const step = (by: 1 | -1): void => {
    const next = rows[at === -1 ? 0 : at + by];
    if (next) go(hrefOf(next), { replace: openId !== '' });
  };
  useCommand('next', () => step(1), rows.length > 0);
  useCommand('previous', () => step(-1), rows.length > 0);
}
