import { createRootRoute, createRoute, createRouter, Outlet, redirect } from '@tanstack/react-router';
import { lazy, Suspense, type ReactElement } from 'react';
import { InboxPage } from './inbox/inbox-page.tsx';
import { AreaPage } from './shell/area-page.tsx';
import { Shell } from './shell/shell.tsx';

const SignInPage = lazy(async () => ({ default: (await import('./session/sign-in-page.tsx')).SignInPage }));
const SetupPage = lazy(async () => ({ default: (await import('./session/setup-page.tsx')).SetupPage }));
const JoinPage = lazy(async () => ({ default: (await import('./session/join-page.tsx')).JoinPage }));
const ResetPage = lazy(async () => ({ default: (await import('./session/reset-page.tsx')).ResetPage }));
const SsoPage = lazy(async () => ({ default: (await import('./session/sso-page.tsx')).SsoPage }));
const SearchPage = lazy(async () => ({ default: (await import('./search/search-page.tsx')).SearchPage }));
const ChatsPage = lazy(async () => ({ default: (await import('./chats/chats-page.tsx')).ChatsPage }));
const LivePage = lazy(async () => ({ default: (await import('./live-board/live-page.tsx')).LivePage }));
const SettingsPages = lazy(async () => ({ default: (await import('./settings/settings-pages.tsx')).SettingsPages }));

const root = createRootRoute({ component: Waiting });
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell });

/** The addresses of the console (interface.md 4): every state that matters is in them, so any can be shared. */
const tree = root.addChildren([
  createRoute({ getParentRoute: () => root, path: '/sign-in', component: SignInPage }),
  createRoute({ getParentRoute: () => root, path: '/setup', component: SetupPage }),
  createRoute({ getParentRoute: () => root, path: '/join', component: JoinPage }),
  createRoute({ getParentRoute: () => root, path: '/reset', component: ResetPage }),
  createRoute({ getParentRoute: () => root, path: '/sso/$', component: SsoPage }),
  shell.addChildren([
    // Where one starts is the desk's to say: the shell goes there once it knows whose desk it is.
    createRoute({ getParentRoute: () => shell, path: '/', component: () => null }),
    createRoute({
      getParentRoute: () => shell,
      path: '/inbox',
      beforeLoad: () => {
        throw redirect({ to: '/inbox/$view', params: { view: 'my-work' } });
      },
    }),
    createRoute({ getParentRoute: () => shell, path: '/inbox/chats', component: ChatsPage }),
    createRoute({ getParentRoute: () => shell, path: '/inbox/chats/$id', component: ChatsPage }),
    createRoute({ getParentRoute: () => shell, path: '/inbox/$view', component: InboxPage }),
    createRoute({ getParentRoute: () => shell, path: '/inbox/$view/$id', component: InboxPage }),
    createRoute({ getParentRoute: () => shell, path: '/inbox/$view/$id/$pane', component: InboxPage }),
    createRoute({ getParentRoute: () => shell, path: '/search', component: SearchPage }),
    createRoute({ getParentRoute: () => shell, path: '/live', component: LivePage }),
    createRoute({ getParentRoute: () => shell, path: '/settings', component: SettingsPages }),
    createRoute({ getParentRoute: () => shell, path: '/settings/$page', component: SettingsPages }),
    createRoute({ getParentRoute: () => shell, path: '/settings/$page/$', component: SettingsPages }),
    createRoute({ getParentRoute: () => shell, path: '/$', component: AreaPage }),
  ]),
]);

/** The router over the browser's own history. */
export function newRouter() {
  return createRouter({ routeTree: tree, scrollRestoration: false });
}

/** A lazy page arrives within a moment: nothing is shown in between, and never a spinner over a whole page (R26). */
function Waiting(): ReactElement {
  return (
    <Suspense fallback={null}>
      <Outlet />
    </Suspense>
  );
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
}
