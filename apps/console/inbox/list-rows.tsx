import { useQueryClient } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import {
  cx,
  type Density,
  isSelected,
  nothingSelected,
  pagesOf,
  rowHeightPx,
  select,
  toggleSelected,
  useCommand,
  useSelection,
  useWords,
  viewOf,
} from '#platform/ui';
import { useIsPhone } from '../shell/use-is-phone.ts';
import { useLook } from '../shell/look.ts';
import { ListRow } from './list-row.tsx';
import { getConversation, listEntries } from '../routes.ts';
import type { ConversationRowView } from './views.ts';
import { inboxWords } from './words.ts';

/** The row that the next key acts on: a ring of its own above what is in it, apart from that of the list. */
const underKeys =
  'after:pointer-events-none after:absolute after:inset-x-1 after:inset-y-[3px] after:rounded-md after:border-2 after:border-(--focus)';

/** Rows drawn beyond the edge on either side. */
const overscanRows = 10;
/** The next page is fetched when this many rows are left below. */
const fetchAheadRows = 15;

/** The rows themselves: only those in sight are drawn, the place is kept by `aria-activedescendant` (R24). */
export function ListRows(props: {
  readonly view: string;
  readonly rows: readonly ConversationRowView[];
  readonly openId: string | undefined;
  readonly onOpen: (id: string) => void;
  readonly onEnd: () => void;
  readonly onApply: () => void;
}): ReactElement {
  const t = useWords(inboxWords);
  const { rows, onOpen, onEnd } = props;
  const [look] = useLook();
  const isPhone = useIsPhone();
  const density: Density = isPhone ? 'cosy' : look.density;
  const height = isPhone ? rowHeightPx.phone : rowHeightPx[density];
  const scroller = useRef<HTMLDivElement>(null);
  const [cursorId, setCursorId] = useState(props.openId);
  const prefetch = usePrefetch();
  useEffect(() => setCursorId(props.openId), [props.openId]);

  // The same function while the rows are the same: for a new one every place is reckoned anew, at each frame.
  const keyOf = useCallback((index: number) => rows[index]?.id ?? index, [rows]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: overscanRows,
    getItemKey: keyOf,
  });
  useEffect(() => virtual.measure(), [height, virtual]);
  const items = virtual.getVirtualItems();
  const lastSeen = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastSeen >= rows.length - fetchAheadRows) onEnd();
  }, [lastSeen, rows.length, onEnd]);

  const at = useMemo(() => rows.findIndex((row) => row.id === cursorId), [rows, cursorId]);
  // the row under the cursor has left: the one that took its place is under it
  const [place, setPlace] = useState({ view: props.view, id: cursorId, at });
  if (at !== -1 && (place.id !== cursorId || place.at !== at || place.view !== props.view))
    setPlace({ view: props.view, id: cursorId, at });
  const next = rows[Math.min(place.at, rows.length - 1)];
  if (at === -1 && place.at !== -1 && place.id === cursorId && place.view === props.view && next) setCursorId(next.id);
  const move = (step: 1 | -1): void => {
    const index = Math.min(rows.length - 1, Math.max(0, at === -1 ? 0 : at + step));
    const row = rows[index];
    if (row === undefined) return;
    setCursorId(row.id);
    // The focus goes where the keys go, so that Enter opens the row and not the link that was pressed before.
    scroller.current?.focus({ preventScroll: true });
    virtual.scrollToIndex(index);
    prefetch(row.id);
  };
  useCommand('next', () => move(1), rows.length > 0);
  useCommand('previous', () => move(-1), rows.length > 0);
  const selection = useSelection();
  // chosen in one list, nothing is chosen in another
  useEffect(() => () => select(nothingSelected), [props.view]);
  const extend = (step: 1 | -1): void => {
    if (cursorId !== undefined) toggleSelected(cursorId, true);
    const row = rows[at + step];
    if (row === undefined) return;
    move(step);
    toggleSelected(row.id, true);
  };
  const choose = (id: string): void => {
    toggleSelected(id);
    setCursorId(id);
  };
  const press = (event: MouseEvent, id: string): void => {
    if (!selection.isOn && !event.metaKey && !event.ctrlKey && !event.shiftKey) return onOpen(id);
    const to = rows.findIndex((row) => row.id === id);
    if (!event.shiftKey || at === -1) return choose(id);
    for (const row of rows.slice(Math.min(at, to), Math.max(at, to) + 1)) toggleSelected(row.id, true);
    return setCursorId(id);
  };
  useCommand('select', () => cursorId !== undefined && choose(cursorId), at !== -1);
  useCommand('selectNext', () => extend(1), at !== -1);
  useCommand('selectPrevious', () => extend(-1), at !== -1);
  useCommand('selectNone', () => select(nothingSelected), selection.isOn);
  useCommand('open', () => cursorId !== undefined && onOpen(cursorId), at !== -1);
  useCommand('showNew', props.onApply);

  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label={t('conversations')}
      aria-multiselectable={selection.isOn}
      aria-activedescendant={at === -1 ? undefined : `row-${cursorId}`}
      tabIndex={0}
      data-pane-start
      onKeyDown={(event) => event.key === 'Escape' && select(nothingSelected)}
      onScroll={(event) => event.currentTarget.scrollTop === 0 && props.onApply()}
      className="h-full overflow-y-auto outline-none"
    >
      <div role="presentation" className="relative" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            // A click goes by the row's id, never by its place (R9).
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the listbox reads the keys for its options.
            <div
              key={row.id}
              id={`row-${row.id}`}
              role="option"
              aria-selected={selection.isOn ? isSelected(selection, row.id) : row.id === props.openId}
              aria-posinset={item.index + 1}
              aria-setsize={rows.length}
              tabIndex={-1}
              className={cx(
                'group absolute inset-x-0 cursor-pointer outline-none',
                row.id === cursorId && row.id !== props.openId && underKeys,
              )}
              style={{ height, transform: `translateY(${item.start}px)` }}
              onClick={(event) => press(event.nativeEvent, row.id)}
              onPointerEnter={() => prefetch(row.id)}
            >
              <ListRow
                row={row}
                density={density}
                isCurrent={row.id === props.openId}
                isChosen={selection.isOn && isSelected(selection, row.id)}
                isChoosing={selection.isOn}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Fetches a conversation before it is opened, so that opening paints at once (R26). */
function usePrefetch(): (id: string) => void {
  const client = useQueryClient();
  return (id) => {
    void client.prefetchQuery(viewOf(getConversation, { params: { id } }));
    void client.prefetchInfiniteQuery(pagesOf(listEntries, { params: { id }, query: {} }));
  };
}
