import { useLocation, useRouter } from '@tanstack/react-router';
import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useDeferredValue, useEffect, useRef, useState } from 'react';
import {
  Button,
  EmptyState,
  ErrorNote,
  Kbd,
  Skeleton,
  useCommand,
  useKeys,
  usePages,
  useRested,
  useWords,
} from '#platform/ui';
import { searchConversations } from '../routes.ts';
import { useMe } from '../session/use-me.ts';
import { FilterChips } from './filter-chips.tsx';
import { HitRow } from './hit-row.tsx';
import { rememberSearch } from './recent.ts';
import { SearchHelp } from './search-help.tsx';
import { searchWords } from './words.ts';

const hitHeightPx = 92;
/** After the last key, before the server is asked. */
const restMs = 160;

/** Search over all history: one field, what was found below it, newest first. What is asked stands in the address. */
export function SearchPage(): ReactElement {
  const t = useWords(searchWords);
  const me = useMe();
  const [text, setText] = useAsked();
  const trimmed = useDeferredValue(text.trim());
  const rested = useRested(trimmed, restMs);
  const asked = trimmed === '' ? '' : rested;
  const first = useFirstHit(text.trim(), asked);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  useCommand('search', () => field.current?.select());
  useCommand('next', () => step(listNow(), 1));
  useCommand('previous', () => step(listNow(), -1) || field.current?.focus());
  const keep = (): void => rememberSearch(me?.teammate.id ?? '', text);
  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      step(listNow(), 1);
    }
    if (event.key === 'Enter') {
      keep();
      first.open();
    }
    if (event.key === 'Escape' && text !== '') setText('');
  };
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <h1 className="sr-only">{t('title')}</h1>
      <search className="flex-none border-b border-line bg-surface px-4 pt-4 pb-3">
        <div className="mx-auto flex max-w-3xl flex-col gap-2.5">
          <label className="flex h-11 items-center gap-2.5 rounded-[9px] border border-line-control bg-surface px-3 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus">
            <Search className="size-[18px] flex-none text-text-3" aria-hidden="true" />
            <span className="sr-only">{t('field')}</span>
            <input
              ref={field}
              data-typed-ahead
              type="text"
              inputMode="search"
              enterKeyHint="search"
              dir="auto"
              value={text}
              maxLength={400}
              placeholder={t('placeholder')}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={onKey}
              className="min-w-0 flex-1 bg-transparent text-md outline-none placeholder:text-text-3"
            />
            {text !== '' && (
              <Button
                look="ghost"
                size="sm"
                square
                aria-label={t('clear')}
                onClick={() => {
                  setText('');
                  field.current?.focus();
                }}
              >
                <X className="size-4" />
              </Button>
            )}
          </label>
          <FilterChips text={text} onText={setText} />
        </div>
      </search>
      <div className="min-h-0 flex-1 scroll-p-4 overflow-y-auto" data-pane="list">
        <div className="mx-auto max-w-3xl px-4 py-3">
          {asked === '' ? (
            <SearchHelp teammateId={me?.teammate.id ?? ''} onChoose={setText} />
          ) : (
            <Results key={asked} asked={asked} onOpen={keep} first={first} />
          )}
        </div>
      </div>
      <Hints />
    </div>
  );
}

const listId = 'found-conversations';

interface FirstHit {
  /** Opens it, now or as soon as it is known. */
  open(): void;
  /** Whether it is to be opened once these words are answered. */
  readonly isAwaited: boolean;
  /** They were answered. */
  settle(): void;
}

/** The first of what the field asks for now: never of what was found for the words before, also where one types fast. */
function useFirstHit(typed: string, asked: string): FirstHit {
  const [wanted, setWanted] = useState<string>();
  return {
    isAwaited: wanted === typed && wanted === asked,
    open: () => {
      const link = typed === asked ? listNow()?.querySelector('a') : null;
      if (link) link.click();
      else setWanted(typed);
    },
    settle: () => setWanted(undefined),
  };
}

function listNow(): HTMLElement | null {
  return document.getElementById(listId);
}

/** What is asked stands in the address: a search can be shared, and going back comes back to it. */
function useAsked(): readonly [string, (text: string) => void] {
  const { pathname, searchStr } = useLocation();
  const { history } = useRouter();
  const [text, setText] = useState(() => new URLSearchParams(searchStr).get('q') ?? '');
  const ask = (next: string): void => {
    setText(next);
    history.replace(next === '' ? pathname : `${pathname}?${new URLSearchParams({ q: next })}`);
  };
  return [text, ask];
}

/** Moves the focus along what was found; false where there is nothing further. */
function step(list: HTMLElement | null, by: number): boolean {
  const links = [...(list?.querySelectorAll('a') ?? [])];
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  const next = links[at === -1 ? 0 : at + by];
  next?.focus();
  return next !== undefined;
}

function Results(props: {
  readonly asked: string;
  readonly onOpen: () => void;
  readonly first: FirstHit;
}): ReactElement {
  const t = useWords(searchWords);
  const pages = usePages(searchConversations, { query: { q: props.asked } });
  const first = pages.data?.pages[0];
  useOpened(props.first, first !== undefined);
  const hits = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const [unmet] = first?.unmet ?? [];
  if (pages.error)
    return (
      <ErrorNote
        title={t('failed')}
        detail={pages.error.problem.help ?? pages.error.problem.title}
        action={
          <Button size="sm" onClick={() => void pages.refetch()}>
            {t('retry')}
          </Button>
        }
      />
    );
  if (first === undefined) return <Skeleton rows={6} rowHeightPx={hitHeightPx} label={t('looking')} />;
  return (
    <>
      <p role="status" className="px-1 pb-2 text-xs text-text-3">
        {hits.length > 0 && <bdi>{t(pages.hasNextPage ? 'foundMore' : 'found', { count: hits.length })}</bdi>}
        {first.near.length > 0 && (
          <span className="ms-2 text-text-2">{t('near', { words: first.near.join(', ') })}</span>
        )}
        {first.unknown.map((operator) => (
          <span key={operator} className="ms-2 text-accent-text">
            {t('unknown', { operator })}
          </span>
        ))}
      </p>
      {unmet && <EmptyState title={t('unmet', unmet)}>{t('unmetHint')}</EmptyState>}
      {!unmet && hits.length === 0 && <EmptyState title={t('none', { text: props.asked })}>{t('noneHint')}</EmptyState>}
      <ul id={listId} aria-label={t('results')} className="flex flex-col gap-2">
        {hits.map((hit) => (
          <HitRow key={hit.conversation.id} hit={hit} onOpen={props.onOpen} />
        ))}
      </ul>
      {pages.hasNextPage && (
        <div className="py-3">
          <Button disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  );
}

/** Opens the first hit that somebody waits for, when there is an answer; where nothing was found, nobody waits any longer. */
function useOpened({ isAwaited, settle }: FirstHit, isAnswered: boolean): void {
  useEffect(() => {
    if (!isAwaited || !isAnswered) return;
    settle();
    listNow()?.querySelector('a')?.click();
  });
}

function Hints(): ReactElement {
  const t = useWords(searchWords);
  return (
    <div
      className="flex h-[35px] flex-none items-center gap-2.5 border-t border-line bg-surface px-4 text-xs text-text-3 max-phone:hidden"
      aria-hidden="true"
    >
      <span className="flex items-center gap-1">
        <Kbd keys={useKeys('next')} />
        <Kbd keys={useKeys('previous')} /> {t('hintMove')}
      </span>
      <span className="flex items-center gap-1">
        <Kbd keys="enter" /> {t('hintOpen')}
      </span>
    </div>
  );
}
