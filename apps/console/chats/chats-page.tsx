import { useParams } from '@tanstack/react-router';
import { useState, useSyncExternalStore, type ReactElement } from 'react';
import { Button, cx, EmptyState, ErrorNote, Skeleton, useCommand, useWords } from '#platform/ui';
import type { ConversationRowView } from '../inbox/views.ts';
import { useRooms } from '../live/live.ts';
import { useMe } from '../session/use-me.ts';
import { useIsPhone } from '../shell/use-is-phone.ts';
import { useGo } from '../shell/links.tsx';
import { ChatColumn } from './chat-column.tsx';
import { ChatList } from './chat-list.tsx';
import { ChatTabs } from './chat-tabs.tsx';
import { roomsOf } from '../inbox/conversation-list.tsx';
import { useChats, useColumns } from './use-chats.ts';
import { useTaking } from './use-taking.tsx';
import { chatWords } from './words.ts';

/** Several chats at once: the list, then a column a chat; tabs where there is no room, one at a time on a phone. */
export function ChatsPage(): ReactElement {
  const t = useWords(chatWords);
  const go = useGo();
  const { id: asked } = useParams({ strict: false });
  const isPhone = useIsPhone();
  const room = useRoomForColumns();
  const { lists, limit } = useChats();
  useRooms(roomsOf(useMe()));
  const mine = lists.data?.mine ?? [];
  const columns = useColumns(
    lists.data?.mine.map((row) => row.id),
    Math.max(room, 1),
  );
  const byId = new Map<string, ConversationRowView>(mine.map((row) => [row.id, row]));
  const standing = isPhone ? undefined : firstOf(columns);
  const focusedId = asked !== undefined && byId.has(asked) ? asked : standing;
  // Asked for by name: when a chat ends, the field of the next one must not take what was meant for no field.
  const [typing, setTyping] = useState<{ readonly id: string; readonly count: number }>();
  const focus = (id: string): void => {
    go(`/inbox/chats/${id}`, isPhone ? {} : { replace: true });
    setTyping((before) => ({ id, count: (before?.count ?? 0) + 1 }));
  };
  const taking = useTaking(lists.data?.waiting ?? [], mine.length < limit, focus);
  useChatKeys(columns, focus);
  useCommand('takeChat', taking.takeNext, taking.canTake);

  if (lists.data === undefined)
    return lists.isError ? (
      <ErrorNote
        title={t('loadFailed')}
        detail={lists.error.problem.title}
        action={
          <Button size="sm" onClick={() => void lists.refetch()}>
            {t('retry')}
          </Button>
        }
      />
    ) : (
      <Skeleton rows={5} rowHeightPx={76} label={t('loading')} />
    );
  const shown = room > 1 ? columns : columns.filter((id) => id !== null && id === focusedId);
  return (
    <div
      className="grid min-h-0 flex-1 grid-cols-[232px_minmax(0,1fr)] max-phone:block"
      data-narrow-foot={isPhone ? undefined : true}
    >
      <h1 className="sr-only">{t('title')}</h1>
      <ChatList
        {...lists.data}
        limit={limit}
        focusedId={focusedId}
        isHidden={isPhone && focusedId !== undefined}
        onFocus={focus}
        taking={taking}
      />
      <section
        aria-label={t('columns')}
        data-pane="thread"
        className={cx('flex min-h-0 min-w-0 flex-col max-phone:h-full', focusedId === undefined && 'max-phone:hidden')}
      >
        {room === 1 && !isPhone && <ChatTabs ids={columns} rows={byId} focusedId={focusedId} onFocus={focus} />}
        <div className="grid min-h-0 flex-1 auto-cols-fr grid-flow-col">
          {mine.length === 0 && <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>}
          {mine.length > 0 &&
            shown.map((id, index) => {
              const row = id === null ? undefined : byId.get(id);
              // A column is its place: what stands in it is keyed by the chat, so no draft is ever another's (R15).
              return row === undefined ? (
                <FreeColumn key={`free-${index}`} />
              ) : (
                <ChatColumn
                  key={row.id}
                  row={row}
                  place={columns.indexOf(row.id) + 1}
                  isFocused={row.id === focusedId}
                  typing={row.id === typing?.id ? typing.count : 0}
                  onFocus={() => row.id !== focusedId && focus(row.id)}
                />
              );
            })}
        </div>
      </section>
    </div>
  );
}

function FreeColumn(): ReactElement {
  const t = useWords(chatWords);
  return (
    <div className="min-w-0 border-e border-line bg-surface-2">
      <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
    </div>
  );
}

function firstOf(columns: readonly (string | null)[]): string | undefined {
  return columns.find((id) => id !== null) ?? undefined;
}

/** ⌥1 to ⌥6 go to the columns; the focus stays in the field one writes in. */
function useChatKeys(columns: readonly (string | null)[], focus: (id: string) => void): void {
  const goTo = (place: number) => (): void => {
    const id = columns[place - 1];
    if (id) focus(id);
  };
  const has = (place: number): boolean => Boolean(columns[place - 1]);
  useCommand('chat1', goTo(1), has(1));
  useCommand('chat2', goTo(2), has(2));
  useCommand('chat3', goTo(3), has(3));
  useCommand('chat4', goTo(4), has(4));
  useCommand('chat5', goTo(5), has(5));
  useCommand('chat6', goTo(6), has(6));
}

const wide = '(width >= 1800px)';
const desk = '(width >= 1100px)';

/** Columns there is room for: four from 1800 px, three from 1100, else one with tabs. */
function useRoomForColumns(): number {
  const isWide = useMedia(wide);
  const isDesk = useMedia(desk);
  if (isWide) return 4;
  return isDesk ? 3 : 1;
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}
