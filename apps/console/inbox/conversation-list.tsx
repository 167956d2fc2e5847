import { ArrowDownNarrowWide, Check, ListFilter, Menu as MenuIcon, Rows3, SquarePen } from 'lucide-react';
import { lazy, useEffect, useMemo, useState, type ReactElement } from 'react';
import type { Me } from '#domains/identity/contract';
import {
  Button,
  type Density,
  ErrorNote,
  Kbd,
  Menu,
  Part,
  rowHeightPx,
  runCommand,
  Skeleton,
  useKeys,
  usePages,
  useWords,
} from '#platform/ui';
import { useRooms } from '../live/live.ts';
import { listConversations } from '../routes.ts';
import { sockets } from '../sockets.ts';
import { useMe } from '../session/use-me.ts';
import { isPreview } from '../shell/is-preview.ts';
import { useGo } from '../shell/links.tsx';
import { useLook } from '../shell/look.ts';
import { useListActions } from './list-actions.ts';
import { ListRows } from './list-rows.tsx';
import { ViewPills } from './view-pills.tsx';
import { useFrozenRows } from './use-frozen-rows.ts';
import { useListFocus } from './use-list-focus.ts';
import { useLists } from './queues.tsx';
import { type ListQuery, useListQuery } from './use-list-query.ts';
import type { ConversationRowView } from './views.ts';
import { inboxWords } from './words.ts';

const ListEmpty = lazy(async () => ({ default: (await import('./list-empty.tsx')).ListEmpty }));

const none: readonly ConversationRowView[] = [];
type Order = NonNullable<ListQuery['order']>;
const orders: readonly Order[] = ['due', 'newest', 'oldest', 'waiting'];
/** The fixed lists have two orders, each from an index of theirs; what a filter holds has four. */
const fixedOrders = 2;
const orderWords = { due: 'sortSla', newest: 'sortNewest', oldest: 'sortOldest', waiting: 'sortWaiting' } as const;

function orderAfter(order: Order, isFilter: boolean): Order {
  const offered = isFilter ? orders : orders.slice(0, fixedOrders);
  return offered[(offered.indexOf(order) + 1) % offered.length] ?? 'due';
}
const densities: readonly Density[] = ['compact', 'cosy', 'relaxed'];

/** The second column: one view's conversations, in an order that holds still under the pointer. */
export function ConversationList(props: {
  readonly view: string;
  readonly openId: string | undefined;
  readonly onShowViews: () => void;
}): ReactElement {
  const t = useWords(inboxWords);
  const go = useGo();
  const query = useListQuery(props.view);
  const [chosen, setChosen] = useState<{ readonly view: string; readonly order: Order }>();
  const order = chosen?.view === props.view ? chosen.order : (query?.order ?? 'due');
  const pages = usePages(listConversations, { query: { ...query, order } }, { enabled: query !== undefined });
  useRooms(roomsOf(useMe()));
  const { data } = pages;
  const fresh = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? none, [data]);
  const [isPointed, setPointed] = useState(false);
  const [isBare, setBare] = useState(true);
  const { box, isIn, onBlur } = useListFocus(isBare);
  const list = useFrozenRows(fresh, isPointed || isIn, `${props.view} ${order}`);
  const { setList } = useListActions();
  const { rows, remove, restore } = list;
  if (isBare !== (rows.length === 0)) setBare(rows.length === 0);
  useEffect(() => setList({ ids: rows.map((row) => row.id), remove, restore }), [rows, setList, remove, restore]);
  const showNew = useKeys('showNew');

  return (
    <>
      <ListHead
        {...props}
        query={query}
        order={order}
        onOrder={() => setChosen({ view: props.view, order: orderAfter(order, query?.box === 'filter') })}
      />
      <ViewPills view={props.view} />
      <div
        ref={box}
        tabIndex={-1}
        data-list
        data-pane-start={rows.length === 0 ? '' : undefined}
        // the ring stands above the rows, which would cut it in pieces
        className="relative min-h-0 flex-1 after:pointer-events-none after:absolute after:inset-0 has-[[role=listbox]:focus-visible]:after:border-2 has-[[role=listbox]:focus-visible]:after:border-(--focus)"
        onPointerEnter={() => setPointed(true)}
        onPointerLeave={() => setPointed(false)}
        onBlur={onBlur}
      >
        {list.waiting > 0 && (
          <button
            type="button"
            onClick={list.apply}
            className="absolute start-1/2 top-2 z-10 flex h-7 -translate-x-1/2 items-center gap-1.5 rounded-full border border-brand-line bg-brand-soft px-3 text-xs font-semibold text-brand-text shadow-2 rtl:translate-x-1/2"
          >
            <bdi>{t('new', { count: list.waiting })}</bdi> <Kbd keys={showNew} />
          </button>
        )}
        {pages.isError && pages.data === undefined && (
          <ErrorNote
            title={t('loadFailed')}
            detail={pages.error.problem.title}
            action={
              <Button size="sm" onClick={() => void pages.refetch()}>
                {t('retry')}
              </Button>
            }
          />
        )}
        {pages.isPending && <Skeleton rows={8} rowHeightPx={rowHeightPx.cosy} label={t('loadingConversations')} />}
        {pages.isSuccess && list.rows.length === 0 && (
          <Part>
            <ListEmpty view={props.view} />
          </Part>
        )}
        {list.rows.length > 0 && (
          <ListRows
            view={props.view}
            rows={list.rows}
            openId={props.openId}
            onOpen={(id) => go(`/inbox/${props.view}/${id}`)}
            onEnd={() => pages.hasNextPage && !pages.isFetchingNextPage && void pages.fetchNextPage()}
            onApply={list.apply}
          />
        )}
      </div>
      <Part>
        {sockets.lists.map(
          ({ id, place, component: Piece }) =>
            place === 'foot' && <Piece key={id} view={props.view} name="" query={query && { ...query, order }} />,
        )}
      </Part>
      <HintBar />
    </>
  );
}

