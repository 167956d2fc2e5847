import { Outlet, useLocation } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import type { Me } from '#domains/identity/contract';
import { Search } from 'lucide-react';
import { lazy, Suspense, useEffect, useState, type ReactElement } from 'react';
import {
  ErrorNote,
  keyCaps,
  listenToKeys,
  pageBegan,
  Part,
  Rail,
  RailButton,
  holdKeys,
  useCommand,
  useKeys,
  useView,
  useWords,
} from '#platform/ui';
import { CallDesk } from '../calls/call-desk.tsx';
import type { BoxesBeside } from '../inbox/views.ts';
import { draftsBelongTo } from '../inbox/draft-db.ts';
import { goLive } from '../live/live.ts';
import { speaks, speakTo } from '../languages/languages.ts';
import { sockets } from '../sockets.ts';
import { listBoxes, readSession } from '../routes.ts';
import { type AreaId, areaOf, areas, areasOf } from './areas.tsx';
import { focusPane } from './landmarks.ts';
import { AppLink, useGo } from './links.tsx';
import { MeMenu } from './me-menu.tsx';
import { NoticeBell } from './notice-bell.tsx';
import { OfflineBar } from './offline-bar.tsx';
import { Toaster } from './toasts.tsx';
import { useIsPhone } from './use-is-phone.ts';
import { shellWords } from './words.ts';

const loadPalette = async () => ({ default: (await import('./command-palette.tsx')).CommandPalette });
const CommandPalette = lazy(loadPalette);
/** After this, in milliseconds, even a slow machine has drawn its first list. */
const palettePauseMs = 4000;
const NotifyDesk = lazy(async () => ({ default: (await import('../notify/notify-desk.tsx')).NotifyDesk }));
const SampleBar = lazy(async () => ({ default: (await import('./sample-bar.tsx')).SampleBar }));
const ShortcutSheet = lazy(async () => ({ default: (await import('./shortcut-sheet.tsx')).ShortcutSheet }));

/** Everything around the pages: the rail, the commands, the toasts, the call that may come in. */
export function Shell(): ReactElement | null {
  const t = useWords(shellWords);
  const go = useGo();
  const session = useView(readSession, {});
  const { pathname } = useLocation();
  const isStranger = session.data?.me === null;
  const home = session.data?.me?.desk.home;
  const isOutside = session.data?.me?.isOutside === true;
  useEffect(() => {
    const [, area, , id] = pathname.split('/');
    if (isStranger) go('/sign-in', { replace: true });
    // a notice or mail leads to the desk's address of a conversation: who is from outside reads it in their own list
    else if (isOutside && home !== undefined && area === 'inbox') go(id ? `${home}/${id}` : home, { replace: true });
    else if (pathname === '/' && home !== undefined)
      go(areaOf(home) === undefined || !areasOf([home.split('/')[1] ?? '']).length ? areas.inbox.href : home, {
        replace: true,
      });
  }, [isStranger, isOutside, home, pathname, go]);
  const locale = session.data?.me?.teammate.locale;
  // at a device's first visit the words of an account's language may still be on their way: nothing is drawn in another
  const [isSpoken, setSpoken] = useState(false);
  useEffect(() => {
    if (locale !== undefined) void speakTo(locale).finally(() => setSpoken(true));
  }, [locale]);
  if (session.isError) return <ErrorNote title={t('failedTitle')} detail={session.error.problem.title} />;
  const me = session.data?.me;
  return me && (isSpoken || speaks(me.teammate.locale)) ? <Desk me={me} /> : null;
}

