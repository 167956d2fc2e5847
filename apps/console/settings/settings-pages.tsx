import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, type ComponentType, type ReactElement, useEffect, useRef, useState } from 'react';
import { Button, cx, EmptyState, useWords } from '#platform/ui';
import { useMe } from '../session/use-me.ts';
import { AppLink } from '../shell/links.tsx';
import { sockets } from '../sockets.ts';
import { KeyboardPage } from './keyboard-page.tsx';
import { LookPage } from './look-page.tsx';
import { NotifyPage } from './notify-page.tsx';
import { areaSightWords } from './area-sight-words.ts';
import { settingsWords } from './words.ts';

const AreaSight = lazy(async () => ({ default: (await import('./area-sight.tsx')).AreaSight }));

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly group: 'mine' | 'reach' | 'answer' | 'people' | 'trust';
  readonly component: ComponentType<{ readonly rest: string }>;
  readonly isBare?: boolean;
  readonly isForAll?: boolean;
  readonly wholeAt?: RegExp;
}
const groups = ['mine', 'reach', 'answer', 'people', 'trust'] as const;

/** Settings: my own first, then those the domains bring, in four groups. */
export function SettingsPages(): ReactElement {
  const t = useWords(settingsWords);
  const { page = 'look', _splat: rest = '' } = useParams({ strict: false });
  const isOutside = useMe()?.isOutside === true;
  const all: readonly Entry[] = [
    { id: 'look', title: t('look'), group: 'mine', component: LookPage, isForAll: true },
    { id: 'keyboard', title: t('keyboard'), group: 'mine', component: KeyboardPage, isForAll: true },
    { id: 'notifications', title: t('notifications'), group: 'mine', component: NotifyPage },
    ...sockets.settingsPages,
  ];
  const entries = isOutside ? all.filter((entry) => entry.isForAll) : all;
  const nav = useRef<HTMLElement>(null);
  // on a phone the entries stand in a strip: the one that is open is moved into view
  useEffect(() => {
    if (page !== '')
      nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [page]);
  const current = entries.find((entry) => entry.id === page);
  const Page = current?.component;
  const isWhole = current?.wholeAt?.test(rest) === true;
  return (
    <div
      className={cx(
        'grid min-h-0 flex-1',
        !isWhole && 'grid-cols-[220px_minmax(0,1fr)] max-phone:grid-cols-1 max-phone:grid-rows-[auto_minmax(0,1fr)]',
      )}
    >
      <nav
        ref={nav}
        aria-label={t('title')}
        data-pane="queues"
        hidden={isWhole}
        className="flex min-h-0 flex-col gap-3.5 overflow-y-auto border-e border-line bg-surface-2 px-2 py-3 max-phone:flex-row max-phone:gap-0 max-phone:overflow-x-auto max-phone:py-1.5 max-phone:border-e-0 max-phone:border-b [[hidden]]:hidden"
      >
        <h2 className="px-2 max-phone:hidden">{t('title')}</h2>
        {groups.map((group) => {
          const inGroup = entries.filter((entry) => entry.group === group);
          if (inGroup.length === 0) return null;
          return (
            <div key={group}>
              <h3 className="px-2 pb-1 text-xs font-semibold text-text-3 max-phone:hidden">{t(group)}</h3>
              <ul className="flex flex-col gap-px max-phone:flex-row">
                {inGroup.map((entry) => (
                  <li key={entry.id}>
                    <AppLink
                      href={`/settings/${entry.id}`}
                      label={entry.title}
                      current={entry.id === page}
                      className={cx(
                        'flex h-[30px] items-center rounded-md px-2 max-phone:h-10 max-phone:px-3 max-phone:whitespace-nowrap',
                        entry.id === page ? 'bg-selected font-semibold' : 'text-text-2 hover:bg-surface-3',
                      )}
                    >
                      {entry.title}
                    </AppLink>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
        {current !== undefined && current.group !== 'mine' && <WhoOpens key={current.id} area={current} />}
      </nav>
      <section
        aria-label={current?.title ?? t('title')}
        data-pane="thread"
        className={cx(
          'min-h-0 min-w-0',
          current?.isBare ? 'flex' : 'overflow-y-auto bg-surface px-8 py-6 max-phone:px-4',
        )}
      >
        <Suspense fallback={null}>
          {Page === undefined && <EmptyState title={t('none')} />}
          {Page !== undefined && (current?.isBare ? <Page rest={rest} /> : <Column page={<Page rest={rest} />} />)}
        </Suspense>
      </section>
    </div>
  );
}

/** Asks who opens the page that is open, for whoever gives roles. */
function WhoOpens({ area }: { readonly area: Entry }): ReactElement | null {
  const t = useWords(areaSightWords);
  const mayAsk = useMe()?.permissions['roles.configure'] === 'all';
  const [isOpen, setOpen] = useState(false);
  if (!mayAsk) return null;
  return (
    <>
      <Button look="ghost" size="sm" className="self-start max-phone:h-10" onClick={() => setOpen(true)}>
        {t('ask')}
      </Button>
      <Suspense fallback={null}>
        {isOpen && <AreaSight area={area.id} title={area.title} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  );
}

/** All pages of settings are equally wide: from one to the next nothing jumps. */
function Column({ page }: { readonly page: ReactElement }): ReactElement {
  return <div className="max-w-[820px]">{page}</div>;
}
