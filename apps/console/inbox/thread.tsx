import { useQueryClient } from '@tanstack/react-query';
import { lazy, useEffect, useState, type ReactElement } from 'react';
import {
  Button,
  type ComposerMode,
  ErrorNote,
  PromiseStrip,
  Skeleton,
  spanOf,
  useAct,
  useCommand,
  useNow,
  useView,
  useWords,
  Part,
  firstNameOf,
} from '#platform/ui';
import { showRead } from '../live/apply.ts';
import { usePresenceIn, useRooms } from '../live/live.ts';
import { useInView } from '../notify/in-view.ts';
import { getConversation, markRead } from '../routes.ts';
import { useGo } from '../shell/links.tsx';
import { sockets } from '../sockets.ts';
import { AboveField } from './above-field.tsx';
import { Composer } from './composer-pane.tsx';
import { Feed } from './feed.tsx';
import { placeOf } from './place-of.ts';
import { neighbourOf, useListActions } from './list-actions.ts';
import { TheirClock } from './their-clock.tsx';
import { ThreadHeader } from './thread-header.tsx';
import { useIsWriting } from './use-draft.ts';
import { Writers } from './writers.tsx';
import type { ConversationView } from './views.ts';
import { inboxWords } from './words.ts';

const ColleagueDrafts = lazy(async () => ({ default: (await import('./colleague-drafts.tsx')).ColleagueDrafts }));

/** Milliseconds of looking after which a conversation counts as read (R10). */
const readAfterMs = 1200;
/** The mode each conversation was left in: it never changes by itself, nor from one to another (R15, R16). */
const modes = new Map<string, ComposerMode>();

/** The conversation: header, promise, spine, composer. Mounted anew for each, so nothing is carried over. */
export function Thread(props: {
  readonly view: string;
  readonly id: string;
  readonly onTogglePanel: () => void;
}): ReactElement {
  const t = useWords(inboxWords);
  const loaded = useView(getConversation, { params: { id: props.id } });
  useRooms([`conversation:${props.id}`]);
  usePresenceIn(`conversation:${props.id}`, useIsWriting(props.id) ? 'writing' : 'viewing');
  useInView(props.id);
  useRead(props.id, loaded.data?.version);
  if (loaded.data === undefined) {
    if (!loaded.isError) return <Skeleton rows={5} rowHeightPx={96} label={t('loading')} />;
    return (
      <ErrorNote
        title={t('loadFailed')}
        detail={loaded.error.problem.title}
        action={
          <Button size="sm" onClick={() => void loaded.refetch()}>
            {t('retry')}
          </Button>
        }
      />
    );
  }
  return <Opened {...props} conversation={loaded.data} />;
}

function Opened(props: {
  readonly view: string;
  readonly conversation: ConversationView;
  readonly onTogglePanel: () => void;
}): ReactElement {
  const { conversation } = props;
  const go = useGo();
  const { list } = useListActions();
  const [mode, setMode] = useState<ComposerMode>(modes.get(conversation.id) ?? firstMode(conversation));
  const [focusCount, setFocusCount] = useState(0);
  const write = (next: ComposerMode): void => {
    modes.set(conversation.id, next);
    setMode(next);
    setFocusCount((count) => count + 1);
  };
  const goTo = (step: 1 | -1): void => {
    const id = neighbourOf(list().ids, conversation.id, step);
    if (id !== undefined) go(`/inbox/${props.view}/${id}`, { replace: true });
  };
  useCommand('reply', () => write('reply'));
  useCommand('note', () => write('note'));
  useCommand('switchMode', () => write(mode === 'reply' ? 'note' : 'reply'));
  useCommand('nextConversation', () => goTo(1));
  useCommand('previousConversation', () => goTo(-1));
  useCommand('panel', props.onTogglePanel);

  return (
    <>
      <ThreadHeader conversation={conversation} view={props.view} />
      <PromiseLine conversation={conversation} />
      {sockets.thread.map(({ id, component: Piece }) => (
        <Part key={id}>
          <Piece {...placeOf(conversation, props.view)} />
        </Part>
      ))}
      <TheirClock customer={conversation.customer}>
        <Feed conversation={conversation} />
      </TheirClock>
      <AboveField conversationId={conversation.id} channel={conversation.lastChannel} />
      <Writers conversationId={conversation.id} />
      <Part>
        <ColleagueDrafts conversationId={conversation.id} />
      </Part>
      {/* Keyed by conversation and kind: the field never shows what belongs to another (R15). */}
      <Composer
        key={`${conversation.id}-${mode}`}
        view={props.view}
        conversation={conversation}
        mode={mode}
        onMode={write}
        focusCount={focusCount}
      />
    </>
  );
}

/** A reply, where there is a line to answer on; otherwise only a note can be written. */
function firstMode(conversation: ConversationView): ComposerMode {
  return conversation.replyLines.length > 0 ? 'reply' : 'note';
}

function PromiseLine({ conversation }: { readonly conversation: ConversationView }): ReactElement | null {
  const t = useWords(inboxWords);
  const now = useNow();
  const promise = conversation.promises.find((one) => one.keptAt === null);
  if (promise === undefined) return null;
  const dueMs = Date.parse(promise.dueAt);
  const madeMs = Date.parse(promise.madeAt);
  const time = spanOf(dueMs - now);
  return (
    <PromiseStrip
      title={t('promiseTo', { name: firstNameOf(conversation.customer.name) })}
      text={promise.words}
      left={dueMs < now ? t('late', { time }) : t('left', { time })}
      spentShare={Math.min(1, Math.max(0, (now - madeMs) / Math.max(1, dueMs - madeMs)))}
    />
  );
}

/** Reading is personal, needs a look of 1.2 s, and only counts while the tab is visible (R10). */
function useRead(id: string, version: number | undefined): void {
  const client = useQueryClient();
  const { mutate } = useAct(markRead);
  useEffect(() => {
    if (version === undefined) return undefined;
    const read = (): void =>
      mutate({ params: { id }, body: { version } }, { onSuccess: () => showRead(client, id, false) });
    let timer: ReturnType<typeof setTimeout> | undefined;
    // whoever comes back to the tab looks anew
    const look = (): void => {
      clearTimeout(timer);
      if (document.visibilityState === 'visible') timer = setTimeout(read, readAfterMs);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [id, version, mutate, client]);
}
