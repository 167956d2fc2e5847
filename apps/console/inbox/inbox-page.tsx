import { useParams } from '@tanstack/react-router';
import { type CSSProperties, lazy, useEffect, useState, type ReactElement } from 'react';
import { sockets } from '../sockets.ts';
import { cx, EmptyState, useWords, Part } from '#platform/ui';
import { ConversationList } from './conversation-list.tsx';
import { ListActionsContext, newListActions } from './list-actions.ts';
import { PanelEdge, usePanelWidth } from './panel-edge.tsx';
import { Queues } from './queues.tsx';
import { inboxWords } from './words.ts';

const ComposeDialog = lazy(async () => ({ default: (await import('./compose-dialog.tsx')).ComposeDialog }));
const CustomerPanel = lazy(async () => ({ default: (await import('./customer-panel.tsx')).CustomerPanel }));
const loadThread = async () => ({ default: (await import('./thread.tsx')).Thread });
const Thread = lazy(loadThread);
const panelKey = 'rapport.panel';
/** Milliseconds after which the parts of a conversation come, where none is open yet: the list is drawn first. */
const threadPauseMs = 1000;

// Whoever comes by the address of one conversation does not wait for the list first.
if (/^\/inbox\/(?!chats)[^/]+\/./u.test(location.pathname)) void loadThread().catch(() => undefined);

/** Queues, list, thread, panel: four panes on a desk, one at a time on a phone, each with its own address. */
export function InboxPage(): ReactElement {
  const t = useWords(inboxWords);
  const { view = 'my-work', id, pane } = useParams({ strict: false });
  const [actions] = useState(newListActions);
  // Open for one list only: choosing another closes the column that covers the list on a narrow screen.
  const [viewsOpenAt, setViewsOpenAt] = useState<string>();
  const showViews = viewsOpenAt === view;
  const [showPanel, setShowPanel] = useState(() => localStorage.getItem(panelKey) !== 'hidden');
  const [isComposing, setComposing] = useState(false);
  const [panelPx, setPanelPx] = usePanelWidth();
  const isPanelPage = pane === 'customer';

  const togglePanel = (): void => {
    localStorage.setItem(panelKey, showPanel ? 'hidden' : 'shown');
    setShowPanel(!showPanel);
  };
  useEffect(() => {
    // after the list has been asked for, which comes first; what cannot be fetched now is asked for again when it is needed
    const timer = setTimeout(() => {
      for (const prepare of [loadThread, ...sockets.thread.map((piece) => piece.prepare)])
        void prepare?.().catch(() => undefined);
    }, threadPauseMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <ListActionsContext.Provider value={actions}>
      <div
        style={{ '--panel': `${panelPx}px` } as CSSProperties}
        className={cx(
          'relative grid min-h-0 flex-1 max-phone:block',
          showPanel && id !== undefined
            ? 'grid-cols-[196px_332px_minmax(0,1fr)_var(--panel)]'
            : 'grid-cols-[196px_332px_minmax(0,1fr)]',
          'max-full:grid-cols-[196px_332px_minmax(0,1fr)] max-wide:grid-cols-[332px_minmax(0,1fr)]',
        )}
      >
        <h1 className="sr-only">{t('title')}</h1>
        <nav
          aria-label={t('views')}
          data-pane="queues"
          className={cx(
            'flex min-h-0 flex-col gap-3.5 overflow-y-auto border-e border-line bg-surface-2 px-2 py-3',
            showViews
              ? 'max-wide:absolute max-wide:inset-y-0 max-wide:start-0 max-wide:z-20 max-wide:w-64 max-wide:shadow-3'
              : 'max-wide:hidden',
          )}
        >
          <Queues current={view} onCompose={() => setComposing(true)} />
        </nav>
        <section
          aria-label={t('conversations')}
          data-pane="list"
          className={cx(
            'flex min-h-0 min-w-0 flex-col border-e border-line bg-surface max-phone:h-full max-phone:border-0',
            id !== undefined && 'max-phone:hidden',
          )}
        >
          <ConversationList view={view} openId={id} onShowViews={() => setViewsOpenAt(showViews ? undefined : view)} />
        </section>
        <section
          aria-label={t('conversation')}
          data-pane="thread"
          className={cx(
            'isolate flex min-h-0 min-w-0 flex-col bg-surface max-phone:h-full',
            (id === undefined || isPanelPage) && 'max-phone:hidden',
          )}
        >
          {id === undefined ? (
            <EmptyState title={t('chooseTitle')}>{t('chooseHint')}</EmptyState>
          ) : (
            <Part>
              <Thread key={id} view={view} id={id} onTogglePanel={togglePanel} />
            </Part>
          )}
        </section>
        {id !== undefined && (showPanel || isPanelPage) && (
          <aside
            aria-label={t('customer')}
            data-pane="panel"
            className={cx(
              'relative flex min-h-0 flex-col border-s border-line bg-surface-2',
              'max-full:absolute max-full:inset-y-0 max-full:end-0 max-full:z-10 max-full:w-[var(--panel)] max-full:shadow-3',
              'max-phone:static max-phone:h-full max-phone:w-full max-phone:border-0 max-phone:shadow-none',
              !isPanelPage && 'max-phone:hidden',
            )}
          >
            <PanelEdge label={t('panelWidth')} widthPx={panelPx} onWidth={setPanelPx} />
            <div className="min-h-0 flex-1 overflow-y-auto">
              <Part>
                <CustomerPanel id={id} view={view} />
              </Part>
            </div>
          </aside>
        )}
      </div>
      {isComposing && (
        <Part isAsked>
          <ComposeDialog onClose={() => setComposing(false)} />
        </Part>
      )}
    </ListActionsContext.Provider>
  );
}
