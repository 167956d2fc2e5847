import './console.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { InLanguage } from './languages/in-language.tsx';
import { beginLanguage } from './languages/languages.ts';
import { newClient } from './live/client.ts';
import { useRooms } from './live/live.ts';
import { newRouter } from './router.tsx';
import { fetchMenus, RoomsContext, SocketsContext, TellContext } from '#platform/ui';
import { followSystemTheme } from './shell/look.ts';
import { say } from './shell/toasts.tsx';
import { sockets } from './sockets.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

/** After an upgrade the parts of the old console are gone: the page is loaded anew, once within this many milliseconds. */
const reloadPauseMs = 30_000;
window.addEventListener('vite:preloadError', () => {
  // without a connection the page that is open is all there is: what is missing waits
  if (!navigator.onLine) return;
  const lastMs = Number(sessionStorage.getItem('rapport.reloaded') ?? 0);
  if (Date.now() - lastMs < reloadPauseMs) return;
  sessionStorage.setItem('rapport.reloaded', String(Date.now()));
  location.reload();
});

// After the page stands: what it takes to be installed is nobody's first need.
addEventListener(
  'load',
  () => void import('./shell/install.tsx').then(({ install }) => install()).catch(() => undefined),
);

// The first stir of a hand or a key: whoever is about to open a menu finds its machinery there.
for (const sign of ['pointermove', 'keydown', 'touchstart'])
  addEventListener(sign, () => void fetchMenus().catch(() => undefined), { once: true, passive: true });

followSystemTheme();
const drawn = createRoot(root);
const router = newRouter();
// Whoever does not read English waits for their words, and never sees others first.
void beginLanguage().then(() =>
  drawn.render(
    <StrictMode>
      <QueryClientProvider client={newClient()}>
        <SocketsContext value={sockets}>
          <RoomsContext value={useRooms}>
            <TellContext value={say}>
              <InLanguage>
                <RouterProvider router={router} />
              </InLanguage>
            </TellContext>
          </RoomsContext>
        </SocketsContext>
      </QueryClientProvider>
    </StrictMode>,
  ),
);