function Desk({ me }: { readonly me: Me }): ReactElement {
  const t = useWords(shellWords);
  const client = useQueryClient();
  const go = useGo();
  const { pathname } = useLocation();
  const current = areaOf(pathname);
  const [overlay, setOverlay] = useState<'palette' | 'sheet'>();
  const isThread = /^\/inbox\/[^/]+\/[^/]+/u.test(pathname);
  const isPhone = useIsPhone();
  const paletteKeys = keyCaps(useKeys('palette')).join('');

  useEffect(() => listenToKeys(document), []);
  useEffect(pageBegan, [pathname]);
  // Not in the first load, yet there before anybody asks: the palette opens in one frame (R5).
  useEffect(() => {
    // without a connection it comes when it is asked for
    const timer = setTimeout(() => void loadPalette().catch(() => undefined), palettePauseMs);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    const open = goLive(client, sockets.live);
    return () => void open.then((close) => close());
  }, [client]);
  useCommand('palette', () => setOverlay('palette'), !me.isOutside);
  useCommand('search', () => goSearch(go), !me.isOutside);
  useCommand('sheet', () => setOverlay('sheet'));
  useCommand('nextPane', () => focusPane(1));
  useCommand('previousPane', () => focusPane(-1));
  draftsBelongTo(me.teammate.id);
  const shown = areasOf(me.desk.areas);
  useAreaCommands(shown);

  return (
    <div
      className={`grid h-dvh grid-cols-[60px_minmax(0,1fr)] overflow-hidden max-phone:grid-cols-1 max-phone:grid-rows-[minmax(0,1fr)_auto] ${isThread ? 'max-phone:[&>nav]:hidden' : ''}`}
    >
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-70 focus:m-2 focus:rounded-md focus:bg-surface focus:px-3 focus:py-2"
      >
        {t('skip')}
      </a>
      <Rail
        label={t('workspaces')}
        homeLabel={t('home')}
        items={useRailItems(shown)}
        currentId={current ?? ''}
        link={AppLink}
        foot={
          <>
            {!me.isOutside && (
              <RailButton
                label={`${t('searchAndCommands')} (${paletteKeys})`}
                icon={<Search />}
                onPress={() => (isPhone ? go('/search') : setOverlay('palette'))}
                phoneLabel={t('searchShort')}
              />
            )}
            <NoticeBell teammateId={me.teammate.id} />
            <MeMenu me={me} />
          </>
        }
      />
      <main id="content" className="isolate flex min-h-0 min-w-0 flex-col bg-canvas">
        <OfflineBar />
        <Suspense fallback={null}>
          {me.workspace.sampleOf !== null && <SampleBar me={me} />}
          <NotifyDesk />
        </Suspense>
        <CallDesk />
        <Outlet />
      </main>
      <Toaster />
      <Part isAsked>
        {overlay === 'palette' && <CommandPalette onClose={() => setOverlay(undefined)} />}
        {overlay === 'sheet' && <ShortcutSheet open onClose={() => setOverlay(undefined)} />}
      </Part>
    </div>
  );
}

/** The search's code may be on its way: what is typed meanwhile is what is looked for, and no command of the old page. */
function goSearch(go: (path: string) => void): void {
  const letGo = holdKeys(document);
  void import('../search/search-page.tsx').then(letGo, letGo);
  go('/search');
}

/** So many areas stand beside each other on a phone, with nothing left out. */
const fewAreas = 4;

function useRailItems(ids: readonly AreaId[]) {
  const t = useWords(shellWords);
  const boxes = useView(listBoxes, {}, { enabled: ids.includes('inbox') });
  const waiting = (boxes.data as { readonly beside?: BoxesBeside } | undefined)?.beside?.waiting;
  const short: Partial<Record<AreaId, string>> = {
    inbox: t('inbox'),
    calls: t('calls'),
    schedule: t('shiftsShort'),
    career: t('careerShort'),
    shared: t('sharedShort'),
  };
  // who is from outside has so few areas that the bar holds them all
  const areAllThere = ids.length <= fewAreas;
  return ids.map((id) => ({
    id,
    label: t(id),
    phoneLabel: short[id] ?? (areAllThere ? t(id) : undefined),
    href: areas[id].href,
    icon: areas[id].icon,
    count: id === 'inbox' ? (waiting ?? undefined) : undefined,
  }));
}

/** `G` and a letter for each area of the desk. What a desk does not show, its keys do not reach. */
function useAreaCommands(ids: readonly AreaId[]): void {
  const go = useGo();
  const has = (id: AreaId): boolean => ids.includes(id);
  useCommand('goInbox', () => go(areas.inbox.href), has('inbox'));
  useCommand('goCustomers', () => go(areas.customers.href), has('customers'));
  useCommand('goInsights', () => go(areas.insights.href), has('insights'));
  useCommand('goLive', () => go(areas.live.href), has('live'));
  useCommand('goCareer', () => go(areas.career.href), has('career'));
  useCommand('goHiring', () => go(areas.hiring.href), has('hiring'));
  useCommand('goChats', () => go('/inbox/chats'), has('inbox'));
  useCommand('goTasks', () => go('/tasks'), has('inbox'));
  useCommand('goImprovements', () => go('/improvements'), has('inbox'));
  useCommand('goSettings', () => go(areas.settings.href));
}