/** Filters and a new conversation: drawn, and to come. */
function Planned(): ReactElement {
  const t = useWords(inboxWords);
  return (
    <Button look="ghost" size="sm" square className="max-phone:border-line-2!" aria-label={t('filter')}>
      <ListFilter className="size-3.5" />
    </Button>
  );
}

function ListHead(props: {
  readonly view: string;
  readonly query: ListQuery | undefined;
  readonly order: Order;
  readonly onOrder: () => void;
  readonly onShowViews: () => void;
}): ReactElement {
  const t = useWords(inboxWords);
  const { mine, brands, queues, views } = useLists();
  const [look, change] = useLook();
  const box = [...mine, ...brands, ...queues, ...views].find((one) => one.id === props.view);
  const name = box?.name ?? (props.view.startsWith('filter-') ? t('filtered') : '');
  return (
    <header className="flex items-center gap-2 border-b border-line px-3.5 pt-3 pb-2.5 max-phone:border-0 max-phone:px-4 max-phone:pt-3.5">
      <Button
        look="ghost"
        size="sm"
        square
        className="wide:hidden max-phone:hidden"
        aria-label={t('showViews')}
        onClick={props.onShowViews}
      >
        <MenuIcon />
      </Button>
      <h2 className="truncate max-phone:text-[24px] max-phone:leading-[30px]">{name}</h2>
      {box?.count != null && <bdi className="text-text-3 tabular-nums max-phone:hidden">{box.count}</bdi>}
      <span className="flex-1" />
      <Button
        look="ghost"
        size="sm"
        title={t('sort')}
        aria-label={`${t('sort')}: ${t(orderWords[props.order])}`}
        className="max-phone:hidden"
        onClick={props.onOrder}
      >
        <ArrowDownNarrowWide className="size-3.5" />
        {t(orderWords[props.order])}
      </Button>
      {isPreview && <Planned />}
      <Part>
        {sockets.lists.map(
          ({ id, place, component: Piece }) =>
            place === 'head' && <Piece key={id} view={props.view} name={name} query={props.query} />,
        )}
      </Part>
      <Menu
        label={t('density')}
        trigger={
          <Button
            look="ghost"
            size="sm"
            square
            aria-label={t('density')}
            title={t('density')}
            className="max-phone:hidden"
          >
            <Rows3 className="size-3.5" />
          </Button>
        }
        items={densities.map((density) => ({
          id: density,
          label: t(density),
          icon: look.density === density ? <Check /> : <Rows3 />,
          isChosen: look.density === density,
          run: () => change({ density }),
        }))}
      />
      <Button
        look="primary"
        square
        aria-label={t('compose')}
        className="size-10 phone:hidden"
        onClick={() => runCommand('compose')}
      >
        <SquarePen className="size-[18px]" />
      </Button>
    </header>
  );
}

/** The rooms that tell of every row I may see: by the scope of my reading, and my own. */
export function roomsOf(me: Me | undefined): readonly string[] {
  if (me === undefined) return [];
  const scope = me.permissions['conversations.read'];
  const own = `conversation:assignee:${me.teammate.id}`;
  if (scope === 'all') return ['conversation:all', own];
  if (scope === 'own') return [own];
  if (scope === 'brand' && me.brands !== 'all') return [...me.brands.map((id) => `conversation:brand:${id}`), own];
  return [...me.teamIds.map((id) => `conversation:team:${id}`), own];
}

const hints = [
  ['close', 'hintClose'],
  ['snooze', 'hintSnooze'],
  ['palette', 'hintAll'],
] as const;

/** The keys that matter here, drawn from the registry. */
function HintBar(): ReactElement {
  const t = useWords(inboxWords);
  const next = useKeys('next');
  const previous = useKeys('previous');
  return (
    <div
      className="flex h-[35px] flex-none items-center gap-2.5 overflow-hidden border-t border-line px-3.5 text-xs text-text-3 max-phone:hidden"
      aria-hidden="true"
    >
      <span className="flex items-center gap-1">
        <Kbd keys={next} />
        <Kbd keys={previous} /> {t('hintMove')}
      </span>
      {hints.map(([id, word]) => (
        <Hint key={id} id={id} word={t(word)} />
      ))}
    </div>
  );
}

function Hint(props: { readonly id: string; readonly word: string }): ReactElement | null {
  const keys = useKeys(props.id);
  if (keys === '') return null;
  return (
    <span className="flex items-center gap-1 whitespace-nowrap">
      <Kbd keys={keys} /> {props.word}
    </span>
  );
}
