import { RefreshCw } from 'lucide-react';
import { sayer } from '#platform/ui';
import { say } from './toasts.tsx';
import { shellWords } from './words.ts';

/** How often, at most, an open page asks whether it is the newest, in milliseconds. */
const askEveryMs = 10 * 60_000;
let askedAtMs = performance.now();

/**
 * Lets the console be installed and read without a connection, and tells an open page that a newer one is there: it is
 * loaded when the reader says so, never under their hands.
 */
export function install(): void {
  if ('serviceWorker' in navigator) void navigator.serviceWorker.register('/sw.js').catch(() => undefined);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void lookForNewer();
  });
}

/** Compares the script of this page with the one the server's page names now. */
async function lookForNewer(): Promise<void> {
  if (performance.now() - askedAtMs < askEveryMs || !navigator.onLine) return;
  askedAtMs = performance.now();
  const mine = entryIn(document.documentElement.outerHTML);
  const page = await fetch('/', { cache: 'no-store' }).then(
    (reply) => (reply.ok ? reply.text() : ''),
    () => '',
  );
  const newest = entryIn(page);
  if (mine === undefined || newest === undefined || mine === newest) return;
  const t = sayer(shellWords);
  say({
    id: 'newer',
    icon: <RefreshCw />,
    text: (
      <>
        {t('newer')}{' '}
        <button type="button" className="min-h-6 font-semibold underline" onClick={() => location.reload()}>
          {t('reload')}
        </button>
      </>
    ),
  });
}

function entryIn(html: string): string | undefined {
  return /<script[^>]+src="(\/assets\/index-[\w-]+\.js)"/u.exec(html)?.[1];
}
