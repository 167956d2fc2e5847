import { useLayoutEffect, useRef, type ReactElement } from 'react';
import { Button, ChatBubble, cx, dateOf, NoteCard, SpineRule, timeOf, usePages, useView, useWords } from '#platform/ui';
import { DeliveryLine } from '../inbox/delivery-line.tsx';
import { Files } from '../inbox/files.tsx';
import type { ConversationView, EntryView } from '../inbox/views.ts';
import { inboxWords } from '../inbox/words.ts';
import { getConversation, listEntries } from '../routes.ts';

/** Nearer than this to the end counts as reading the newest. */
const nearEndPx = 80;

/** What was said, newest at the foot; the customer left, our side right. */
export function ChatFeed(props: { readonly id: string; readonly name: string }): ReactElement {
  const t = useWords(inboxWords);
  const conversation: ConversationView | undefined = useView(getConversation, { params: { id: props.id } }).data;
  const pages = usePages(listEntries, { params: { id: props.id }, query: {} });
  const entries: readonly EntryView[] = pages.data?.pages.toReversed().flatMap((page) => page.rows) ?? [];
  const scroller = useNewestInView(entries.at(-1)?.id);
  const first = entries[0];
  return (
    <div ref={scroller} className="isolate flex min-h-0 flex-1 flex-col gap-2 overflow-y-auto px-4 pt-3">
      <span className="flex-1" />
      {pages.hasNextPage && (
        <Button look="ghost" size="sm" className="self-center" onClick={() => void pages.fetchNextPage()}>
          {t('older')}
        </Button>
      )}
      {first && (
        <SpineRule>
          {dateOf(first.occurredAt, true)} {timeOf(first.occurredAt)}
        </SpineRule>
      )}
      <div role="feed" aria-label={t('feed')} aria-busy={pages.isFetching} className="flex flex-col gap-2">
        {entries.map((entry, index) => (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- an article of a feed takes the focus.
          <article
            key={entry.id}
            tabIndex={-1}
            aria-label={entry.author.name}
            aria-posinset={index + 1}
            aria-setsize={entries.length}
            className={cx('spine-chat', entry.kind !== 'in' && 'flex flex-col items-end')}
          >
            <Said entry={entry} />
            <Files files={entry.files} />
            {conversation && <DeliveryLine conversation={conversation} entry={entry} />}
          </article>
        ))}
      </div>
    </div>
  );
}

function Said({ entry }: { readonly entry: EntryView }): ReactElement {
  if (entry.kind === 'system') return <SpineRule>{entry.text}</SpineRule>;
  if (entry.kind === 'note')
    return (
      <NoteCard name={entry.author.name} when={timeOf(entry.occurredAt)}>
        {entry.text}
      </NoteCard>
    );
  return (
    <ChatBubble side={entry.kind === 'in' ? 'customer' : 'ours'} said={entry.author.name}>
      {entry.text}
      <time className="block text-2xs text-text-3" dateTime={entry.occurredAt}>
        {timeOf(entry.occurredAt)}
      </time>
    </ChatBubble>
  );
}

/** Starts at the newest and follows it while it is being read. */
function useNewestInView(newestId: string | undefined) {
  const scroller = useRef<HTMLDivElement>(null);
  const fromEnd = useRef(0);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (newestId !== undefined && box !== null && fromEnd.current < nearEndPx) box.scrollTop = box.scrollHeight;
  }, [newestId]);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box === null) return undefined;
    const onScroll = (): void => {
      fromEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight;
    };
    box.addEventListener('scroll', onScroll, { passive: true });
    const watcher = new ResizeObserver(() => {
      if (fromEnd.current < nearEndPx) box.scrollTop = box.scrollHeight;
    });
    watcher.observe(box);
    return () => {
      box.removeEventListener('scroll', onScroll);
      watcher.disconnect();
    };
  }, []);
  return scroller;
}
