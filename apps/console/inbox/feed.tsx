import { useLayoutEffect, useRef, type KeyboardEvent, type ReactElement, type RefObject } from 'react';
import { Button, dateOf, ErrorNote, Skeleton, SpineRule, timeOf, usePages, useWords } from '#platform/ui';
import { ChatRun, EntryEvent } from './entry-event.tsx';
import { groupEntries, type SpineBlock } from './group-entries.ts';
import { listEntries } from '../routes.ts';
import { leaveFeed } from './leave-field.ts';
import type { ConversationView, EntryView } from './views.ts';
import { inboxWords } from './words.ts';

/** Older entries are fetched when less than this is left above. */
const fetchAbovePx = 300;
/** Nearer than this to the end counts as reading the newest, so that new ones scroll into view. */
const nearEndPx = 80;

/** The spine: everything that happened, newest at the foot, older ones fetched on the way up with the place kept (R23, R25). */
export function Feed({ conversation }: { readonly conversation: ConversationView }): ReactElement {
  const t = useWords(inboxWords);
  const pages = usePages(listEntries, { params: { id: conversation.id }, query: {} });
  const entries: readonly EntryView[] = pages.data?.pages.toReversed().flatMap((page) => page.rows) ?? [];
  const blocks = groupEntries(entries, pages.isSuccess && !pages.hasNextPage);
  const articles: readonly SpineBlock[] = blocks.filter((block) => block.kind === 'one' || block.kind === 'chat');
  const scroller = useKeptPlace(entries[0]?.id, entries.at(-1)?.id);
  const standing = useStanding(scroller);

  const onScroll = (): void => {
    const box = scroller.current;
    if (box !== null && box.scrollTop < fetchAbovePx && pages.hasNextPage && !pages.isFetchingNextPage)
      void pages.fetchNextPage();
  };
  return (
    <div
      ref={scroller}
      onScroll={onScroll}
      className="isolate flex min-h-0 flex-1 flex-col overflow-y-auto px-[18px] pt-1 max-phone:px-3.5"
    >
      <span className="flex-1" />
      {pages.isError && entries.length === 0 && (
        <ErrorNote title={t('loadFailed')} detail={pages.error.problem.title} />
      )}
      {pages.isPending && <Skeleton rows={3} rowHeightPx={96} label={t('loading')} />}
      {pages.hasNextPage && (
        <div className="py-2 text-center">
          <Button look="ghost" size="sm" onClick={() => void pages.fetchNextPage()}>
            {t('older')}
          </Button>
        </div>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a feed reads PageUp and PageDown for its articles. */}
      <div role="feed" aria-label={t('feed')} aria-busy={pages.isFetching} onKeyDown={pageThrough} {...standing}>
        {blocks.map((block) => (
          <Block
            key={block.key}
            block={block}
            conversation={conversation}
            position={articles.indexOf(block) + 1}
            total={articles.length}
          />
        ))}
      </div>
    </div>
  );
}

function Block(props: {
  readonly block: SpineBlock;
  readonly conversation: ConversationView;
  readonly position: number;
  readonly total: number;
}): ReactElement {
  const t = useWords(inboxWords);
  const { block } = props;
  if (block.kind === 'start') {
    return (
      <SpineRule>
        {dateOf(block.at, true)}, {timeOf(block.at)}
      </SpineRule>
    );
  }
  if (block.kind === 'gap') return <SpineRule>{t('later', { count: block.days })}</SpineRule>;
  if (block.kind === 'chat') return <ChatRun {...props} entries={block.entries} />;
  return <EntryEvent {...props} entry={block.entry} />;
}

/** PageUp and PageDown go from event to event, as a feed should. */
function pageThrough(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'PageDown' && event.key !== 'PageUp') return;
  const articles = [...event.currentTarget.querySelectorAll<HTMLElement>('article')];
  const at = articles.findIndex((article) => article.contains(document.activeElement));
  const next = articles[at + (event.key === 'PageDown' ? 1 : -1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

/**
 * Whoever stands on an event that goes (a reply taken back) stands on the newest then; and on the list when the whole
 * conversation goes, as it does for a call that is answered. Never on the page's body (R6).
 */
function useStanding(scroller: RefObject<HTMLElement | null>) {
  const isHere = useRef(false);
  useLayoutEffect(() => {
    if (isHere.current && document.activeElement === document.body)
      [...(scroller.current?.querySelectorAll('article') ?? [])].at(-1)?.focus({ preventScroll: true });
  });
  useLayoutEffect(() => leaveFeed, []);
  return {
    onFocus: (): void => void (isHere.current = true),
    onBlur: (): void => void (isHere.current = false),
  };
}

/** Starts at the newest; keeps what is read in its place when older ones come above; follows new ones only at the end. */
function useKeptPlace(oldestId: string | undefined, newestId: string | undefined) {
  const scroller = useRef<HTMLDivElement>(null);
  const before = useRef({ height: 0, top: 0, fromEnd: 0, oldestId, newestId });
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box === null) return undefined;
    const last = before.current;
    const isFirst = last.height === 0 || last.newestId === undefined;
    const wasAtEnd = last.fromEnd < nearEndPx;
    if (isFirst || (newestId !== last.newestId && wasAtEnd)) box.scrollTop = box.scrollHeight;
    // from where it was, not from where it is: a browser that holds the place by itself has moved it already
    else if (oldestId !== last.oldestId) box.scrollTop = last.top + box.scrollHeight - last.height;
    const remember = (): void => {
      const { fromEnd, height, top } = before.current;
      // A picture came between our going to the end and being told of it: nobody went up, so the end is still theirs.
      if (fromEnd < nearEndPx && box.scrollHeight > height && box.scrollTop >= top) box.scrollTop = box.scrollHeight;
      before.current = {
        height: box.scrollHeight,
        top: box.scrollTop,
        fromEnd: box.scrollHeight - box.scrollTop - box.clientHeight,
        oldestId,
        newestId,
      };
    };
    remember();
    box.addEventListener('scroll', remember, { passive: true });
    return () => box.removeEventListener('scroll', remember);
  }, [oldestId, newestId]);
  // The composer grows and shrinks below: whoever reads the newest goes on reading the newest.
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box === null) return undefined;
    const watcher = new ResizeObserver(() => {
      if (before.current.fromEnd < nearEndPx) box.scrollTop = box.scrollHeight;
    });
    watcher.observe(box);
    // A mail in its frame takes its height a moment later.
    for (const child of box.children) watcher.observe(child);
    return () => watcher.disconnect();
  }, []);
  return scroller;
}
